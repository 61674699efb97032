"""讲到伤害和危机，就标上 referral。

为什么：标了 referral，手册会印出“听到让人担心的话，怎么办”和热线。孩子自己的话（弄疼、不想活、消失就好了）也一样：写得出来，课上就会听到。

反例（整份）：
    ---
    title: 样课三
    summary: 学会停一停。
    grade: 2
    semester: 1
    order: 90
    area: emotion
    guideline: [L4]
    minutes: 40
    forms: [experience]
    keywords: [一, 二, 三, 四, 五, 六]
    status: draft
    updated: 2026-09-01
    authors: [编写组]
    ---
    ## 安全与转介

    - 有学生说不想活了，陪着他。

正例（课例）：
    ## 安全与转介
    - 有学生说不想活了，陪着他，当天告诉心理教师。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.speech import Speaker, Utterance
from generator.rules.rule import rule
from generator.rules.wording import hits, wording
from generator.source.diagnostic import Finding, Severity

_SURE = (
    wording(
        r"自杀|自残|自伤(?!心)|轻生|寻短见|割腕|割伤自己|划伤自己|跳楼(?!机|梯|价)|上吊|想死(?!你|我)|性侵|猥亵|家暴|虐待|遗书"
        r"|(?<!它)(?:不想活(?!动|跃|着累)|活(?:着|得)(?:真|好|一点)?(?:都)?(?:没(?:有)?意思|没劲|没意义|太累))|活着一点意思都?没有"
        r"|划(?:伤|破|开)?(?:了)?(?:自己(?:的)?)?(?:手臂|胳膊|手腕)|(?:手臂|胳膊|手腕|袖口).{0,8}(?:划痕|划口|刀痕|伤痕|道道)"
        r"|(?:丧|失)(?:去)?(?:亲|父|母)之痛|伤害自己|(?:圆规|小刀|刀片|美工刀|指甲).{0,4}(?:划|扎|割|掐)自己",
        plain=True,
    ),
    # Persons, not erasers and snails.
    wording(
        r"(?:孩子|学生|同学|男孩|女孩|他|她|小[\u4e00-\u9fff]|有人|弟弟|妹妹|姐姐|哥哥).{0,14}?(?:离家出走|失踪|出走未归)"
        r"|(?:离家出走|失踪)的?(?:孩子|学生|同学|男孩|女孩)",
        r"橡皮|铅笔|蜗牛|小猫|小狗|皮球|笔|本子|书包|玩具|袜子|钥匙",
        plain=True,
    ),
    wording(
        r"(?:爸爸?|妈妈?|家里?人|大人|后爸|继父|叔叔?|喝(?:醉|了酒)).{0,10}?(?:拿|用)?(?:皮带|棍子|衣架).{0,4}?(?:抽|打)"
        r"|(?:爸爸?|妈妈?|家里?人|大人|后爸|继父).{0,8}(?:动手打|毒打|打得)|打得(?:一身|浑身|满身).{0,2}(?:青|伤|紫)|挨(?:了)?(?:打|揍)(?!雷)",
        r"挨打的?(?:球|鼓)",
        plain=True,
    ),
)
_MAYBE = (
    wording(
        r"弄疼(?:了)?我|(?:摸|亲|碰|掐|踹)(?:了)?(?:我|她|他)的?(?:身体|屁股|嘴|下面|胸|隐私|腿)|(?:老|总|一直|又|来)(?:摸|亲|掐|抽)(?:我|她)(?!的(?:铅笔|书包|文具|本子|东西|头发|椅子|橡皮|作业|桌子|杯子|尺子))"
        r"|摸我(?!的|头|手心)|(?:手)?伸(?:进|到).{0,4}(?:衣服|裤子|被窝)|脱(?:我|她|他)?(?:的)?(?:衣服|裤子)|(?:晚上|半夜).{0,4}进我(?:屋|房间)|叫我别出声"
        r"|拍.{0,8}(?:洗澡|没穿|光(?:身|着)|裸)|(?:裸|光身子)照",
        plain=True,
    ),
    wording(
        r"消失(?:就好|了就|算了|掉算)|不想在了|不想(?:再)?(?:醒|存在|睁眼)|(?:睡(?:过去|着)?(?:了)?)(?:就)?(?:再也)?不(?:用)?(?:醒|起来)|再也不醒"
        r"|我(?:要是)?消失(?:了)?，.{0,8}(?:就|会)|(?:没有|少了)我.{0,10}(?:轻松|更好|就好|不吵|开心)|(?:要是|如果|从来)?(?:我)?(?:要是)?没(?:有)?(?:出生|生(?:出来|下来)|来过)|要是我不在|死了(?:算了|就好|才好)"
        r"|(?<![\u4e00-\u9fff])(?:我)?想(?:去)?(?:找|跟|陪).{1,6}(?:去)?天上|(?:奶奶|爷爷|外婆|外公|妈妈|爸爸|姥姥)走了以后，我想去找|见不到我了|以后用不着|(?:都|全)送人了|下去就不疼|站(?:在|到)(?:了)?窗台"
        r"|今晚(?:我)?就走|再不回(?:那个)?家|再也不回(?:这个|那个)?家|不敢回家|不想回(?:那个)?家",
        plain=True,
    ),
    wording(
        r"(?:爸爸?|妈妈?|爷爷|奶奶|叔叔?|哥哥|后爸|大人|教练|他们).{0,10}?(?:打|抽|掐|踢|揍|锁|关)(?:我|她|他)(?!的?(?:电话|比赛))"
        r"|(?:好几天|一个人|晚上)(?:都)?没(?:有)?(?:大人|人管|人在)|没大人了|没人管我|(?:是)?我自己(?:弄|划|割|掐|咬)的|皮带|关在(?:厕所|屋|家)",
        r"球|游戏|捉迷藏",
        plain=True,
    ),
    # Somebody has died.
    wording(
        r"(?:爸爸?|妈妈?|父亲|母亲|父母|爷爷|奶奶|外公|外婆|亲人|家人|家里有人|同学)(?:刚(?:刚)?|去年|上个?月|突然|都)?(?:去世|过世|离世|病逝|走了以后|没了(?!声|影|力气))"
        r"|(?:刚)?(?:没了|失去(?:了)?)(?:爸爸|妈妈|父亲|母亲|亲人|家人|奶奶|爷爷)|丧亲",
        plain=True,
    ),
)


def _unprepared(utterance: Utterance) -> bool:
    """Whether the page prints no block that says what to do."""
    item = utterance.item
    marks = [mark for mark in item.curriculum.safety if mark.key in item.card.safety]
    blocks = {block.key for block in item.curriculum.blocks if block.hotlines}
    return not any(blocks & set(mark.renders) for mark in marks) and "safety" not in item.faulty


@rule("X05", local=True)
def check(library: Library) -> Iterator[Finding]:
    everyone = frozenset(Speaker)
    found = [*hits(library, _SURE, speakers=everyone, where=_unprepared)]
    sure = {(hit.utterance.source.path, hit.utterance.places) for hit in found}
    for hit in found:
        yield hit.finding("讲到了“{said}”，这一页却没有安全标记 referral。", _hint(hit.utterance))
    for hit in hits(library, _MAYBE, speakers=everyone, where=_unprepared):
        if (hit.utterance.source.path, hit.utterance.places) not in sure:
            message = "“{said}”像是孩子在说危险，这一页却没有安全标记 referral。"
            yield hit.finding(message, _hint(hit.utterance), Severity.WARNING)


def _hint(utterance: Utterance) -> str:
    marks = ", ".join([*utterance.item.card.safety, "referral"])
    return f"在开头的信息里写：safety: [{marks}]"
