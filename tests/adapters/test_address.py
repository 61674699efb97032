"""The site with an address of its own and without: what names it is right, or is not there."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest

from generator.adapters.mkdocs import build
from tests.rules.specimen import FILES, lay

ADDRESS = "https://school.example/xinyu/"
LESSON = "lessons/lower/emotions/sample-lesson.html"
MOVED = "lessons/lower/emotions/old-name.html"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _built(root: Path, told: str) -> Path:
    lay(root, "课例", f'summary: "学会“停”，A&B。"\nmoved_from: [{MOVED}]\nupdated: 2027-01-15')
    config = root / "mkdocs.yml"
    config.write_text(told + config.read_text("utf-8"), "utf-8")
    build(config, root / "site")
    return root / "site"


def _meta(page: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page))


@pytest.mark.parametrize("address", [ADDRESS, ADDRESS.removesuffix("/")])
def test_a_known_address_gives_a_sitemap_of_every_page(address: str, tiny: Path) -> None:
    site = _built(tiny, f"site_url: {address}\n")
    rows = parse(site / "sitemap.xml").getroot().findall(f"{SPACE}url")
    found = {row.findtext(f"{SPACE}loc"): row.findtext(f"{SPACE}lastmod") for row in rows}
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html", MOVED}
    assert len(rows) == len(found)
    assert set(found) == {ADDRESS + path for path in pages}
    assert found[ADDRESS + LESSON] == "2027-01-15"
    assert found[ADDRESS + "activities/sample-kit/index.html"] == "2026-09-01"
    assert found[ADDRESS + "index.html"] is None
    assert found[ADDRESS + "about.html"] is None
    assert not (site / "sitemap.xml.gz").exists()


def test_a_known_address_is_named_by_each_page(tiny: Path) -> None:
    site = _built(tiny, f"site_url: {ADDRESS}\n")
    page = (site / LESSON).read_text("utf-8")
    assert f'<link rel="canonical" href="{ADDRESS}{LESSON}">' in page
    meta = _meta(page)
    assert meta["og:url"] == ADDRESS + LESSON
    image = meta["og:image"].removeprefix(ADDRESS)
    assert (site / image).stat().st_size < 10_000
    lost = (site / "404.html").read_text("utf-8")
    assert 'src="/xinyu/assets/javascripts/lost.js"' in lost
    assert 'href="/xinyu/feed.xml"' in lost


def test_an_unknown_address_is_nowhere(tiny: Path) -> None:
    site = _built(tiny, "")
    assert [path.name for path in site.glob("sitemap.*")] == []
    for path in ("index.html", LESSON):
        page = (site / path).read_text("utf-8")
        assert 'rel="canonical"' not in page
        assert _meta(page).keys().isdisjoint({"og:url", "og:image"})


def test_a_page_says_what_it_is(tiny: Path) -> None:
    site = _built(tiny, "")
    meta = _meta((site / LESSON).read_text("utf-8"))
    assert meta["og:title"] == "样课一"
    assert meta["og:description"] == meta["description"] == "学会“停”，A&amp;B。"
    assert meta["og:type"] == "article"
    assert meta["og:locale"] == "zh_CN"
    assert meta["og:site_name"] == "心育手册"
    assert meta["author"] == "编写组"
    assert meta["article:modified_time"].startswith("2027-01-15")
    home = _meta((site / "index.html").read_text("utf-8"))
    assert home["og:type"] == "website"
    assert home["og:title"] == "心育手册"
    assert "robots" not in home
    assert _meta((site / "404.html").read_text("utf-8"))["robots"] == "noindex"
    for path in ("index.html", LESSON, "404.html"):
        assert 'type="application/atom+xml"' in (site / path).read_text("utf-8")


def test_no_text_leaves_its_attribute(tiny: Path) -> None:
    lay(tiny, "指南", """title: '甲 "乙" 丙'\nsummary: '一 "二" 三'\nauthors: ['"组"']""")
    file = tiny / FILES["指南"]
    for key in ("title", "summary"):
        allowed = f"# 允许 W05 原文就用直引号\n{key}:"
        file.write_text(file.read_text("utf-8").replace(f"{key}:", allowed, 1), "utf-8")
    build(tiny / "mkdocs.yml", tiny / "site")
    meta = _meta((tiny / "site/guides/sample-guide.html").read_text("utf-8"))
    assert meta["description"] == meta["og:description"] == "一 &quot;二&quot; 三"
    assert meta["og:title"] == "甲 &#34;乙&#34; 丙"
    assert meta["author"] == "&quot;组&quot;"
