"""Documents and vocabulary files as typed values; what does not fit becomes findings with places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import ValidationError

from generator.content.body import read_body
from generator.content.curriculum import Curriculum
from generator.content.explain import explain, mistakes
from generator.content.kind import PARTS, Card, Item, Kind
from generator.content.schema import Model, Settings
from generator.content.suggest import hint as suggest
from generator.content.wide_list import wide_lists
from generator.source.diagnostic import Finding, Severity
from generator.source.document import Document
from generator.source.frontmatter import Node, locate, parse, plain
from generator.source.span import Source, Span

M = TypeVar("M", bound=Model)
S = TypeVar("S", bound=Settings)


def decode_settings(
    source: Source, model: type[S], slugs: frozenset[str] | None = None
) -> tuple[S | None, tuple[Finding, ...]]:
    """A whole YAML file as ``model``; ``None`` comes with at least one finding.

    ``slugs`` are those of the repository, which settings may name; ``None`` if they are not known.
    """
    node, findings = parse(source, Span(0, len(source.text)))
    if node is None:
        return None, findings
    value, problems = _validate(source, node, model)
    findings += problems
    if value is not None:
        for location, message, hint in value.problems(slugs):
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
        return None, tuple(explain(source, node, model, detail) for detail in mistakes(error, model))


def _card(
    source: Source, node: Node, model: type[Card], curriculum: Curriculum
) -> tuple[Card | None, frozenset[str], tuple[Finding, ...]]:
    """The card, the keys that blanks stand in for, and what is wrong with them.

    One wrong value must not keep the rest of the file from being read and judged.
    """
    raw = plain(node)
    values = dict(raw) if isinstance(raw, dict) else {}
    split, wide = wide_lists(source, node, model, curriculum)
    values |= split
    draft = values.get("status") == "draft"
    try:
        return (
            model.model_validate(values, context={"curriculum": curriculum, "draft": draft}),
            frozenset(),
            wide,
        )
    except ValidationError as error:
        whole = error.errors(include_url=False, include_input=True)
        details = mistakes(error, model)
    findings = list(wide)
    for detail in details:
        finding = explain(source, node, model, detail, curriculum)
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
