"""Whatever stands in a file, the whole check says so and nothing crashes.

A hundred examples a test, the same every time; `make fuzz` tries thousands of new ones.
"""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.kind import kinds
from generator.source.frontmatter import flow
from tests.conftest import LIBRARY, REPOSITORY, copy_settings
from tests.probe import Probe, outside
from tests.rules.specimen import FILES

TEXTS = {place: (LIBRARY / path).read_text("utf-8") for place, path in FILES.items()}
VOCABULARY = (REPOSITORY / "curriculum.yml").read_text("utf-8")
PLACES = st.sampled_from(sorted(FILES))
PIECES = st.sampled_from(
    [
        "---\n", "\n", "\n\n", "# ", "## 活动过程\n", "## 步骤\n", "### 团体暖身（5分钟）甲\n", "### 团体工作（999分钟）\n",
        "#### 学生可能说\n", "#### \n", "- 认知：", "- “甲”——“乙”\n", "- 十分钟版：", "> ", "[甲](", "](#", "](mailto:", ")",
        "![", "<b>", "<script>", "<!-- 允许 X01 因 -->\n", "<!--", "# 允许 M07 因\n", "title: ", "grade: ", "safety: [", "[", "]",
        "{", "}", ": ", "：", '"', "'", "&a ", "*a ", "!!str ", "| \n", "\t", "\x00", "\x85", "\u200b", "\u202e", "😀", "\ufeff",
        "\u2028", "⼀", "甲", "- ", "  ", "```\n", "|a|b|\n|-|-|\n", "\\", "%", "@", "http://[", "https://", "13812345678", "**", "_",
    ]
)  # fmt: skip
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.dates(min_value=date(1000, 1, 1)),
    st.text(max_size=20),
    st.sampled_from(
        ["", "draft", "published", "sample-lesson", "sample-sheet.svg", "emotions", "A4", "2026-13-01"]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=7)
        | st.dictionaries(
            st.sampled_from(["from", "to", "file", "title", "role", "on", "item", "per", "n", "甲"]), inner
        )
    ),
    max_leaves=8,
)
SVG = st.sampled_from(
    [
        "<svg", " xmlns='http://www.w3.org/2000/svg'", ">", "</svg>", "<script>", "</script>", "<foreignObject/>",
        "<image href='http://a.b/c'/>", " onload='x'", "<!DOCTYPE svg [<!ENTITY a 'b'>]>", "&a;", "<?xml version='1.0'?>",
        "<![CDATA[", "]]>", "<style>@import url(x)</style>", "<use href='#a'/>", "<g", "</g>", "\x00", "甲", "&#0;", "'", '"', "<", "%PDF-1.7",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Probe:
    root = tmp_path_factory.mktemp("fuzz") / "repository"
    shutil.copytree(LIBRARY, root)
    copy_settings(root)
    return Probe(root)


def _card(keys: dict[str, object]) -> str:
    lines = []
    for key, value in keys.items():
        try:
            lines.append(f"{key}: {flow(value)}")
        except ValueError:
            lines.append(f"{key}: {value}")
    return "".join(f"{line}\n" for line in lines)


@given(PLACES, st.binary(max_size=400))
def test_any_bytes(probe: Probe, place: str, data: bytes) -> None:
    assert outside(probe.with_bytes(FILES[place], data)) == []


@given(PLACES, st.booleans(), st.lists(PIECES, max_size=40).map("".join))
def test_pieces(probe: Probe, place: str, body_only: bool, text: str) -> None:
    front = TEXTS[place][: TEXTS[place].index("---\n", 4) + 4] if body_only else ""
    assert outside(probe.with_bytes(FILES[place], (front + text).encode("utf-8"))) == []


@given(PLACES, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), PIECES), min_size=1, max_size=4))
def test_pieces_cut_out_and_others_put_in(
    probe: Probe, place: str, cuts: list[tuple[float, int, str]]
) -> None:
    text = TEXTS[place]
    for share, length, piece in cuts:
        at = int(share * len(text))
        text = text[:at] + piece + text[at + length :]
    assert outside(probe.with_bytes(FILES[place], text.encode("utf-8"))) == []


@given(st.data())
def test_front_matter_of_any_values(probe: Probe, data: st.DataObject) -> None:
    place = data.draw(PLACES)
    kind = next(kind for kind in kinds() if kind.place(FILES[place]))
    keys = st.sampled_from([*kind.keys, "hide", "甲", "y"])
    changed = data.draw(st.dictionaries(keys, VALUES, min_size=1, max_size=6))
    _, front, body = TEXTS[place].split("---\n", 2)
    kept = [line for line in front.splitlines(keepends=True) if line.partition(":")[0] not in changed]
    text = "---\n" + "".join(kept) + _card(changed) + "---\n" + body
    assert outside(probe.with_bytes(FILES[place], text.encode("utf-8", "replace"))) == []


@given(
    st.one_of(
        st.binary(max_size=300), st.lists(SVG, max_size=15).map(lambda parts: "".join(parts).encode("utf-8"))
    )
)
def test_any_sheet(probe: Probe, data: bytes) -> None:
    assert outside(probe.with_asset("lessons/lower/emotions/sample-sheet.svg", data)) == []


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), PIECES), min_size=1, max_size=3))
def test_a_vocabulary_with_pieces_cut_out(probe: Probe, cuts: list[tuple[float, int, str]]) -> None:
    text = VOCABULARY
    for share, length, piece in cuts:
        at = int(share * len(text))
        text = text[:at] + piece + text[at + length :]
    assert outside(probe.with_curriculum(text)) == []


def test_the_probe_sees_what_a_run_sees(probe: Probe) -> None:
    """An unchanged library is clean, so whatever is found above comes from the change."""
    for place, path in FILES.items():
        assert probe.with_bytes(path, TEXTS[place].encode("utf-8")) == ()
    assert probe.with_curriculum(VOCABULARY) == ()
    assert [d.code for d in probe.with_bytes(FILES["课例"], b"\xff")] == ["F01"]
    assert _card({"updated": date(2026, 9, 1)}) == "updated: 2026-09-01\n"
