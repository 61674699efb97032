"""The manual of rules and fields: whole, harmless, and in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from generator.content.kind import kinds
from generator.pages.render import fenced
from generator.pipeline import Result
from generator.rules.family import FAMILIES
from generator.rules.rule import rules


@dataclass
class _Article(HTMLParser):
    """What the browser makes of a page's article."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    handlers: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    inside: int = 0
    code: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.inside += 1
        if not self.inside:
            return
        self.tags.add(tag)
        self.ids |= {value or "" for name, value in attrs if name == "id"}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        if tag == "code":
            self.code = True
            self.codes.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"
        self.code = self.code and tag != "code"

    def handle_data(self, data: str) -> None:
        if self.inside and self.code:
            self.codes[-1] += data


def _article(file: Path) -> _Article:
    article = _Article()
    article.feed(file.read_text("utf-8"))
    return article


def test_every_rule_belongs_to_a_family() -> None:
    assert {rule.family for rule in rules()} <= {family.key for family in FAMILIES}


def test_every_rule_has_its_anchor_and_its_examples_as_code(real_site: Path) -> None:
    article = _article(real_site / "contribute/rules.html")
    for rule in rules():
        assert rule.code.lower() in article.ids
        assert f"#{rule.code.lower()}" in article.links
        for example in rule.examples:
            assert example.text in article.codes, (rule.code, example.text)


def test_bad_examples_do_no_harm(real_site: Path) -> None:
    assert any("javascript:" in example.text for rule in rules() for example in rule.examples)
    article = _article(real_site / "contribute/rules.html")
    assert article.handlers == []
    assert article.tags.isdisjoint({"script", "iframe", "object", "style", "img", "b"})
    assert [link for link in article.links if ":" in link] == []


def test_every_field_and_every_heading_is_told(real_site: Path, real: Result) -> None:
    article = _article(real_site / "contribute/fields.html")
    text = (real_site / "contribute/fields.html").read_text("utf-8")
    curriculum = real.library.curriculum
    for kind in kinds():
        assert {f"{kind.key}-{key}" for key in kind.keys} <= article.ids
        for row in curriculum.sections[kind.key]:
            assert all(f"<td>{word}</td>" in text for word in (row.name, "、".join(row.aliases)))
    for vocabulary in ("forms", "occasions", "strands", "guideline", "confidences", "consents"):
        for row in getattr(curriculum, vocabulary):
            assert row.key in article.codes
    names = [row.name for row in (*curriculum.stages, *curriculum.step_sections, *curriculum.variations)]
    assert [name for name in names if f"<td>{name}</td>" not in text] == []


def test_the_manual_stands_below_the_page_written_by_hand(real_site: Path) -> None:
    page = (real_site / "contribute/rules.html").read_text("utf-8")
    start = page.index("所在位置")
    assert 'href="index.html">参与编写' in page[start : page.index("</nav>", start)]
    entry = _article(real_site / "contribute/index.html")
    assert {"rules.html", "fields.html"} <= set(entry.links)
    for name in ("contribute/index.html", "about.html"):
        sidebar = (real_site / name).read_text("utf-8")
        sidebar = sidebar[sidebar.index('class="hb-nav"') :]
        assert "参与编写" in sidebar[: sidebar.index("</nav>")]


def test_a_fence_in_an_example_does_not_end_it() -> None:
    assert str(fenced("甲\n```\n乙\n")) == "````\n甲\n```\n乙\n````"
