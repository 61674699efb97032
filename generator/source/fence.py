"""Where the front matter of a file stands, its fences right or nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.source.diagnostic import Finding
from generator.source.span import Source, Span

_FENCE = re.compile(r"---[ \t]*$")
_CLOSE = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_NEARLY = re.compile(r"[ \t\u3000]*[-－—–―﹣─━=_*~]{2,}[ \t\u3000]*$")
_HEADING = re.compile(r"#{2,6}[ \t]*[^\s#]")
_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*[:：]")


@dataclass(frozen=True, slots=True)
class Fenced:
    """Where front matter stands: ``inner`` between the fences, ``None`` if that cannot be told; ``body`` after."""

    inner: Span | None
    body: Span


def fences(source: Source) -> tuple[Fenced, tuple[Finding, ...]]:
    """Where the front matter stands. A fence that is missing or nearly right is a finding and a good guess."""
    text = source.text
    size = len(text)
    if not text.strip():
        message = "这个文件是空的。"
        hint = "把内容粘贴进来再保存；不要了就删掉这个文件"
        return Fenced(None, Span(0, size)), (Finding(source, Span(0, 0), message, hint, "empty"),)
    lines = list(_lines(source))
    first = next((index for index, (_, line) in enumerate(lines) if line.strip()), 0)
    stray: tuple[Finding, ...] = ()
    # A chat window's ``` or a greeting may stand before the fence.
    begun = next(
        (
            i
            for i in range(first + 1, min(first + 4, len(lines) - 1))
            if _begins(lines[i][1], lines[i + 1][1])
        ),
        None,
    )
    if begun is not None and not _FENCE.match(lines[first][1]) and not _KEY.match(lines[first][1]):
        message = f"“---”前面多了“{lines[first][1].strip()[:30]}”。"
        hint = "删掉“---”前面的内容，让它成为第一行；文件末尾如果多了一行“```”，也删掉"
        stray = (Finding(source, lines[first][0], message, hint, "fence"),)
        first = begun
    at, opening = lines[first]
    after = lines[first + 1][1] if first + 1 < len(lines) else ""
    findings: tuple[Finding, ...] = stray

    def said(span: Span, message: str, hint: str) -> tuple[Finding, ...]:
        return (*findings, Finding(source, span, message, hint, "fence"))

    rest = lines[first + 1 :]
    if _FENCE.match(opening):
        if first and not stray:
            findings = said(
                source.line_span(1), "开头的“---”前面有空行。", "删掉“---”前面的空行，让它成为第一行"
            )
    elif _NEARLY.match(opening) and (_KEY.match(after) or opening.strip() == "---"):
        message = f"第一行应是三个英文减号，前后不加别的，这里写的是“{opening}”。"
        findings = said(at, message, "改成：---")
    elif _KEY.match(opening) and _close(lines[first:]) is not None:
        message = "文件第一行应是“---”，下面写标题、年级等信息，再用一行“---”收住。"
        findings = said(at, message, "在这一行前面加一行：---")
        rest = lines[first:]
    else:
        message = "文件开头没有写标题、年级等信息。"
        hint = "在最前面写一行“---”，下面写 title、status 等信息，再用一行“---”收住"
        return Fenced(None, Span(0, size)), said(at, message, hint)
    start = rest[0][0].start if rest else size
    close = _close(rest)
    if close is not None:
        span, line = rest[close]
        if not _CLOSE.match(line):
            message = f"收住信息的一行应是三个英文减号，这里写的是“{line}”。"
            findings = said(span, message, "改成：---")
        return Fenced(Span(start, span.start), Span(min(span.end + 1, size), size)), findings
    heading = next((span for span, line in rest if _HEADING.match(line)), None)
    message = "开头的“---”没有配对：找不到收住它的第二行“---”。"
    if heading:
        hint = "在这一行前面加一行：---"
        return Fenced(Span(start, heading.start), Span(heading.start, size)), said(heading, message, hint)
    hint = "在最后一项信息（如 tried）的下一行加上：---"
    return Fenced(None, Span(size, size)), said(at, message, hint)


def _begins(line: str, after: str) -> bool:
    return bool(_FENCE.match(line) and _KEY.match(after))


def _lines(source: Source) -> Iterator[tuple[Span, str]]:
    start = 0
    for line in source.text.split("\n"):
        yield Span(start, start + len(line)), line
        start += len(line) + 1


def _close(lines: list[tuple[Span, str]]) -> int | None:
    """Which line closes the front matter: none if a heading of the body comes first."""
    nearly = None
    for index, (_, line) in enumerate(lines):
        if _CLOSE.match(line):
            return index
        if _HEADING.match(line):
            break
        if nearly is None and index and _NEARLY.match(line):
            nearly = index
    return nearly
