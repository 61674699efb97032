"""Files of a repository as sources. Touches the disk and nothing else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.source.diagnostic import Finding
from generator.source.span import Source, Span

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is not Markdown: a printable sheet, or something that does not belong."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Tree:
    """What was read: texts, other files, and what could not be read."""

    sources: tuple[Source, ...] = ()
    assets: tuple[Asset, ...] = ()
    findings: tuple[Finding, ...] = ()


def decode(path: str, data: bytes) -> tuple[Source, tuple[Finding, ...]]:
    """The text of a file. If it is not UTF-8 the source is empty and a finding says how to save it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = _guess(data)
        # A file in another encoding is wrong from its first character; a stray byte has its place.
        start = 0 if guess else error.start
        line = data.count(b"\n", 0, start) + 1
        column = start - (data.rfind(b"\n", 0, start) + 1) + 1
        shown = "\n" * (line - 1) + " " * (column - 1)
        source = Source(path, shown)
        message = f"这个文件不是 UTF-8 编码{guess}，中文会变成乱码。"
        hint = "用记事本打开，“另存为”，编码选 UTF-8，再保存"
        at = Span(len(shown), len(shown))
        return source, (Finding(source, at, message, hint, "encoding"),)
    text = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    return Source(path, text), ()


def _guess(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "（看来是 UTF-16，也就是记事本里的 Unicode）"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "（看来是 GBK，也就是记事本里的 ANSI）"


_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"%PDF-", "pdf"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"RIFF", "webp"),
    (b"BM", "bmp"),
    (b"PK\x03\x04", "docx"),
    (b"\xd0\xcf\x11\xe0", "doc"),
)


def kind_of(data: bytes) -> str:
    """What a file is by its first bytes, as an extension; empty if they say nothing."""
    head = data[:4096]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    plain = head.replace(b"\0", b"").lower()  # UTF-16 is the same letters with zeros between.
    if re.search(rb"<(?:[\w.-]+:)?svg[\s>/]", plain):
        return "svg"
    return "html" if re.search(rb"<(?:!doctype )?html", plain) else ""


def read_file(root: Path, path: str) -> tuple[Source | None, tuple[Finding, ...]]:
    """One file that may be missing: then ``None`` and no finding."""
    file = root / path
    if not file.is_file():
        return None, ()
    return decode(path, file.read_bytes())


def read_tree(root: Path, folders: Iterable[str]) -> Tree:
    """Every file below ``folders``, in path order. Symbolic links are not followed but reported."""
    sources: list[Source] = []
    assets: list[Asset] = []
    findings: list[Finding] = []
    for folder in folders:
        for base, directories, names in os.walk(root / folder):
            directories[:] = sorted(d for d in directories if not d.startswith("."))
            relative = Path(base).relative_to(root).as_posix()
            for name in sorted([*names, *directories]):
                path = f"{relative}/{name}"
                if (root / path).is_symlink():
                    message = "这是一个快捷方式（符号链接），手册不跟着它走。"
                    at = Source(path, "")
                    findings.append(Finding(at, Span(0, 0), message, "把原文件复制到这里", "symlink"))
                    directories[:] = [d for d in directories if d != name]
                elif name in directories or name.startswith("."):
                    continue
                elif name.endswith(".md"):
                    source, problems = decode(path, (root / path).read_bytes())
                    sources.append(source)
                    findings.extend(problems)
                else:
                    assets.append(Asset(path, (root / path).read_bytes()))
    return Tree(tuple(sources), tuple(assets), tuple(findings))
