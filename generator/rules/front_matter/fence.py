"""文件开头的信息夹在两行“---”中间。

为什么：标题、年级、时长都写在那里，少了一行“---”，后面的正文会被当成信息，或者信息会被当成正文。

反例（整份）：
    title: 小火山
    ---
    正文

正例（整份）：
    ---
    title: 小火山
    ---
    正文
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding


@rule("M01", absolute=True)
def check(library: Library) -> Iterator[Finding]:
    yield from library.on("fence")
