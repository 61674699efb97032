"""What was found, as text a person or a program reads. One function and one row a format."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff

from wcwidth import wcswidth

from generator.content.coverage import Coverage, Lessons
from generator.content.curriculum import Curriculum
from generator.content.facet import facets
from generator.content.field import Field, fields
from generator.content.kind import kinds
from generator.fix import Fixed
from generator.rules.family import FAMILIES
from generator.rules.rule import Rule, rules
from generator.rules.verdict import Excused
from generator.source.diagnostic import Diagnostic, Severity
from generator.source.span import Source, Span

_NAMES = {severity: severity.label for severity in Severity}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.TODO: "36"}
_WIDTH = 100
_NONE = "缺"


def text(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """For the terminal: place, message, the source line with the place marked, and a hint."""
    parts = [_block(diagnostic, colour) for diagnostic in diagnostics]
    return "\n".join([*parts, _summary(diagnostics)]) + "\n"


def github(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Workflow commands that the code host shows beside the lines of a pull request."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TODO: "notice"}
    rows = []
    for d in diagnostics:
        fields = {"file": d.path, "line": d.start.line, "endLine": d.end.line}
        if d.start.line == d.end.line:
            # The host takes columns only of a place within one line.
            fields |= {"col": d.start.column, "endColumn": d.end.column}
        fields["title"] = f"{d.code} {_NAMES[d.severity]}"
        said = ",".join(f"{key}={_escape(str(value), ':,')}" for key, value in fields.items())
        also = d.finding.also
        second = f"\n另一处：第{d.finding.source.position(also.start).line}行" if also else ""
        message = _visible(d.message) + second + (f"\n提示：{_visible(d.hint)}" if d.hint else "")
        rows.append(f"::{levels[d.severity]} {said}::{_escape(message)}")
    return "\n".join([*rows, _total(diagnostics)]) + "\n"


def as_json(diagnostics: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """A JSON list; each finding has path, line, column, end_line, end_column, code, severity, message, hint."""
    rows = [
        {
            "path": d.path,
            "line": d.start.line,
            "column": d.start.column,
            "end_line": d.end.line,
            "end_column": d.end.column,
            "code": d.code,
            "severity": d.severity.value,
            "message": d.message,
            "hint": d.hint,
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[..., str]] = {"text": text, "github": github, "json": as_json}


def exceptions(excused: Sequence[Excused], *, as_json: bool = False) -> str:
    """Every exemption: its place, its rule, the author's reason, and how much it excuses."""
    titles = {rule.code: rule.title for rule in rules()}
    rows = [
        {
            "path": row.source.path,
            "line": row.source.position(row.exemption.span.start).line,
            "code": row.exemption.code,
            "title": titles.get(row.exemption.code, ""),
            "reason": row.exemption.reason,
            "excuses": len(row.diagnostics),
        }
        for row in excused
    ]
    if as_json:
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    if not rows:
        return "没有放过任何规则。\n"
    parts = [
        f"{row['path']}:{row['line']}: {row['code']} {row['title']}\n"
        f"       理由：{row['reason'] or '（没有写）'}\n"
        f"       放过 {row['excuses']} 处"
        for row in rows
    ]
    return _visible_lines("\n\n".join([*parts, f"共 {len(rows)} 条例外。"])) + "\n"


def diff(fixed: Fixed, *, colour: bool = False) -> str:
    """What is put right in a file, as a unified diff of its lines."""
    before = fixed.before.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    after = fixed.after.decode()
    inks = {"+": "32", "-": "31", "@": "36"}
    rows = [f"--- {fixed.path}", f"+++ {fixed.path}"]
    rows += [f"\\ 还会改：{what}" for what in fixed.silent]
    lines = list(unified_diff(before.splitlines(True), after.splitlines(True)))[2:]
    for line in lines:
        shown = _visible(line.rstrip("\n"))
        rows.append(_paint(shown, inks[shown[0]], colour) if shown[:1] in inks else shown)
        if not line.endswith("\n"):
            rows.append("\\ 文件末尾没有换行")
    return "\n".join(rows) + "\n"


def mended(files: Sequence[Fixed]) -> str:
    """Which files were changed, and in how many places."""
    if not files:
        return "没有可以自动改的地方。\n"
    rows = [
        f"已改 {fixed.path}：{fixed.places} 处"
        + (f"（包括{'、'.join(fixed.silent)}）" if fixed.silent else "")
        for fixed in files
    ]
    places = sum(fixed.places for fixed in files)
    return "\n".join([*rows, f"共改了 {len(files)} 个文件，{places} 处。"]) + "\n"


def unread(paths: Sequence[str]) -> str:
    """Which files nothing was put right in; said after the findings, which say why."""
    return f"这几个文件开头的信息读不懂，先按上面的提示改好：{'、'.join(paths)}\n" if paths else ""


def manual(rule: Rule, *, colour: bool = False) -> str:
    """A rule's manual: what it asks, how strict it is, why, and examples."""
    title, _, rest = rule.manual.partition("\n")
    family = next((family.name for family in FAMILIES if family.key == rule.family), rule.family)
    late = rule.owed or rule.severity is Severity.TODO
    draft = "草稿可以先欠着，只算待补" if late else "草稿也要改"
    exempt = "不能放过"
    if not rule.absolute:
        front = rule.family == "front_matter"
        line = f"# 允许 {rule.code} 理由" if front else f"<!-- 允许 {rule.code} 理由 -->"
        exempt = f"真有理由时可以放过：在那一{'项' if front else '段'}前面单独写一行 {line}"
    rows = [
        f"{_paint(rule.code, '1', colour)}  {_paint(title, '1', colour)}",
        "",
        f"类别：{family}",
        f"轻重：{_paint(_NAMES[rule.severity], _COLOURS[rule.severity], colour)}{'，拿不准的只是提醒' if rule.unsure else ''}；{draft}",
        f"例外：{exempt}",
    ]
    return "\n".join([*rows, rest.rstrip()]) + "\n"


def key_manual(key: str, curriculum: Curriculum, *, colour: bool = False) -> str:
    """What a key of the front matter is, kind by kind; nothing if no kind has it."""
    told: dict[str, list[str]] = {}
    for kind in kinds():
        found = next((field for field in fields(kind, curriculum) if field.key == key), None)
        if found:
            told.setdefault("\n".join(_field_rows(found, "")), []).append(kind.name)
    return "\n\n".join(
        f"{_paint(key, '1', colour)}（{'、'.join(names)}）\n{rows}" for rows, names in told.items()
    )


def _field_rows(field: Field, indent: str) -> Iterator[str]:
    must = "必填" + ("，草稿也要" if field.needed else "") if field.required else "可以不写"
    yield f"{indent}{field.description}"
    yield f"{indent}{must}；{field.form}"
    if field.values:
        yield indent + "可以填：" + "、".join(f"{value}（{name}）" for value, name in field.values)
    yield f"{indent}例如：{field.example}"
    for part in field.parts:
        yield f"{indent}  · {part.key}"
        yield from _field_rows(part, indent + "    ")


def contents(*, colour: bool = False) -> str:
    """Every rule by family, a line each."""
    rows = []
    for family in FAMILIES:
        found = [rule for rule in rules() if rule.family == family.key]
        if found:
            rows += [_paint(f"{family.name}：{family.summary}", "1", colour)]
            rows += [f"  {rule.code}  {_NAMES[rule.severity]}  {rule.title}" for rule in found]
            rows.append("")
    return "\n".join([*rows, "看一条的说明：handbook explain 编号"]) + "\n"


def coverage_text(found: Coverage, *, colour: bool = False) -> str:
    """For the terminal: lessons counted by item and grade, by strand and semester; the gaps in words; the share."""
    label = 4 + max((_width(row.strand.name) for row in found.strands), default=0)
    rows = [_paint("《纲要》条目 × 年级（几节课）", "1", colour)]
    for band in found.curriculum.bands:
        rows.append(_cells(band.name, label, [_when(found, grade) for grade in band.grades]))
        for item in found.items_of(band.key):
            cells = _cells(f"  {item.item.key}", label, _numbers(item.grades.values()), colour)
            rows.append(f"{cells}  {_visible(item.item.text)}")
    rows += ["", _paint("线索 × 学期（几节课）", "1", colour)]
    for band in found.curriculum.bands:
        strands = found.strands_of(band.key)
        if strands:
            rows.append(_cells(band.name, label, [_when(found, *place) for place in strands[0].semesters]))
        for strand in strands:
            numbers = _numbers(strand.semesters.values())
            rows.append(_cells(f"  {strand.strand.name}", label, numbers, colour))
    rows += ["", _paint("领域（几节课）", "1", colour)]
    rows += [_cells(area.name, label, [str(len(lessons))]) for area, lessons in found.areas]
    for title, lines in _told(found):
        if lines:
            rows += ["", _paint(title, "1", colour), *(f"  {line}" for line in lines)]
    counted = f"数了 {len(found.lessons)} 节已发布的课例；只有本学段的课才算覆盖。"
    return "\n".join([*rows, "", counted, covered(found)]) + "\n"


def covered(found: Coverage) -> str:
    """How many items are covered, in numbers and in per cent."""
    return f"《纲要》{len(found.items)} 条，有课的 {len(found.covered)} 条，{found.per_cent:g}%。"


def coverage_json(found: Coverage, *, colour: bool = False) -> str:
    """A JSON object with the facts of the text: counts, ``percent`` rounded down, lessons as slugs."""

    def slugs(lessons: Lessons) -> list[str]:
        return [lesson.slug for lesson in lessons]

    report = {
        "items": len(found.items),
        "covered": len(found.covered),
        "percent": found.per_cent,
        "lessons": slugs(found.lessons),
        "uncovered": [row.item.key for row in found.uncovered],
        "guideline": [
            {
                "key": row.item.key,
                "band": row.item.band,
                "text": row.item.text,
                "areas": row.item.areas,
                "grades": [
                    {"grade": grade, "lessons": slugs(lessons)} for grade, lessons in row.grades.items()
                ],
                "early": slugs(row.early),
                "again": slugs(row.again),
            }
            for row in found.items
        ],
        "strands": [
            {
                "key": row.strand.key,
                "band": row.strand.band,
                "name": row.strand.name,
                "semesters": [
                    {"grade": grade, "semester": semester, "lessons": slugs(lessons)}
                    for (grade, semester), lessons in row.semesters.items()
                ],
            }
            for row in found.strands
        ],
        "areas": [
            {"key": area.key, "name": area.name, "lessons": slugs(lessons)} for area, lessons in found.areas
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


COVERAGE_FORMATS: Mapping[str, Callable[..., str]] = {"text": coverage_text, "json": coverage_json}


def _told(found: Coverage) -> Iterator[tuple[str, list[str]]]:
    """Each sort of gap under its title, then what is named and still does not cover."""
    names = {band.key: band.name for band in found.curriculum.bands}
    yield (
        f"还没有课的条目：{len(found.uncovered)} 条",
        [f"{row.item.key}（{names[row.item.band]}）{_visible(row.item.text)}" for row in found.uncovered],
    )
    yield (
        "有课，但不是每个年级都有的条目",
        [
            f"{row.item.key}：{'、'.join(_when(found, grade) for grade in row.holes)}还没有"
            for row in found.covered
            if row.holes
        ],
    )
    yield (
        "还没有课的学期",
        [
            f"{row.strand.name}：{'、'.join(_when(found, *place) for place in row.holes)}"
            for row in found.strands
            if row.holes
        ],
    )
    yield (
        "提前启蒙（更低的学段讲到，不算覆盖）",
        [f"{row.item.key}：{_titles(found, row.early)}" for row in found.items if row.early],
    )
    yield (
        "以后再提（更高的学段讲到，不算覆盖）",
        [f"{row.item.key}：{_titles(found, row.again)}" for row in found.items if row.again],
    )


def _titles(found: Coverage, lessons: Lessons) -> str:
    return "、".join(f"《{_visible(o.title)}》（{_when(found, o.card.grade)}）" for o in lessons)


def _when(found: Coverage, grade: int, semester: int | None = None) -> str:
    """``二年级`` or ``二年级上册``, as the filters call them."""
    label = {facet.key: facet.label for facet in facets(found.curriculum)}
    name = label["grade"](found.curriculum, str(grade))
    return name if semester is None else name + label["semester"](found.curriculum, str(semester))


def _numbers(cells: Iterable[Lessons]) -> list[str]:
    return [str(len(lessons)) if lessons else _NONE for lessons in cells]


def _cells(label: str, columns: int, cells: Iterable[str], colour: bool = False) -> str:
    """A row of a table: the label in so many columns, then each cell at the right of its twelve."""
    row = label + " " * (columns - _width(label))
    for cell in cells:
        ink = colour and cell == _NONE
        row += " " * (12 - _width(cell)) + _paint(cell, _COLOURS[Severity.ERROR], ink)
    return row


def _visible_lines(value: str) -> str:
    return "\n".join(_visible(line) for line in value.split("\n"))


def _escape(value: str, more: str = "") -> str:
    value = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for character in more:
        value = value.replace(character, f"%{ord(character):02X}")
    return value


def _paint(value: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{value}\x1b[0m" if colour else value


def _block(diagnostic: Diagnostic, colour: bool) -> str:
    start = diagnostic.start
    finding = diagnostic.finding
    ink = _COLOURS[diagnostic.severity]
    kind = _paint(f"{_NAMES[diagnostic.severity]} {diagnostic.code}", ink, colour)
    place = _paint(f"{_visible(diagnostic.path)}:{start.line}:{start.column}:", "1", colour)
    rows = [f"{place} {kind} {_visible(diagnostic.message)}"]
    rows += _snippet(finding.source, finding.span, ink, colour)
    if finding.also is not None:
        rows.append(f"       另一处：第{finding.source.position(finding.also.start).line}行")
        rows += _snippet(finding.source, finding.also, ink, colour)
    if diagnostic.hint:
        rows.append(f"       提示：{_visible(diagnostic.hint)}")
    return "\n".join(rows) + "\n"


def _snippet(source: Source, span: Span, ink: str, colour: bool) -> list[str]:
    """The line a place begins in, and marks under it; nothing of a blank line."""
    start = source.position(span.start)
    line_span = source.line_span(start.line)
    line = source[line_span]
    if not line.strip():
        return []
    first = start.column - 1
    last = max(first, min(span.end, line_span.end) - line_span.start)
    before, marked, after = _window(*map(_visible, (line[:first], line[first:last], line[last:])))
    caret = " " * _width(before) + "^" * max(_width(marked), 1)
    return [f"  {start.line:>4} │ {before}{marked}{after}", f"       │ {_paint(caret, ink, colour)}"]


def _visible(text: str) -> str:
    """Text that does to a terminal what it seems to do: no controls, no turned lines, nothing unseen."""
    if text.isprintable():
        return text
    return "".join(_shown(text, at) for at in range(len(text)))


def _shown(text: str, at: int) -> str:
    character = text[at]
    if character == "\t":
        return "    "
    category = unicodedata.category(character)
    # A joiner between two pictures is part of one picture.
    joins = character == "\u200d" and unicodedata.category(text[at - 1 : at] or " ") in ("So", "Mn", "Sk")
    if category in ("Cc", "Cf", "Zl", "Zp", "Cs", "Cn", "Co") and not joins:
        return f"‹{ord(character):04X}›"
    return character


def _window(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """The part of a long line around the place, so that the caret stays on a screen."""
    if _width(before + marked + after) <= _WIDTH:
        return before, marked, after
    kept = _first(before[::-1], _WIDTH * 2 // 5)[::-1]
    before = kept if kept == before else "…" + kept
    shown = _first(marked, _WIDTH - _width(before))
    if shown != marked:
        return before, shown + "…", ""
    rest = _first(after, _WIDTH - _width(before + marked))
    return before, marked, rest if rest == after else rest + "…"


def _first(text: str, columns: int) -> str:
    """As many characters of the text as fit."""
    width = 0
    for index, character in enumerate(text):
        width += _width(character)
        if width > columns:
            return text[:index]
    return text


def _width(value: str) -> int:
    width = wcswidth(value)
    return width if width >= 0 else len(value)


def _total(diagnostics: Sequence[Diagnostic]) -> str:
    if not diagnostics:
        return "没有发现问题。"
    count = Counter(d.severity for d in diagnostics)
    total = "，".join(f"{_NAMES[s]} {count[s]} 处" for s in Severity if count[s])
    return f"共 {len(diagnostics)} 处：{total}。"


def _summary(diagnostics: Sequence[Diagnostic]) -> str:
    """The total; with findings of several rules, a row for each."""
    codes = Counter(d.code for d in diagnostics)
    rows = [_total(diagnostics)]
    if len(codes) > 1:
        titles = {rule.code: rule.title for rule in rules()}
        wide = len(str(max(codes.values())))
        rows += [f"  {code}  {codes[code]:>{wide}} 处  {titles.get(code, '')}" for code in sorted(codes)]
    if codes:
        rows.append(f"想知道为什么：handbook explain {min(codes)}")
    return "\n".join(rows)
