"""链接的字要说出点过去是什么。

为什么：打印出来“点击这里”没有用；用读屏软件的老师只听得到链接的字。

反例（课例）：
    ## 课后延伸
    样活动见[这里](../../../activities/sample-kit/index.md)。

正例（课例）：
    ## 课后延伸
    见[样活动](../../../activities/sample-kit/index.md)。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.reference import resolve
from generator.rules.rule import rule
from generator.source.diagnostic import Finding

_SAYS_NOTHING = frozenset(
    [
        "点击这里",
        "点这里",
        "点击此处",
        "点此处",
        "点击",
        "点我",
        "点此",
        "戳这里",
        "戳我",
        "这里",
        "此处",
        "在这里",
        "链接",
        "网址",
        "这个链接",
        "点击链接",
        "详情",
        "查看",
        "查看详情",
        "点击查看",
        "点击查看详情",
        "更多",
        "了解更多",
        "查看更多",
        "打开",
        "下载",
        "这个",
        "见此",
        "here",
        "link",
        "clickhere",
    ]
)
_STRIPPED = str.maketrans("", "", ' \t\u3000，。！!》>→…:：（）()“”"')


@rule("B19")
def check(library: Library) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.outline.links:
            if link.image:
                continue
            said = link.text.translate(_STRIPPED).lower()
            if said and said not in _SAYS_NOTHING:
                continue
            if not said and any(i.image and i.span.start < link.span.start for i in document.outline.links):
                continue
            target = library.by_path.get(resolve(document.source.path, link.target).path)
            title = target.title if target else "那一页的名称"
            message = f"链接的字“{link.text}”没说点过去是什么。" if said else "链接没有字，读者看不见它。"
            yield Finding(document.source, link.span, message, f"写出去哪里：[{title}]({link.target})")
