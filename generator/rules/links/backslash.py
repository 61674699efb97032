"""链接里用“/”，不用“\\”。

为什么：“\\”只有 Windows 认，网站上点不开。

反例（课例）：
    ## 课后延伸
    见[样活动](..\\..\\..\\activities\\sample-kit\\index.md)。

正例（课例）：
    ## 课后延伸
    见[样活动](../../../activities/sample-kit/index.md)。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import relative, resolve
from generator.rules.rule import rule
from generator.source.diagnostic import Finding
from generator.source.span import Span

# Markdown takes “\\.” for a full stop, so the address is read as the author wrote it.
_ADDRESS = re.compile(r"\]\(\s*(?P<address>[^()\s]*\\[^()\s]*)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@rule("L16")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        source, page = document.source, document.source.path
        read = {link.target for link in document.outline.links if "\\" in link.target}
        for found in _ADDRESS.finditer(source.text, document.body.start, document.body.end) if read else ():
            address = found["address"]
            if _ESCAPE.sub(r"\1", address) not in read or resolve(page, address).scheme:
                continue
            straight = resolve(page, address.replace("\\", "/"))
            path = library.meant(straight.path) or straight.path
            hint = f"改成：{relative(page, path, straight.fragment)}"
            yield Finding(source, Span(*found.span("address")), "链接里用了反斜杠“\\”。", hint)
