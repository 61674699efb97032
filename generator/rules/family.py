"""The families of rules, as an author meets them: a family is a folder, and a row here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Rules about one thing. ``key`` is the folder's name."""

    key: str
    name: str
    summary: str


FAMILIES = (
    Family("files", "文件", "文件叫什么名字、放在哪里、怎样保存。"),
    Family("front_matter", "索引卡", "夹在两行“---”中间的那些短信息怎样填。"),
    Family("body", "正文", "栏目、步骤、分钟数，还有在别处会走样的写法。"),
    Family("links", "链接", "提到的课、活动和学习单要找得到。"),
    Family("safety", "安全", "不伤到学生，也不误事。"),
    Family("writing", "文字", "标点、用词和重复的段落。"),
)
