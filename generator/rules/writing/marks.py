"""引号、括号、省略号、破折号用中文的，不重复。

为什么：直引号分不出头尾，半角括号和三个点在汉字旁边显得又小又偏，“。。”“，，”多半是手滑。汉字中间的空格常是从别处粘来的，断得莫名其妙。

反例（课例）：
    ## 设计理念
    先说"停",再说“呼”,最后(很轻地)说出来...

正例（课例）：
    ## 设计理念
    先说“停”，再说“呼”，最后（很轻地）说出来……选(a)还是A/B都行，3:2、5-8分钟、12:30不改。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.prose import read
from generator.rules.rule import rule
from generator.source.diagnostic import Edit, Finding, Severity
from generator.source.document import Document
from generator.source.edit import excerpt
from generator.source.prose import Prose
from generator.source.punctuation import punctuate

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_STEP = re.compile(r"[（(]\s*\d+\s*分")


@dataclass(frozen=True, slots=True)
class _Seen:
    start: int
    end: int
    message: str
    hint: str
    changes: tuple[tuple[int, int, str], ...] = ()


def _quotes(text: str) -> Iterator[_Seen]:
    for mark, opening, closing, name in (('"', "“", "”", "双"), ("'", "‘", "’", "单")):
        if not re.search(rf"[{_HAN}，。！？…]{mark}|{mark}[{_HAN}]", text):
            continue
        # Between Latin letters it is an apostrophe.
        places = [found.start() for found in re.finditer(rf"(?<![A-Za-z]){mark}|{mark}(?![A-Za-z])", text)]
        if len(places) % 2:
            # After a digit it means inches or minutes.
            places = [place for place in places if not text[max(0, place - 1)].isdigit()]
        message = f"这里用了英文直{name}引号。"
        if len(places) % 2:
            message = f"这里用了英文直{name}引号，而且没有成对。"
            yield _Seen(places[0], places[0] + 1, message, f"改成中文引号，前{opening}后{closing}")
            continue
        for start, end in zip(places[::2], places[1::2], strict=True):
            yield _Seen(
                start,
                end + 1,
                message,
                "改成中文引号",
                ((start, start + 1, opening), (end, end + 1, closing)),
            )


def _brackets(text: str) -> Iterator[_Seen]:
    for found in re.finditer(r"\(([^()（）]*)\)", text):
        inside = found[1]
        if not re.search(f"[{_HAN}]", inside):
            continue
        changes = ((found.start(), found.start() + 1, "（"), (found.end() - 1, found.end(), "）"))
        yield _Seen(found.start(), found.end(), "汉字旁边用了英文括号“()”。", "改成中文括号", changes)
    for found in re.finditer(rf"\(([^()（）]*[{_HAN}][^()（）]*)）|（([^()（）]*)\)", text):
        first, last = found.start(), found.end() - 1
        changes = ((first, first + 1, "（"), (last, last + 1, "）"))
        yield _Seen(first, last + 1, "这一对括号一半中文、一半英文。", "改成中文括号", changes)


_AFTER = re.compile(
    rf"(?<=[{_HAN}”’）》】」』…，。；？！])[,;:?!]+(?![()/\\])"
    rf"|(?<=[^\x00-\x7f])[,;?!]+(?=[{_HAN}“《（])"
    rf"|(?<=%)[,;]+(?=[{_HAN}“《（])"
    rf"|(?<=[”’）》】])\.(?=$|[{_HAN}“])"
)


def _after(text: str) -> Iterator[_Seen]:
    for found in _AFTER.finditer(text):
        run = found[0]
        changes = tuple((index, index + 1, _WIDE[mark]) for index, mark in enumerate(run, found.start()))
        yield _Seen(found.start(), found.end(), f"中文里用了英文标点“{run}”。", "改成中文标点", changes)


def _dots(text: str) -> Iterator[_Seen]:
    for found in re.finditer(r"\.{3,}|。{3,}|、{3,}|·{3,}|(?<!…)…(?!…)", text):
        around = text[max(0, found.start() - 1) : found.end() + 1]
        if re.search(f"[{_HAN}“”。，]", around):
            changes = ((found.start(), found.end(), "……"),)
            yield _Seen(
                found.start(), found.end(), f"省略号写成了“{found[0]}”。", "省略号是六个点“……”", changes
            )


def _dashes(text: str) -> Iterator[_Seen]:
    for found in re.finditer(rf"(?<=[{_HAN}”“。，！？…])-{{2,}}(?=[{_HAN}“”])", text):
        changes = ((found.start(), found.end(), "——"),)
        yield _Seen(found.start(), found.end(), f"破折号写成了“{found[0]}”。", "破折号是“——”", changes)


def _doubled(text: str) -> Iterator[_Seen]:
    for found in re.finditer(r"([，；：])\1+|(?<!。)。。(?!。)|(?<!、)、、(?!、)", text):
        mark = found[0][0]
        changes = ((found.start(), found.end(), mark),)
        yield _Seen(found.start(), found.end(), f"标点重复了：“{found[0]}”。", f"只留一个“{mark}”", changes)
    for found in re.finditer(r"([！？])\1+|([，、；：])(?!\2)[，、；：。]|。[，、；：]", text):
        marks = "或".join(f"“{mark}”" for mark in dict.fromkeys(found[0]))
        yield _Seen(found.start(), found.end(), f"标点重复了：“{found[0]}”。", f"只留一个：{marks}")


def _blanks(text: str) -> Iterator[_Seen]:
    if not re.search("[，。；！？]", text):
        return
    depth = 0
    # On an envelope or a blackboard a blank parts the words; in a sentence it parts nothing.
    for found in re.finditer(rf"(?P<open>“)|(?P<close>”)|(?<=[{_HAN}]) +(?=[{_HAN}])", text):
        if found["open"] or found["close"]:
            depth += 1 if found["open"] else -1
        elif depth <= 0:
            yield _Seen(found.start(), found.end(), "两个汉字中间有空格。", "删掉空格，或者换成标点")


_LOOKS: tuple[tuple[Callable[[str], Iterator[_Seen]], frozenset[str]], ...] = (
    (_quotes, frozenset()),
    (_brackets, frozenset()),
    (_after, frozenset()),
    (_dots, frozenset()),
    (_dashes, frozenset()),
    (_doubled, frozenset()),
    (_blanks, frozenset({"heading", "cell"})),
)


@rule("W05", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for part in read(document):
            for line in part.lines():
                yield from _line(document, line)


def _line(document: Document, line: Prose) -> Iterator[Finding]:
    """One finding for each sort of fault in the line, at the first of them."""
    source = document.source
    told = punctuate(line)
    taken = {place for edit in told for place in range(edit.span.start, edit.span.end)}
    step = line.kind == "heading" and _STEP.search(line.text)
    for look, nowhere in _LOOKS:
        if line.kind in nowhere:
            continue
        found = [
            seen
            for seen in look(line.text)
            if not (step and set(line.text[seen.start : seen.end]) & set("():"))
            and not _meets(line, seen, taken)
        ]
        if not found:
            continue
        first = found[0]
        span = line.span(first.start, first.end)
        edits = tuple(
            Edit(line.span(start, end), text)
            for seen in found
            for start, end, text in seen.changes
            if line.together(start, end)
        )
        message = first.message + (f"这一行共{len(found)}处。" if len(found) > 1 else "")
        hint = f"{first.hint}：{excerpt(source, span, (*edits, *told))}" if edits else first.hint
        yield Finding(source, span, message, hint, edits=edits)


def _meets(line: Prose, seen: _Seen, taken: set[int]) -> bool:
    """Whether another rule already changes one of the characters to be changed."""
    ranges = [(start, end) for start, end, _ in seen.changes] or [(seen.start, seen.end)]
    return any(place in taken for start, end in ranges for place in line.places[start:end])
