"""学生看到、听到的话里不出现“自杀”一类的词。

为什么：教师页要写清楚，学生页不能出现。孩子用得上的说法是“难受到自己撑不住”，后面跟着找谁。

反例（课例）：
    ## 课后延伸
    > 今天我们来认识一个词：自杀。

正例（课例）：
    ## 课后延伸
    > 难受到自己撑不住的时候，你可以找谁？
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.speech import Speaker
from generator.rules.rule import rule
from generator.rules.wording import hits, wording
from generator.source.diagnostic import Finding

_WORDINGS = (
    # 自杀、自伤的词
    wording(
        r"""
            自杀|自残|(?<!独)自伤(?!心|感|及|怀)|自尽|自戕|自缢|轻生|寻死|寻短见|厌世|遗书|一了百了|上吊
            |安乐死|结束(?:了)?(?:自己的?|他的?|她的?|这条)?生命
            |走(?:上|了)*(?:那条|绝|不归)(?:的)?(?:绝)?路|去死(?!角|记|海|胡同)|自我了断|了结(?:自己|生命)
            |轻视生命而死
        """,
        plain=True,
    ),
    # 想死；“笑死了、热得想死”一类的夸张另说
    wording(
        r"""
            (?<!笑|累|困|热|冷|忙|饿|气|急|吓|烦|丑|得)想(?:要)?死(?!心|你|了你|我|记|角|党|守)(?!盯)
            |不如死了|死了(?:算了|就好|一了)|宁(?:可|愿)(?:去)?死
        """,
        plain=True,
    ),
    # 方法
    wording(
        r"""
            割(?:了|开|过)?(?:手)?腕|(?:割|划|割伤|划伤)自己|(?:割|划)(?:伤|破|开)?(?:了|过)?(?:自己的?)?
            (?:手(?:腕|臂)|胳膊)
            |跳(?:了)?楼(?!机|梯|价)|跳(?:了)?(?:河|江|崖|井)(?!边|里|面|底|对)|投(?:河|江|湖)自?|坠楼|服毒|喝农药
            |吞(?:下)?(?:安眠)?药|(?:吃|吞)(?:下)?[^，。]{0,4}安眠药
        """,
        plain=True,
    ),
    # 问学生想不想死、想不想伤害自己
    wording(
        r"""
            有没有想过(?:死|不活|伤害自己)|(?:弄伤|伤害|割伤|划伤)过(?:你)?自己|不想活(?:了)?的?念头|伤害自己的(?:人|孩子|同学|行为|方法|做法)
            |(?:谁|哪些|哪位|有人|你们?)[^，。]{0,6}?想过(?:要|去)?(?:死|不活|不想活|伤害自己|弄伤自己)
            |(?:想过|想要?|曾经?)(?:去)?(?:死亡的念头|伤害自己|弄伤自己)(?:的念头)?.{0,8}?(?:[□＿_（(]|吗
            |没有)
        """,
        plain=True,
    ),
)

# A teacher may have to take up these words; a sheet must not print them.
_PRINTED = (wording(r"不想活(?!动)|活着没(?:有)?(?:意思|意义)|不想(?:再)?活(?:着|了|下去)", plain=True),)


@rule("X07", local=True)
def check(library: Library) -> Iterator[Finding]:
    heard = hits(library, _WORDINGS, speakers=frozenset({Speaker.TEACHER, Speaker.SHEET}))
    printed = hits(library, _PRINTED, speakers=frozenset({Speaker.SHEET}))
    for hit in (*heard, *printed):
        yield hit.finding("学生会看到、听到“{said}”。", "换成“难受到自己撑不住”，接着写可以找谁")
