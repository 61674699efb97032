"""Files as sources."""

from __future__ import annotations

import pytest

from generator.source.reading import decode, kind_of

GOOD = ["甲\n乙\n".encode(), "甲\r\n乙\r\n".encode(), "\ufeff甲\r乙\n".encode()]


@pytest.mark.parametrize("data", GOOD)
def test_line_ends_and_marks_do_not_matter(data: bytes) -> None:
    source, findings = decode("a.md", data)
    assert source.text == "甲\n乙\n"
    assert findings == ()


def test_another_encoding_is_named_and_placed() -> None:
    source, findings = decode("a.md", "title: a\nsummary: 生气\n".encode("gb18030"))
    position = source.position(findings[0].span.start)
    assert (position.line, position.column) == (1, 1)
    assert "GBK" in findings[0].message
    assert "UTF-8" in findings[0].hint


def test_a_stray_byte_has_its_place() -> None:
    source, findings = decode("a.md", "甲\n乙".encode() + b"\x80\xff" + "丙".encode())
    position = source.position(findings[0].span.start)
    assert (position.line, position.column) == (2, 4)
    assert "GBK" not in findings[0].message


KINDS = [
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"%PDF-1.7", "pdf"),
    (b"\xff\xd8\xff\xe0", "jpg"),
    (b"PK\x03\x04", "docx"),
    (b'<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="b"/>', "svg"),
    ("\ufeff<svg/>".encode("utf-16-le"), "svg"),
    (b"<!DOCTYPE html><title>a</title>", "html"),
    (b"hello", ""),
    (b"", ""),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_what_a_file_is_by_its_first_bytes(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind
