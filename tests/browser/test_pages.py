"""What a teacher sees in a real browser, on a phone and at a desk, over http and from disk."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched
from tests.conftest import REPOSITORY

LESSON = "lessons/lower/emotions/little-volcano.html"
KIT = "activities/emotion-doodling/index.html"
SEEN = {
    "index.html": ["心育手册", "低年级", "我要上课", "我担心一个学生", "紧急一页纸"],
    LESSON: [
        "小火山冒烟了",
        "二年级上册",
        "40",
        "活动约定",
        "待专业人员审阅",
        "火山睡着了——蹲下",
        "12356",
        "接着看",
    ],
    KIT: ["情绪涂鸦", "一至六年级", "不比不猜", "能不能评奖"],
    "integrations/pe/index.html": ["体育与健康"],
    "guides/crisis-and-referral.html": ["危机识别、处置与转介"],
    "semesters/2-1.html": ["二年级上册", "小火山冒烟了"],
    "printables/index.html": ["冒烟小人", "涂鸦卡"],
    "emergency.html": ["紧急一页纸", "110", "12356", "本校找谁"],
    "contribute/rules.html": ["全部规则", "B12", "为什么：", "反例", "看<b>这里</b>。"],
    "contribute/fields.html": ["每一项怎么填", "keywords", "必填", "团体暖身", "换个条件怎么上"],
    "404.html": ["查找"],
}


@pytest.mark.parametrize("path", SEEN)
def test_a_page_shows_what_was_promised_and_fits_the_screen(path: str, watched: Watched, home: str) -> None:
    if path == "404.html" and home.startswith("file:"):
        return  # A disk has no server that would show it.
    watched.page.goto(home + path)
    for words in SEEN[path]:
        expect(watched.page.locator("body")).to_contain_text(words)
    width = watched.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1]


def test_a_lesson_has_its_place_and_leads_on(watched: Watched, home: str, size: str) -> None:
    page = watched.page
    page.goto(home + LESSON)
    path = page.get_by_role("navigation", name="所在位置")
    expect(path).to_contain_text("低年级")
    expect(path).to_contain_text("情绪认知与表达")
    if size == "desk":
        expect(page.locator(".md-tabs__item--active")).to_contain_text("课程")
    page.get_by_role("link", name="情绪涂鸦").first.click()
    expect(page.locator("h1").first).to_contain_text("情绪涂鸦")


def test_the_drawer_opens_on_a_phone(watched: Watched, home: str, size: str) -> None:
    page = watched.page
    page.goto(home + LESSON)
    drawer = page.locator('label.md-header__button[for="__drawer"]')
    if size == "desk":
        expect(drawer).to_be_hidden()
        return
    drawer.click()
    expect(page.locator(".md-sidebar--primary")).to_be_visible()


def test_a_sheet_page_prints_one_full_page(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + LESSON.replace(".html", "-body.html"))
    expect(page.locator(".hb-sheet img")).to_be_visible()
    assert page.evaluate("document.querySelector('.hb-sheet img').naturalWidth") > 0
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert box
    assert abs(float(box[1]) - 595) < 2
    assert abs(float(box[2]) - 842) < 2


def test_the_emergency_page_prints_on_one_page(watched: Watched, home: str) -> None:
    watched.page.goto(home + "emergency.html")
    pdf = watched.page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1


def test_the_message_to_families_can_be_copied(watched: Watched, home: str) -> None:
    page = watched.page
    page.goto(home + LESSON)
    page.locator("[data-copy]").first.click()
    expect(page.locator("body")).to_contain_text("已复制")


def test_without_scripts_a_lesson_still_reads(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(home + LESSON)
    expect(page.locator("article")).to_contain_text("火山睡着了——蹲下")
    expect(page.locator("[data-print]").first).to_be_hidden()
    context.close()


def test_no_english_is_left_for_a_reader(watched: Watched, home: str) -> None:
    """No run of Latin words in what is shown or read aloud, codes and file names aside."""
    page = watched.page
    # An idea for an English lesson says what is taught there.
    english = (REPOSITORY / "integrations/english").glob("*.md")
    said = re.findall(
        r"^(?:title|summary): (.*)$", "".join(file.read_text("utf-8") for file in english), re.M
    )
    taught = set(re.findall(r"[A-Za-z]{3,}", " ".join(said)))
    for path in ("index.html", LESSON, KIT, "find/index.html", "404.html", "about.html", "emergency.html"):
        if path == "404.html" and home.startswith("file:"):
            continue
        page.goto(home + path)
        shown = page.evaluate(
            """() => {
              const said = [document.title, document.body.innerText];
              for (const node of document.querySelectorAll('[aria-label],[title],[placeholder],[alt]'))
                for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                  if (node.hasAttribute(name)) said.push(node.getAttribute(name));
              return said.join('\\n');
            }"""
        )
        shown = re.sub(r"\S*[/@]\S*|[\w-]+\.(?:html|md|svg|yml|zip)", "", shown)
        words = [w for w in re.findall(r"[A-Za-z]{3,}", shown) if w not in ALLOWED | taught]
        assert words == [], path


ALLOWED = {"PDF", "USB", "Word", "SVG", "Markdown", "git", "GitHub"}


def test_every_link_and_anchor_of_the_site_leads_somewhere(real_site: Path) -> None:
    pages = {
        path.relative_to(real_site).as_posix(): path.read_text("utf-8") for path in real_site.rglob("*.html")
    }
    assert len(pages) > 60
    ids = {path: {unquote(i) for i in re.findall(r'\sid="([^"]+)"', text)} for path, text in pages.items()}
    dead = []
    for path, text in pages.items():
        for address in re.findall(r'\s(?:href|src|action)="([^"]*)"', text):
            address = address.replace("&amp;", "&")
            if re.match(r"[a-z]+:", address):
                if not address.startswith(("tel:", "https://www.moe.gov.cn", "data:")):
                    dead.append((path, address))
                continue
            if path == "404.html" and address.startswith("/"):
                address = address[1:]
            whole, fragment = urldefrag(urljoin(f"http://site/{path}", address))
            target = unquote(whole.removeprefix("http://site/").partition("?")[0])
            target = target or "index.html"
            missing = not (real_site / target).is_file()
            nowhere = fragment and target in ids and unquote(fragment) not in ids[target]
            if missing or nowhere:
                dead.append((path, address))
    assert dead == []


def test_no_page_of_the_site_asks_another_host_or_complains(
    browser: Browser, http: str, real_site: Path
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    shown = Watched(context.new_page(), http)
    wide = []
    for file in sorted(real_site.rglob("*.html")):
        path = file.relative_to(real_site).as_posix()
        shown.page.goto(http + path, wait_until="load")
        if shown.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(path)
    context.close()
    assert shown.faults == []
    assert wide == []
