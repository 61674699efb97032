"""What does not fit a record, said in Chinese with what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.content.curriculum import Curriculum, GuidelineItem
from generator.content.json_schema import Schema, example, field
from generator.content.meant import day, number, numbers
from generator.content.schema import SLUG, VOCABULARY, Model, keys_by_name
from generator.content.suggest import choose, nearest
from generator.content.suggest import hint as suggest
from generator.source.diagnostic import Finding
from generator.source.frontmatter import Node, Odd, Scalar, Sequence, flow, locate
from generator.source.span import Source, Span

_THEME_KEYS = frozenset(
    [
        "template",
        "hide",
        "icon",
        "search",
        "tags",
        "description",
        "social",
        "render_macros",
        "subtitle",
        "comments",
        "boost",
        "exclude",
        "robots",
        "canonical_url",
        "pin",
        "readtime",
        "categories",
        "image",
    ]
)
# What an author calls a key in Chinese; of several the one that the kind has.
_CHINESE_KEYS: Mapping[str, tuple[str, ...]] = {
    "标题": ("title",),
    "题目": ("title",),
    "名称": ("title",),
    "简介": ("summary",),
    "摘要": ("summary",),
    "年级": ("grade", "grades"),
    "适用年级": ("grades", "grade"),
    "学期": ("semester",),
    "顺序": ("order",),
    "序号": ("order",),
    "时长": ("minutes",),
    "时间": ("minutes",),
    "分钟": ("minutes",),
    "领域": ("area",),
    "形式": ("forms",),
    "时机": ("occasions",),
    "安全": ("safety",),
    "关键词": ("keywords",),
    "关键字": ("keywords",),
    "搜索词": ("keywords",),
    "先上过": ("builds_on",),
    "活动包": ("kits",),
    "活动": ("kits",),
    "课例": ("lessons",),
    "打印页": ("printables",),
    "学习单": ("printables",),
    "状态": ("status",),
    "日期": ("updated",),
    "更新": ("updated",),
    "更新日期": ("updated",),
    "作者": ("authors",),
    "审阅": ("reviewed_by",),
    "试教": ("tried",),
    "场地": ("space",),
    "人数": ("size",),
    "材料": ("materials",),
    "教材": ("textbook",),
    "读者": ("audience",),
    "线索": ("strands",),
    "次数": ("sessions",),
}
# Keys of other site generators, and what says the same here.
_OTHER_KEYS: Mapping[str, str] = {"draft": "status: draft", "date": "updated: 2026-09-01"}
_STATUS: Mapping[str, str] = {
    "已发布": "published",
    "发布": "published",
    "公开": "published",
    "草稿": "draft",
    "初稿": "draft",
    "未发布": "draft",
}
_NOTHING = frozenset({"", "no", "none", "null", "~", "off", "false", "无", "没有", "空", "暂无"})
_WIDE_QUOTED = re.compile(r"[“”‘「『＂](?P<inner>[^“”‘’「」『』＂]*)[“”’」』＂]")
_BRIEF = 12
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


def mistakes(error: ValidationError, model: type[Model]) -> list[ErrorDetails]:
    """The mistakes in a file, without what only follows from another.

    The right key is missing beside a misspelt one; a list is too short without its wrong items.
    """
    details = error.errors(include_url=False, include_input=True)
    misspelt = {
        (*d["loc"][:-1], _meant(str(d["loc"][-1]), _keys(model, d["loc"][:-1])))
        for d in details
        if d["type"] == "extra_forbidden"
    }
    # Colons and commas that are not YAML's make one long key of several.
    run_together = {
        d["loc"][:-1]
        for d in details
        if d["type"] == "extra_forbidden" and re.search("[：:，]", str(d["loc"][-1])) and len(d["loc"]) > 1
    }
    within = {d["loc"][:depth] for d in details for depth in range(1, len(d["loc"]))}
    return [
        d
        for d in details
        if not (d["type"] == "missing" and (d["loc"] in misspelt or d["loc"][:-1] in run_together))
        and not (d["type"] == "too_short" and d["loc"] in within)
    ]


def explain(
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
        where = parent.span if parent is not root else _head(source)
        hint = _missing(source, model, location, curriculum)
        return Finding(source, where, f"缺少“{name}”。", hint, "missing-key")
    if kind == "extra_forbidden":
        key = locate(root, location, key=True).span
        known = _keys(model, location[:-1])
        glued = re.match(r"(?P<key>[\w-]+)\s*(?P<colon>[：:])", name)
        if glued and glued["key"] in known:
            wide = glued["colon"] == "："
            message = (
                f"“{glued['key']}”后面{'是中文冒号' if wide else '少一个空格'}，这里要用英文冒号加一个空格。"
            )
            topic = "wide-colon" if wide else "yaml"
            return Finding(
                source, key, message, f"改成：{glued['key']}: {name[glued.end() :].strip()[:30]}", topic
            )
        if name in _OTHER_KEYS and len(location) == 1:
            hint = f"写成：{_OTHER_KEYS[name]}"
            return Finding(source, key, f"没有“{name}”这一项。", hint, "unknown-key")
        if name in _THEME_KEYS and len(location) == 1:
            return Finding(source, key, f"“{name}”由手册决定，作者不用写。", "删掉这一行", "theme-key")
        meant = _meant(name, known)
        hint = suggest(name, known) if nearest(name, known) == meant else f"写成：{meant}: ……"
        return Finding(source, key, f"没有“{name}”这一项。", hint, "unknown-key")
    quoted = _WIDE_QUOTED.fullmatch(written)
    if quoted and isinstance(node, Scalar):
        inner = quoted["inner"]
        value = str(number(inner)) if kind.startswith("int") and number(inner) is not None else inner
        value = (day(inner) or (inner, True))[0] if kind.startswith("date") else value
        label = f"{name}: " if location[-1] == name else ""
        message = f"“{name}”的值用了中文引号，手册会把引号也当成值。"
        return Finding(source, span, message, f"去掉引号，写成：{label}{value}", "wide-quotes")
    if kind == "term":
        named = context["named"]
        part = field(model, location)
        hint = f"写英文短名：{named}" if named else _choices(str(context["value"]), part, source, curriculum)
        return Finding(source, span, f"“{name}”里没有“{context['value']}”。", hint, "term")
    if kind == "literal_error":
        part = field(model, location)
        keys = {called: key for key, called in _enumerated(part).items()}
        meant = (_STATUS if name == "status" else keys).get(written)
        allowed = [word.strip("' ") for word in str(context["expected"]).replace(" or ", ",").split(",")]
        said = _choices(written, part, source, curriculum) or suggest(written, allowed)
        said = f"写成：{name}: {meant}" if meant else said
        return Finding(source, span, f"“{name}”不能是“{written}”。", said, "term")
    if kind in _TYPES:
        found = _shown(node, written)
        seen = f"这里写的是“{found}”" if found else "这里空着"
        message = f"“{name}”应是{_TYPES[kind]}，{seen}。{_reason(node)}"
        shown = _example(model, location, curriculum)
        hint = _trap(node, written, kind, model, location, shown, curriculum)
        if not written and "#" in source[source.line_span(source.position(span.start).line)]:
            hint = "值以井号“#”开头，YAML 会当成注释；把值整个用英文双引号括起来"
        names_pages = field(model, location).get("items", {}).get("pattern") == SLUG
        return Finding(source, span, message, hint, "slug" if names_pages else "type")
    bounds = {
        "greater_than_equal": ("不能小于{ge}", "最小写 {ge}"),
        "less_than_equal": ("不能大于{le}", "最大写 {le}"),
        "too_short": ("至少要有{min_length}项，这里有{actual_length}项", "再补{lacking}项"),
        "too_long": ("最多{max_length}项，这里有{actual_length}项", "留下最要紧的{max_length}项"),
        "string_too_short": ("不能是空的", "写上内容"),
        "string_too_long": ("不能超过{max_length}个字，这里有{length}个", "删到{max_length}个字以内"),
    }
    if kind in bounds:
        said, hint = bounds[kind]
        context["lacking"] = context.get("min_length", 0) - (context.get("actual_length") or 0)
        context["length"] = len(node.text) if isinstance(node, Scalar) else 0
        if kind == "too_short":
            hint += _more(node, name, field(model, location), source, curriculum)
        return Finding(source, span, f"“{name}”{said.format(**context)}。", hint.format(**context), "range")
    if kind == "string_pattern_mismatch":
        if name == "file":
            return Finding(source, span, f"“{name}”的写法“{written}”不对。", _sheet(written), "type")
        hint = "只用小写英文字母、数字和减号，如 little-volcano"
        plain = re.sub(r"[\s_]+", "-", re.split(r"[/\\\\]", written.strip("\"'"))[-1].lower()).removesuffix(
            ".md"
        )
        if re.fullmatch(SLUG, plain):
            hint = f"写成：{plain}；{hint}"
        return Finding(source, span, f"“{name}”的写法“{written}”不对。", hint, "slug")
    return Finding(source, span, f"“{name}”的值“{_shown(node, written)}”不对。", "", "type")


def _head(source: Source) -> Span:
    """Where it is said that a file lacks a key: at its first line, never at a comment that excuses another."""
    return source.line_span(1)


def _enumerated(part: Schema) -> dict[str, str]:
    """The words that a shape lists, and what each is called."""
    keys: list[str] = part.get("enum", [])
    return dict(zip(keys, part.get("enumDescriptions", keys), strict=True))


def _choices(word: str, part: Schema, source: Source, curriculum: Curriculum | None) -> str:
    """The words that a value may be, each with its Chinese name; of a band's words those of the file's."""
    listed = _enumerated(part)
    if listed:
        return choose(word, listed, {name: key for key, name in listed.items()})
    vocabulary = str(part.get(VOCABULARY))
    rows = getattr(curriculum, vocabulary, ())
    band = source.path.split("/")[1:2]
    rows = [row for row in rows if [getattr(row, "band", "")] == band] or rows
    names = {
        row.key: row.text[:_BRIEF].rstrip("，、") if isinstance(row, GuidelineItem) else row.name
        for row in rows
    }
    words = {name: key for name, key in keys_by_name(curriculum, vocabulary).items() if key in names}
    return choose(word, names, words)


def _more(node: Node, name: str, part: Schema, source: Source, curriculum: Curriculum | None) -> str:
    """How to lengthen a list that is too short; what the author has stays."""
    choices = _choices("", part.get("items", {}), source, curriculum)
    if choices:
        return f"；{choices}"
    items = node.items if isinstance(node, Sequence) else ()
    kept = [source[item.span] for item in items]
    return f"，接在后面：{name}: [{', '.join([*kept, '……'])}]" if kept else f"，写成：{name}: [……, ……]"


def _sheet(written: str) -> str:
    """How a printable's file is to be called."""
    stem, dot, ending = written.strip("\"'“”").rpartition(".")
    stem, ending = (stem, ending.lower()) if dot else (ending, "")
    slug = re.sub(r"[\s_]+", "-", re.split(r"[/\\]", stem)[-1].lower())
    slug = slug if re.fullmatch(SLUG, slug) else "little-volcano-body"
    if ending not in ("svg", "pdf", "png"):
        return f"另存为 PDF（或 SVG、PNG），文件名只用小写英文字母、数字和减号，如：{slug}.pdf"
    return f"文件名只用小写英文字母、数字和减号，把文件改名，这里也写成：{slug}.{ending}"


def _record(written: str, kind: str, record: Schema, shown: str, curriculum: Curriculum | None) -> str:
    """A whole record to write, with what its parts may be."""
    found = numbers(written)
    if set(record) == {"from", "to"} and 1 <= len(found) <= 2:
        return f"写成：{{from: {min(found)}, to: {max(found)}}}"
    if shown == "……":
        shown = f"{{{', '.join(f'{key}: ……' for key in record)}}}"
        shown = f"[{shown}]" if kind == "tuple_type" else shown
    nowhere = Source("", "")
    choices = ((key, _choices("", part, nowhere, curriculum)) for key, part in record.items())
    return "；".join([f"写成：{shown}", *(f"{key} {said}" for key, said in choices if said)])


def _shown(node: Node, written: str) -> str:
    return written.split("\n")[0][:30] if isinstance(node, Scalar) else written[:30].split("\n")[0]


def _reason(node: Node) -> str:
    """Why YAML does not read what a person reads."""
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, bool):
        return "YAML 会把它当成“是/否”。"
    if isinstance(value, Odd):
        kind = "八进制数" if re.match(r"0\d", value.text) else "时间，换算成" if ":" in value.text else "数"
        return f"YAML 会把它当成{kind} {value.number}。"
    if isinstance(value, date):
        return "YAML 会把它当成日期。"
    return "YAML 会把它当成数字。" if isinstance(value, int | float) else ""


def _trap(
    node: Node,
    written: str,
    kind: str,
    model: type[Model],
    location: tuple[int | str, ...],
    shown: str,
    curriculum: Curriculum | None,
) -> str:
    """What to write instead; ``shown`` is an example."""
    part = field(model, location)
    name = next((str(step) for step in reversed(location) if isinstance(step, str)), "")
    if kind in ("tuple_type", "string_type") and written.lower() in ("null", "~"):
        return "删掉 null；没有内容就删掉这一行"
    if kind == "tuple_type" and written.lower() in _NOTHING and not part.get("minItems"):
        return "没有就写：[]"
    record = part.get("items", part).get("properties")
    if record:
        return _record(written, kind, record, shown, curriculum)
    if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        return f"去掉方括号，写成 {node.items[0].text}"
    if not isinstance(node, Scalar):
        return "去掉方括号或换成一个值" if kind != "tuple_type" else ""
    if kind == "tuple_type":
        if written.lower() in _NOTHING:
            return f"写成：{name}: {shown}"
        if part.get("items", {}).get("type") == "integer" and numbers(written):
            return f"写成：[{', '.join(map(str, numbers(written)))}]"
        items = [item.strip("\"'“”【】［］（）()[] ") for item in re.split("[，、；,;]", written)]
        return f"写成：[{', '.join(item for item in items if item)}]"
    if kind == "string_type":
        return f'加上英文双引号："{written}"' if written else "这里要写文字，不能空着"
    if kind.startswith("int"):
        meant = number(written)
        if meant is not None:
            return f"只写数字，写成 {meant}"
        return f"只写数字，如 {shown}"
    if kind.startswith("date"):
        found = day(written)
        if found is None:
            return "写成年-月-日，如 2026-09-01"
        return f"写成：{found[0]}" if found[1] else f"没有这一天；那个月最后一天是 {found[0]}"
    return ""


def _meant(name: str, known: list[str]) -> str | None:
    """The key a person meant by an unknown one."""
    folded = unicodedata.normalize("NFKC", name).strip()
    glued = re.match(r"([\w-]+)\s*[：:]", folded)
    if glued and glued[1] in known:
        return glued[1]
    return next((key for key in _CHINESE_KEYS.get(folded, ()) if key in known), None) or nearest(
        folded, known
    )


def _keys(model: type[Model], location: tuple[int | str, ...]) -> list[str]:
    return list(field(model, location).get("properties", {}))


def _example(model: type[Model], location: tuple[int | str, ...], curriculum: Curriculum | None) -> str:
    """What might stand at a place, as an author would type it."""
    shown = example(field(model, location), curriculum)
    # A key is read as it stands, though YAML takes a bare ``on`` for a yes.
    return "……" if shown is None else re.sub(r"'(\w+)': ", r"\1: ", flow(shown))


def _missing(
    source: Source, model: type[Model], location: tuple[int | str, ...], curriculum: Curriculum | None
) -> str:
    """The line to add for a key, what it means and what it may be."""
    part = field(model, location)
    meaning = str(part.get("description", "")).partition("。")[0]
    line = f"加一行：{location[-1]}: {_example(model, location, curriculum)}"
    allowed = _choices("", part.get("items", part), source, curriculum)
    return "；".join(filter(None, (line + (f"（{meaning}）" if meaning else ""), allowed)))
