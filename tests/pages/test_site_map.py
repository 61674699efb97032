"""The site map holds every page, and 最近更新 the newest."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import join, normpath

from generator.adapters.mkdocs import build
from generator.config import Config
from generator.pages import changes
from generator.pipeline import load, publish, run
from tests.rules.specimen import FILES, lay


def _linked(text: str, page: str) -> list[str]:
    article = text[text.index("<article") : text.index("</article>")]
    return [normpath(join(page, "..", address)) for address in re.findall(r'<a href="([^"#?]+)', article)]


def test_every_page_is_in_it_once(tiny: Path) -> None:
    lay(tiny, "课例", "moved_from: [lessons/lower/emotions/old-name.html]")
    site = tiny / "site"
    build(tiny / "mkdocs.yml", site)
    there = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    linked = _linked((site / "site-map.html").read_text("utf-8"), "site-map.html")
    # What moved is listed where it is now; the search page is named in the text once more.
    assert set(linked) == there - {"404.html", "lessons/lower/emotions/old-name.html"}
    linked.remove("find/index.html")
    assert len(linked) == len(set(linked))


def test_pages_stand_below_their_index(tiny: Path) -> None:
    _, markdown = publish(Config(tiny), run(Config(tiny)).library)
    text = markdown["site-map.md"]
    section = text[text.index(">课程</a>") : text.index(">活动</a>")]
    order = [
        section.index(f">{words}</a>")
        for words in ("低年级", "情绪认知与表达", "样课一", "样课二", "一年级上册", "中年级")
    ]
    assert order == sorted(order)
    written = text[text.index(">参与编写</a>") :]
    assert "全部规则" in written


def test_the_footer_of_every_page_leads_to_both(tiny: Path) -> None:
    build(tiny / "mkdocs.yml", tiny / "site")
    footer = (tiny / "site/lessons/index.html").read_text("utf-8").partition("<footer")[2]
    assert {'href="../site-map.html"', 'href="../changes.html"'} <= set(re.findall(r'href="[^"]+"', footer))


def test_the_newest_stand_first_by_month(tiny: Path) -> None:
    lay(tiny, "学科融合", "updated: 2027-03-02")
    lay(tiny, "课例", "updated: 2027-01-15")
    _, markdown = publish(Config(tiny), run(Config(tiny)).library)
    text = markdown[changes.PATH]
    at = [text.index(w) for w in ("## 2027年3月", "3月2日", "学科融合 · 语文", "## 2027年1月", "样课一")]
    assert at == sorted(at)
    assert "课例 · 二年级上册" in text
    assert "feed.xml" not in text


def test_a_feed_is_named_where_its_address_is_known(tiny: Path) -> None:
    config = Config(tiny, address="https://x.example/")
    text = publish(config, run(config).library)[1][changes.PATH]
    assert "https://x.example/feed.xml" in text


def test_latest_is_sorted_and_leaves_out_what_has_no_day(tiny: Path) -> None:
    lay(tiny, "指南", "updated: 2028-01-01")
    newest = load(Config(tiny)).latest
    assert newest[0].path == FILES["指南"]
    assert [item.kind.order for item in newest[1:]] == sorted(item.kind.order for item in newest[1:])
    file = tiny / FILES["指南"]
    file.write_text(file.read_text("utf-8").replace("updated: 2028-01-01\n", ""), "utf-8")
    assert FILES["指南"] not in [item.path for item in load(Config(tiny)).latest]
