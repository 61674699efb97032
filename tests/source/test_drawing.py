"""Drawings: what stands where, and that nothing in them is expanded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pipeline import Result
from generator.source.drawing import Drawing, read
from generator.source.span import Span

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="y">
  <title>我&amp;你</title>
  <style>a { fill: url(#b) }</style>
  <text x='1' x:href="&#106;s">生气<tspan>了</tspan><!-- 注 -->。<![CDATA[<好>]]></text>
</svg>
"""


def _read(text: str) -> Drawing:
    return read("a.svg", text.encode())


def test_elements_attributes_and_texts_have_places() -> None:
    drawing = _read(DRAWING)
    source = drawing.source
    assert drawing.fault is None
    assert [element.name for element in drawing.elements] == ["svg", "title", "style", "text", "tspan"]
    text = drawing.elements[3]
    assert source[text.span] == """<text x='1' x:href="&#106;s">"""
    assert [(a.name, a.local, a.value, source[a.span]) for a in text.attributes] == [
        ("x", "x", "1", "1"),
        ("x:href", "href", "js", "&#106;s"),
    ]
    assert [(t.text, source[t.span], t.element) for t in drawing.texts] == [
        ("我&你", "我&amp;你", "title"),
        ("生气", "生气", "text"),
        ("了", "了", "tspan"),
        ("。", "。", "text"),
        ("<好>", "<好>", "text"),
    ]
    assert source[drawing.texts[1].part(1, 2)] == "气"
    assert source[drawing.texts[0].part(0, 1)] == "我&amp;你"
    assert [style.text for style in drawing.styles] == ["a { fill: url(#b) }"]


def test_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>\n<svg><text id="&b;">&b;</text></svg>'
    drawing = _read(bomb)
    assert drawing.doctype is not None
    assert not drawing.elements
    assert not drawing.texts
    plain = _read('<!DOCTYPE svg PUBLIC "a" "http://b/c.dtd">\n<svg><text>甲</text></svg>')
    assert plain.doctype is not None
    assert [text.text for text in plain.texts] == ["甲"]


FAULTS = [
    ("<svg>\n<text>甲</txt>\n</svg>", 2, "</text>"),
    ("<svg>\n<text>甲 & 乙</text>\n</svg>", 2, "&amp;"),
    ("<svg>\n<text>甲&nbsp;乙</text>\n</svg>", 2, "&amp;"),
    ("<svg>\n<text>甲</text>\n", 3, "</svg>"),
    ("<svg/>\n<svg/>", 2, "</svg>"),
    ("", 1, "重新导出"),
]


@pytest.mark.parametrize(("text", "line", "word"), FAULTS)
def test_a_fault_has_its_line_and_a_remedy(text: str, line: int, word: str) -> None:
    drawing = _read(text)
    assert drawing.fault is not None
    assert drawing.source.position(drawing.fault.span.start).line == line
    assert word in drawing.fault.hint


def test_the_real_sheets_are_read_whole(real: Result) -> None:
    drawings = real.library.drawings
    assert len(drawings) > 20
    for path, drawing in drawings.items():
        assert drawing.fault is None, path
        assert drawing.texts, path
        for text in drawing.texts:
            assert text.text == drawing.source[text.span] or "&" in drawing.source[text.span], path


PIECES = st.sampled_from(
    ["<svg>", "</svg>", "<a ", 'b="', '"', ">", "/>", "&", "&#0;", ";", "甲", "<!--", "-->", "<!DOCTYPE ", "[", "]",
     "<![CDATA[", "]]>", "<?", "?>", "\x00", "😀", "\n", "xmlns:x='y'"]
)  # fmt: skip


def _check(data: bytes) -> None:
    drawing = read("a.svg", data)
    spans = [e.span for e in drawing.elements] + [c.span for c in drawing.characters]
    spans += [a.span for e in drawing.elements for a in e.attributes] + [i.span for i in drawing.instructions]
    spans += [drawing.doctype or Span(0, 0)] + ([drawing.fault.span] if drawing.fault else [])
    assert all(0 <= span.start <= span.end <= len(drawing.source.text) for span in spans)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    _check(data)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_pieces_of_drawings(text: str) -> None:
    _check(text.encode())
