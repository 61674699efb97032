"""Lists written with Chinese commas or brackets, read as they were meant."""

from __future__ import annotations

import re

from generator.content.curriculum import Curriculum
from generator.content.json_schema import shape
from generator.content.meant import number
from generator.content.schema import VOCABULARY, Model, keys_by_name
from generator.source.diagnostic import Edit, Finding
from generator.source.frontmatter import Mapping, Node, Scalar, Sequence, flow
from generator.source.span import Source

_WIDE_COMMA = re.compile("[，、；]")
_WIDE_LIST = re.compile(r"[【［](?P<inner>[^【】［］]*)[】］]")


def wide_lists(
    source: Source, node: Node, model: type[Model], curriculum: Curriculum
) -> tuple[dict[str, object], tuple[Finding, ...]]:
    """Lists written with Chinese commas or brackets, as they were meant, and what is said of them."""
    split: dict[str, object] = {}
    findings: list[Finding] = []
    for key, part in shape(model)["properties"].items():
        kind = part.get("items", {}).get("type")
        if kind in (None, "object") or not isinstance(node, Mapping) or key not in node:
            continue
        value = node[key]
        items = _items(source, value, prose=key in ("keywords", "authors", "moved_from"))
        if items is None:
            continue
        # What an author calls a word of the vocabulary by its name is told in the same breath.
        names = keys_by_name(curriculum, str(part["items"].get(VOCABULARY)))
        read: list[object] = [names.get(item, item) if kind != "integer" else _count(item) for item in items]
        split[key] = tuple(read)
        right = flow(read)
        message = f"“{key}”的各项之间和两头要用英文的逗号和方括号。"
        # Only the marks are put right by a machine, and no comment is lost.
        bracketed = source.text[value.span.start] in "[【［" and "#" not in source[value.span]
        same = bracketed and [str(item) for item in read] == items
        edits = (Edit(value.span, right),) if same else ()
        said = f"写成：{key}: {right}"
        findings.append(Finding(source, value.span, message, said, "wide-list", edits=edits))
    return split, tuple(findings)


def _items(source: Source, value: Node, *, prose: bool) -> list[str] | None:
    """The items of a list that was written with Chinese commas or brackets; ``None`` if it was not."""
    if isinstance(value, Scalar):
        bracketed = _WIDE_LIST.fullmatch(source[value.span])
        return _cut(bracketed["inner"]) if bracketed else None
    if not isinstance(value, Sequence) or not all(isinstance(item, Scalar) for item in value.items):
        return None
    texts = [(item.text, source[item.span]) for item in value.items if isinstance(item, Scalar)]
    # A Chinese comma may stand inside a phrase; between the items of a list there are several, or no other.
    wide = [text for text, written in texts if text == written and _WIDE_COMMA.search(text)]
    if not wide or (prose and len(texts) > 1 and sum(len(_cut(text)) for text in wide) < 2 + len(wide)):
        return None
    return [part for text, written in texts for part in (_cut(text) if text == written else [text])]


def _count(item: str) -> object:
    """The number in an item; the item as it stands if there is none, so that it is told as such."""
    found = number(item)
    return item if found is None else found


def _cut(text: str) -> list[str]:
    parts = (part.strip(" []【】［］") for part in re.split("[，、；,;]", text))
    return [part for part in parts if part]
