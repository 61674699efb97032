"""Documents and vocabulary files as typed values; what does not fit becomes findings with places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.content.body import read_body
from generator.content.curriculum import Curriculum
from generator.content.json_schema import example, field
from generator.content.kind import PARTS, Card, Item, Kind
from generator.content.schema import VOCABULARY, Model
from generator.content.suggest import hint as suggest
from generator.content.suggest import nearest
from generator.source.diagnostic import Finding, Severity
from generator.source.document import Document
from generator.source.frontmatter import Node, Scalar, flow, locate, parse, plain
from generator.source.span import Source, Span

M = TypeVar("M", bound=Model)

_THEME_KEYS = ("template", "hide", "icon", "search", "tags", "description", "social", "render_macros")
_TYPES = {
    "string_type": "文字",
    "int_type": "整数",
    "int_from_float": "整数",
    "bool_type": "true 或 false",
    "tuple_type": "列表，写成 [甲, 乙]",
    "date_type": "日期，写成 2026-09-01",
    "date_from_datetime_inexact": "日期，写成 2026-09-01",
    "model_type": "几个“名字: 值”",
    "model_attributes_type": "几个“名字: 值”",
    "dict_type": "几个“名字: 值”",
    "mapping_type": "几个“名字: 值”",
}


def decode_settings(source: Source, model: type[M]) -> tuple[M | None, tuple[Finding, ...]]:
    """A whole YAML file as ``model``; ``None`` comes with at least one finding."""
    node, findings = parse(source, Span(0, len(source.text)))
    if node is None:
        return None, findings
    value, problems = _validate(source, node, model)
    findings += problems
    if isinstance(value, Curriculum):
        for location, message, hint in value.problems():
            findings += (Finding(source, locate(node, location).span, message, hint, "vocabulary"),)
    return (None if findings else value), findings


def decode(
    document: Document, kinds: Iterable[Kind], curriculum: Curriculum
) -> tuple[Item | None, tuple[Finding, ...]]:
    """The item in a document; ``None`` comes with at least one finding, here or in the document."""
    source = document.source
    kind, place, findings = _place(document, tuple(kinds), curriculum)
    if kind is None or place is None:
        return None, findings
    if document.broken:
        return None, findings
    card, faulty, problems = _card(source, document.front, kind.card, curriculum)
    findings += problems
    if card is None or any(finding.topic == "place" for finding in findings):
        return None, findings
    body = read_body(document, kind.key, curriculum)
    item = kind.item(kind, place["slug"], source.path, place, document, body, card, curriculum, faulty)
    return item, findings


def _place(
    document: Document, kinds: tuple[Kind, ...], curriculum: Curriculum
) -> tuple[Kind | None, Mapping[str, str] | None, tuple[Finding, ...]]:
    source = document.source
    path = source.path
    top = path.partition("/")[0]
    kind = next((k for k in kinds if k.folder == top), None)
    if kind is None:
        return (
            None,
            None,
            (_at_file(source, "这个文件夹里不放内容。", suggest(top, [k.folder for k in kinds])),),
        )
    place = kind.place(path)
    if place is None:
        hint = f"应放在：{kind.path(**PARTS)}"
        return kind, None, (_at_file(source, f"{kind.name}放错了位置：{path}。", hint),)
    for part, vocabulary, label in (
        ("band", "bands", "学段"),
        ("strand", "strands", "线索"),
        ("subject", "subjects", "学科"),
    ):
        if part not in place:
            continue
        rows = getattr(curriculum, vocabulary)
        if part == "strand":
            rows = [row for row in rows if row.band == place["band"]]
        allowed = [row.key for row in rows]
        if place[part] not in allowed:
            message = f"文件夹“{place[part]}”不是{label}。"
            names = {row.name: row.key for row in rows}
            hint = suggest(names.get(place[part], place[part]), allowed)
            return kind, place, (_at_file(source, message, hint),)
    return kind, place, ()


def _at_file(source: Source, message: str, hint: str) -> Finding:
    return Finding(source, Span(0, 0), message, hint, "place")


def _validate(source: Source, node: Node, model: type[M]) -> tuple[M | None, tuple[Finding, ...]]:
    try:
        return model.model_validate(plain(node)), ()
    except ValidationError as error:
        return None, tuple(_explain(source, node, model, detail) for detail in _details(error, model))


def _card(
    source: Source, node: Node, model: type[Card], curriculum: Curriculum
) -> tuple[Card | None, frozenset[str], tuple[Finding, ...]]:
    """The card, the keys that blanks stand in for, and what is wrong with them.

    One wrong value must not keep the rest of the file from being read and judged.
    """
    raw = plain(node)
    values = raw if isinstance(raw, dict) else {}
    draft = values.get("status") == "draft"
    try:
        return (
            model.model_validate(values, context={"curriculum": curriculum, "draft": draft}),
            frozenset(),
            (),
        )
    except ValidationError as error:
        whole = error.errors(include_url=False, include_input=True)
        details = _details(error, model)
    findings = []
    for detail in details:
        finding = _explain(source, node, model, detail, curriculum)
        lacks = (
            detail["type"] == "missing" and len(detail["loc"]) == 1 and detail["loc"][0] not in model.needed
        )
        if draft and lacks:
            finding = replace(finding, severity=Severity.TODO, topic="draft")
        findings.append(finding)
    faulty = frozenset(str(detail["loc"][0]) for detail in whole)
    kept = {key: value for key, value in values.items() if key not in faulty}
    blanks = {key: model.blank[key] for key in faulty if key in model.blank}
    try:
        card = model.model_validate(kept | blanks, context={"curriculum": curriculum, "draft": True})
    except ValidationError:
        return None, faulty, tuple(findings)
    return card, faulty, tuple(findings)


def _details(error: ValidationError, model: type[Model]) -> list[ErrorDetails]:
    """The mistakes in a file, without what only follows from another.

    The right key is missing beside a misspelt one; a list is too short without its wrong items.
    """
    details = error.errors(include_url=False, include_input=True)
    misspelt = {
        (*d["loc"][:-1], nearest(str(d["loc"][-1]), _keys(model, d["loc"][:-1])))
        for d in details
        if d["type"] == "extra_forbidden"
    }
    within = {d["loc"][:depth] for d in details for depth in range(1, len(d["loc"]))}
    return [
        d
        for d in details
        if not (d["type"] == "missing" and d["loc"] in misspelt)
        and not (d["type"] == "too_short" and d["loc"] in within)
    ]


def _explain(
    source: Source, root: Node, model: type[Model], detail: ErrorDetails, curriculum: Curriculum | None = None
) -> Finding:
    location = detail["loc"]
    kind = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    name = next((str(step) for step in reversed(location) if isinstance(step, str)), "")
    node = locate(root, location)
    span = node.span
    written = source[span]
    if kind == "missing":
        parent = locate(root, location[:-1])
        where = (
            parent.span
            if parent is not root
            else Span(max(root.span.start - 4, 0), max(root.span.start - 1, 0))
        )
        if root.span.start < 4:
            where = Span(0, 0)
        hint = _missing(model, location, curriculum)
        return Finding(source, where, f"缺少“{name}”。", hint, "missing-key")
    if kind == "extra_forbidden":
        key = locate(root, location, key=True).span
        known = _keys(model, location[:-1])
        if name in _THEME_KEYS and len(location) == 1:
            return Finding(source, key, f"“{name}”由手册决定，作者不用写。", "删掉这一行", "theme-key")
        return Finding(source, key, f"没有“{name}”这一项。", suggest(name, known), "unknown-key")
    if kind == "term":
        named = context["named"]
        hint = f"写英文短名：{named}" if named else suggest(str(context["value"]), context["allowed"])
        return Finding(source, span, f"“{name}”里没有“{context['value']}”。", hint, "term")
    if kind == "literal_error":
        allowed = [word.strip("' ") for word in str(context["expected"]).replace(" or ", ",").split(",")]
        return Finding(source, span, f"“{name}”不能是“{written}”。", suggest(written, allowed), "term")
    if kind in _TYPES:
        message = f"“{name}”应是{_TYPES[kind]}，这里写的是“{_shown(node, written)}”。"
        shown = _example(model, location, curriculum)
        return Finding(source, span, message, _trap(node, written, kind, shown), "type")
    bounds = {
        "greater_than_equal": "不能小于{ge}",
        "less_than_equal": "不能大于{le}",
        "too_short": "至少要有{min_length}项，这里有{actual_length}项",
        "too_long": "最多{max_length}项，这里有{actual_length}项",
        "string_too_short": "不能是空的",
        "string_too_long": "不能超过{max_length}个字",
    }
    if kind in bounds:
        return Finding(source, span, f"“{name}”{bounds[kind].format(**context)}。", "", "range")
    if kind == "string_pattern_mismatch":
        hint = "只用小写英文字母、数字和减号，如 little-volcano"
        return Finding(source, span, f"“{name}”的写法“{written}”不对。", hint, "type")
    return Finding(source, span, f"“{name}”的值“{_shown(node, written)}”不对。", "", "type")


def _shown(node: Node, written: str) -> str:
    return written.split("\n")[0][:30] if isinstance(node, Scalar) else written[:30].split("\n")[0]


def _trap(node: Node, written: str, kind: str, example: str) -> str:
    if not isinstance(node, Scalar):
        return "去掉方括号或换成一个值" if kind != "tuple_type" else ""
    if kind == "tuple_type":
        return f"写成：[{written}]" if written else "没有就写：[]"
    if kind == "string_type":
        reasons: tuple[tuple[type, str], ...] = (
            (bool, "YAML 会把它当成“是/否”"),
            (date, "YAML 会把它当成日期"),
            (int, "YAML 会把它当成数字"),
            (float, "YAML 会把它当成数字"),
        )
        for cls, reason in reasons:
            if isinstance(node.value, cls):
                return f'{reason}，加上英文双引号："{written}"'
        return "这里要写文字，不能空着"
    if kind.startswith("int"):
        digits = "".join(c for c in written if c.isdigit())
        return f"只写数字：{digits}" if digits else f"只写数字，如 {example}"
    return ""


def _keys(model: type[Model], location: tuple[int | str, ...]) -> list[str]:
    return list(field(model, location).get("properties", {}))


def _example(model: type[Model], location: tuple[int | str, ...], curriculum: Curriculum | None) -> str:
    """What might stand at a place, as an author would type it."""
    shown = example(field(model, location), curriculum)
    return "……" if shown is None else flow(shown)


def _missing(model: type[Model], location: tuple[int | str, ...], curriculum: Curriculum | None) -> str:
    """The line to add for a key, what it means and what it may be."""
    part = field(model, location)
    meaning = str(part.get("description", "")).partition("。")[0]
    line = f"加一行：{location[-1]}: {_example(model, location, curriculum)}"
    words = getattr(curriculum, str(part.get("items", part).get(VOCABULARY)), ())
    allowed = suggest("", [row.key for row in words]) if words else ""
    return "；".join(filter(None, (line + (f"（{meaning}）" if meaning else ""), allowed)))
