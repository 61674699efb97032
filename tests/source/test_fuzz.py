"""Whatever the bytes, reading never raises and every span lies inside its text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source.document import Document, parse
from generator.source.frontmatter import Mapping, Node, Sequence
from generator.source.reading import decode
from generator.source.span import Source, Span

SAMPLE = (Path(__file__).parents[1] / "library/lessons/lower/emotions/sample-lesson.md").read_text("utf-8")
PIECES = st.sampled_from(
    [
        "---\n", "\n", "# ", "## 活动过程\n", "### 团体暖身（5分钟）甲\n", "- 认知：", "> ", "[甲](", ")", "![", "<b>",
        "<!-- 允许 X01 因 -->\n", "title: ", "[", "]", "{", "}", ": ", "：", '"', "'", "&a ", "*a ", "!!str ", "| \n",
        "\t", "\x00", "\u202e", "😀", "\ufeff", "\u2028", "甲", "- ", "  ", "```\n", "|a|b|\n|-|-|\n", "\\", "%", "@",
    ]
)  # fmt: skip


def _spans(document: Document) -> list[Span]:
    spans = [document.body, *(finding.span for finding in document.findings)]
    for section in document.outline.walk():
        spans += [section.span, section.own, section.whole]
    spans += [link.span for link in document.outline.links] + list(document.outline.html)
    spans += [p.span for p in document.outline.paragraphs] + [i.span for i in document.outline.items]
    spans += [block.span for block in document.outline.blocks]
    spans += [item.span for item in document.outline.nested]
    spans += [*document.outline.code, *document.outline.unclosed]
    spans += [span for e in document.exemptions for span in (e.span, e.covers)]
    return spans + _node_spans(document.front)


def _node_spans(node: Node) -> list[Span]:
    children: list[Node] = []
    if isinstance(node, Sequence):
        children = list(node.items)
    elif isinstance(node, Mapping):
        children = [part for entry in node.entries for part in (entry.key, entry.value)]
    return [node.span, *(span for child in children for span in _node_spans(child))]


def _check(source: Source) -> None:
    document = parse(source)
    size = len(source.text)
    for span in _spans(document):
        assert 0 <= span.start <= span.end <= size
        source.position(span.start)
    for entry in document.front.entries:
        written = source[entry.key.span]
        if "\n" in written:
            continue  # Folded over lines: what YAML reads is not what stands there.
        if written[:1] in ("'", '"'):
            assert written[0] == written[-1]
            escaped = "\\" in written or "''" in written[1:-1]
            assert escaped or written[1:-1] == entry.key.text
        else:
            assert written == entry.key.text


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    source, _ = decode("a.md", data)
    _check(source)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_pieces_of_lessons(text: str) -> None:
    source, _ = decode("a.md", text.encode("utf-8"))
    _check(source)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SAMPLE)), st.integers(0, 40), PIECES)
def test_a_lesson_with_a_piece_cut_out_and_another_put_in(at: int, length: int, piece: str) -> None:
    source, _ = decode("a.md", (SAMPLE[:at] + piece + SAMPLE[at + length :]).encode("utf-8"))
    _check(source)
