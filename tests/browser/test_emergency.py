"""紧急一页纸 is one tap away wherever one is, and one sheet of paper whatever a school writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser

from generator.adapters.mkdocs import build
from generator.content.school import CONTACTS
from tests.browser.conftest import SIZES

# What is on top in the middle of each link that is wholly in the window.
REACHED = """() => [...document.querySelectorAll('a[href]')].some(link => {
  if (!/(^|\\/)emergency\\.html$/.test(link.getAttribute('href'))) return false;
  const box = link.getBoundingClientRect();
  if (!box.width || box.top < 0 || box.bottom > innerHeight || box.right > innerWidth) return false;
  return link.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
})"""


def test_it_is_in_sight_on_every_page_at_its_top_and_at_its_end(
    browser: Browser, http: str, real_site: Path
) -> None:
    """Each page has the links; one page of each look shows that they are in sight."""
    looks: dict[str, str] = {}
    for file in sorted(real_site.rglob("*.html")):
        text = file.read_text("utf-8")
        for place in ("hb-header-urgent", "hb-dock"):
            assert re.search(rf'class="{place}".*?href="[^"]*emergency\.html"', text, re.S), file
        found = re.search(r'class="md-content ([^"]*)"', text)
        assert found
        looks.setdefault(found[1], file.relative_to(real_site).as_posix())
    assert {"404.html", "about.html", "emergency.html"} <= set(looks.values())
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    hidden = []
    for path in looks.values():
        page.goto(http + path)
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            for place in ("0", "document.body.scrollHeight"):
                page.evaluate(f"scrollTo({{top: {place}, behavior: 'instant'}})")
                if not page.evaluate(REACHED):
                    hidden.append((path, name, place))
    context.close()
    assert hidden == []


def test_it_prints_on_one_page_with_all_a_school_writes(browser: Browser, tiny: Path) -> None:
    value = "王老师（教学楼三楼东头，中午在）13800000000，不在时找李老师13900000000"
    assert len(value) > 40
    told = json.dumps(value, ensure_ascii=False)
    contacts = "".join(f"  {key}: {told}\n" for key in CONTACTS)
    (tiny / "school.yml").write_text(f"name: {told}\nroom: {told}\ncontacts:\n{contacts}", "utf-8")
    build(tiny / "mkdocs.yml", tiny / "site")
    for width, height in SIZES.values():
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto((tiny / "site/emergency.html").as_uri())
        assert page.locator("article").inner_text().count(value) == 10
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1
        page.close()
