"""不印身份证号、学籍号、微信号、QQ号和邮箱。

为什么：这些号码能找到一个真的人。手册是公开的，学习单会被带来带去；不满十四岁的孩子，个人信息要格外小心。

反例（课例）：
    ## 家校沟通
    有事加微信：wangls_2026，备注孩子名字。

正例（课例）：
    ## 家校沟通
    有事欢迎单独和我说。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.rules.wording import hits, wording
from generator.source.diagnostic import Finding

_DIGIT = r"[\d零〇一二三四五六七八九幺]"
_PAPERS = r"(?:身份证|学籍|户口(?:本|簿)|护照|社保卡|医保卡|银行卡|证件)"
_HANDS_OVER = (
    r"填|写上|写在|登记|报给|报上|上报|报到|接龙|收齐|收集|收上|提供|交给|交到|交上|带来|抄|发给|发我|发到|发群"
    r"|传到|拍照|拍下|复印|附上|录入|输入|公布|念|[＿_]{2}|：\s*$"
)
_WARNED = r"不用|不必|不填|不抄|不收|哪些|不能|圈|网友|密码|陌生|骗"

_WORDINGS = (
    # 身份证号、学籍号、邮箱写了出来
    wording(
        r"""
            (?<![\dA-Za-z])(?:\d{6}[ ]?(?:19|20)\d{2}[ ]?\d{4}[ ]?\d{3}[\dXx]|\d{17}[\dXx]|[GLJ]\d{17,18})(?!\d)
            |[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+|邮箱\D{0,6}[A-Za-z\d][\w.-]{3,}
        """,
        plain=True,
    ),
    # 微信号、QQ号、群号写了出来
    wording(
        rf"""
            (?:QQ|扣扣|企鹅|[Qq]号|群)(?:群|号|号码|是)*\D{{0,6}}?(?:\d{{5,}}|{_DIGIT}{{6,}})
            |(?:微信|薇信|威信|v信|vx|wx|抖音|快手|小红书|钉钉|微博)(?:号|ID|账号)?[^\d，。；A-Za-z]{{0,6}}
             (?:[A-Za-z][\w-]{{4,}}|\d{{6,}})
            |微信(?:号)?(?:就是|是|即|同)(?:我的?)?(?:手机|电话|同?号)|微信同号|手机微信同
        """,
    ),
    # 请人加自己的微信、QQ
    wording(
        r"""
            (?:加|添加|搜|扫码加|扫一扫加)(?:一下|上|下)?(?:我|老师|班主任|心理老师|辅导老师|[\u4e00-\u9fff]老师)
            (?:们)?的?(?:个人|私人|工作)?(?:微信|QQ|扣扣|好友|抖音)
            |(?:微信|QQ)(?:上)?(?:搜|搜索|扫码)(?:加|关注|添加)?(?:我|老师)
        """,
    ),
    # 收集别人的微信号、QQ号
    wording(
        r"(?:填|写|登记|收集|留下|统计|上报|报上|记下)[^，。；]{0,10}?(?:微信|QQ)(?:号码?)?(?=[，。；、和]|$)",
        _WARNED,
    ),
    # 要学生、家长交证件号码
    wording(
        rf"""
            {_PAPERS}(?:号码?|复印件|照片|后[四六]位|正反面)?.{{0,16}}?(?:{_HANDS_OVER})
            |(?:填|写|登记|抄|收集|收|上报|核对|附|录入|报|提供|交|拍|带)[^，。；]{{0,12}}{_PAPERS}
             (?:号|复印件|照片|后[四六]位|正反面|原件)
        """,
        _WARNED,
    ),
)


@rule("X02")
def check(library: Library) -> Iterator[Finding]:
    for hit in hits(library, _WORDINGS):
        yield hit.finding("“{said}”能找到一个真的人。", "删掉它；本校怎么联系写在 school.yml，学习单用代号")
