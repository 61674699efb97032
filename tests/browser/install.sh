#!/bin/sh
# A Chromium and a Chinese font for the browser tests: what is there, else Debian's packages
# where we may install them, else Playwright's own browser.
set -eu
bin=$1

have_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
have_font() { command -v fc-list && fc-list :lang=zh | grep -q .; }
# Playwright's driver is a program of its own, which needs a library that a bare Debian lacks.
have_driver() { "$bin/playwright" --version; }

if have_browser >/dev/null && have_font >/dev/null && have_driver >/dev/null 2>&1; then
    exit 0
fi
if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fontconfig fonts-noto-cjk libatomic1
    exit 0
fi
have_font >/dev/null || echo 'No Chinese font found: screenshots will show boxes, the tests still run.' >&2
have_browser >/dev/null || "$bin/playwright" install chromium
