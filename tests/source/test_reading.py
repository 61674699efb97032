"""Files as sources."""

from __future__ import annotations

import pytest

from generator.source.reading import decode

GOOD = ["甲\n乙\n".encode(), "甲\r\n乙\r\n".encode(), "\ufeff甲\r乙\n".encode()]


@pytest.mark.parametrize("data", GOOD)
def test_line_ends_and_marks_do_not_matter(data: bytes) -> None:
    source, findings = decode("a.md", data)
    assert source.text == "甲\n乙\n"
    assert findings == ()


def test_another_encoding_is_named_and_placed() -> None:
    source, findings = decode("a.md", "title: a\nsummary: 生气\n".encode("gb18030"))
    position = source.position(findings[0].span.start)
    assert (position.line, position.column) == (2, 10)
    assert "GBK" in findings[0].message
    assert "UTF-8" in findings[0].hint
