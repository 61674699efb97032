"""不假定每个孩子都和爸爸妈妈一起住。

为什么：有的孩子跟外婆住，有的只有一位家长，有的住在亲戚家。一句“回家抱抱爸爸妈妈”，会让他坐不住。

反例（课例）：
    ## 课后延伸
    > 今晚回去给爸爸妈妈洗一次碗。

正例（课例）：
    ## 课后延伸
    > 今晚回去，给家里照顾你的人洗一次碗。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.content.speech import Speaker, Utterance
from generator.rules.rule import rule
from generator.rules.wording import EVERYONE, hits, wording
from generator.source.diagnostic import Finding, Severity

_BOTH = (
    r"(?:爸爸?|父亲)(?:、|和|与|跟|或者?不?|，|及)?(?:妈妈?|母亲)|妈妈?(?:、|和|与|跟)?爸爸?|父母(?!亲节|在外"
    r"|课堂|不在|官)|双亲|爹娘|爹妈"
)
_ONE = r"(?:爸爸|妈妈|父亲|母亲|爸|妈|老爸|老妈)(?!节)"
_YOU = (
    r"你们?的?|您家?|咱们?|我们|大家|自己的?|每(?:个|位|名)(?:人|孩子|同学|小朋友|学生)(?:的|都有)?|人人"
    r"|孩子的?|同学们?|小朋友们?|我的"
)
_TOWARD = (
    r"给|跟|和|对|向|帮|替|为|陪|请|让|叫|找|问|问问|抱|抱抱|亲亲|谢谢|感谢|画|画一画|写给|告诉|送给|交给|采访"
    r"|用|亲爱的|尊敬的|各位|孝敬|孝顺|感恩|拥抱|邀请"
)
# Who else may be there, and homes that are spoken of as they are.
_OTHERS = (
    r"或者?.{0,4}?(?:家人|其他|别的|照顾|大人|爸|妈|奶|爷|外|监护|姑|叔)|还是.{0,4}?(?:家人|别人|奶|爷|外婆|姑"
    r"|大人)|照顾(?:你|我|他|孩子|自己)|家人|大人|监护人|外公|外婆|奶奶|爷爷|姥姥|姑姑|叔叔|舅舅|亲戚|邻居"
    r"|谁都(?:行|好|可以|能|算)|都(?:好|行|可以|算)|不必|不一定|有的(?:同学|孩子|人|和|跟)?|不住在一起|题目"
    r"|吵架|离婚|分开|不在(?:家|身边)|去世|外地|出差|上班时|打工|故事(?:里|中|书)|课文|儿歌|《|小蝌蚪|小鸭|小鸟"
    r"|小熊|小兔|鸡妈妈|鸟|猫|[他她]的(?:爸|妈|父|母)|它"
)

_WORDINGS = (
    # 左边是爸爸，右边是妈妈，中间是我
    wording(
        r"爸爸[^。]{0,12}?妈妈[^。]{0,8}?(?:中间(?:是|画)我|和我(?:一起|手拉手)|我在中间)|(?:左|右|前)(?:边|面)(?:是|画)爸爸",
        r"或|家人|照顾",
        plain=True,
    ),
    # Both parents, as the pupil's own.
    wording(rf"(?:{_YOU})(?:{_BOTH})", _OTHERS, asked=False, supposed=False),
    wording(
        rf"(?:{_BOTH}).{{0,12}}?(?:你们?|您|我们|每个人|自己)(?!说了|好好看)",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    # Something asked for that needs both.
    wording(
        rf"(?:{_TOWARD})(?:一?下|一起|家里的?|亲爱的|辛苦的)?“?(?:{_BOTH})",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:回家|回到家|回去|今晚|放学|周末|晚上|睡前|明天).{{0,12}}?(?:{_BOTH})",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:{_BOTH}|父母双方).{{0,10}}?(?:都(?:要|须|得|到|来|填|签|参加|写)|双双|共同|一起(?:来|参加|陪|签"
        r"|填)|到(?:场|校)|签(?:字|名)|各(?:写|填|签)|出席|携手)|(?:缺|少)(?:了)?(?:一方|一位|一个|爸"
        r"|妈).{0,12}?(?:家|观众|完整|不能|旁|算)|双亲到场",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    # Sheets with a line for each of the two, and the family of three.
    wording(rf"我的?(?:{_ONE}).{{0,18}}?我的?(?:{_ONE})", asked=False, plain=True),
    wording(
        rf"(?:{_ONE})(?:的)?.{{0,10}}?[_＿（(：:].{{0,14}}?(?:{_ONE})(?:的)?.{{0,8}}?[_＿（(：:]"
        rf"|(?:{_ONE})(?:写|填|签|说)?一?[句栏格行个].{{0,6}}?(?:{_ONE})(?:写|填|签|说)?一?[句栏格行个]",
        _OTHERS + "|错题|左|右|分成两栏",
        asked=False,
        supposed=False,
    ),
    wording(
        rf"一家三口|三口之家|(?:{_BOTH})(?:和|、|跟)(?:我|你)(?:自己)?(?![的说一])",
        _OTHERS + "|小",
        supposed=False,
    ),
    wording(
        rf"画.{{0,10}}?(?:{_BOTH})|(?:{_ONE})像.{{0,8}}?(?:{_ONE})像", _OTHERS, asked=False, supposed=False
    ),
    # One parent, as the one every pupil has.
    wording(
        rf"(?:{_ONE}).{{0,8}}?(?:每天|天天|总是|一直|从小|辛辛苦苦|辛苦)?.{{0,4}}?(?:给|为|替|帮|陪|接|送|叫|养"
        r"|照顾|抱|爱|生)(?:着|大)?(?:了)?(?:你|我们)(?!好)",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    wording(
        r"(?:今晚|回家|回去|回到家|放学|晚上|睡前|每个人|每人|母亲节|父亲节|妇女节|三八节"
        rf"|周末).{{0,12}}?(?:{_TOWARD})(?:你们?的?|自己的?)?(?:{_ONE})",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:你们?的|你|我们每个人的|每个人的|我们的|大家的|同学们的|您?孩子的|自己的)(?:{_ONE})(?!妈|爸)",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:请|让|叫|由)(?:{_ONE})(?:们)?.{{0,6}}?(?:签|填|写|陪|看|帮|来|教|拍|说|读|一起|给|协助|配合|督促"
        r"|监督|记录|打分|评|检查|听|抱|亲)",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:给|帮|替)(?:{_ONE}).{{0,2}}?(?:洗|捶|做|干|写|打|端|揉|倒|买|送|按|梳|唱|剥|念|读|鞠|擦|发|讲"
        r"|一个|一份|一张)",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    # Said outright: everybody has them, and without them no home is whole.
    wording(
        r"(?:每(?:个|位|名)(?:人|孩子|小朋友|同学|学生)|人人|我们|谁|大家|所有(?:的)?(?:孩子|人)"
        rf"|哪个孩子).{{0,8}}?(?:都|没)?有.{{0,6}}?(?:{_BOTH}|{_ONE})",
        _OTHERS,
        asked=False,
        supposed=False,
        negative=True,
    ),
    wording(
        rf"(?:没有|没|缺少|失去|缺了|少了)(?:了)?(?:{_BOTH}|{_ONE}).{{0,16}}?(?:不可能|不完整|不幸福|可怜"
        r"|不会快乐|不快乐|长不大|没人(?:爱|疼|教)|不健全|教不好|不算|缺爱|像根?草|多可怜|不懂)",
        asked=False,
        supposed=False,
        negative=True,
    ),
    wording(
        r"(?:才算?是?|才有|不算|不是|算得上|就是)(?:一个|个)?(?:真正)?完整的?家|完整的?家庭(?:应|才|里|都|是"
        r"|由)|残缺的家|不完整的家(?:庭)?",
        r"都是(?:一个)?完整|也是(?:一个)?完整|不等于|不说|并不|一样完整",
        negative=True,
    ),
    wording(
        r"世上只有妈妈好|(?:天底下|世界上|世上|这世上|最)(?:只有|最)?(?:疼|爱|无私|伟大|好|亲|关心)(?:你"
        rf"|我们)?的?(?:人)?(?:都|就|永远)?(?:是|只有|，就是|莫过于)(?:{_BOTH}|{_ONE})|(?:{_BOTH}"
        rf"|{_ONE})(?:永远|都|总)?是.{{0,6}}?最(?:爱|疼|亲|无私|关心)",
        r"不唱|我觉得",
        asked=False,
        supposed=False,
    ),
    # The one parent as yours, in passing.
    wording(
        rf"你们?.{{0,8}}?(?:{_ONE})|(?:{_ONE}).{{0,10}}?(?:你们?(?!看|猜|觉得|知道|听)|自己)",
        _OTHERS
        + r"|[说问答喊]“我|[^你们己]的(?:爸爸|妈妈|爸妈)|小[\u4e00-\u9fff]|朵朵|晨晨|石头|请假|跟(?:爸|妈)住",
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:{_ONE})的?.{{0,8}}?(?:[_＿]{{2,}}|（\s*）|(?<![说问想答喊道笑了])：(?!“)|(?=；))|(?:和|跟|陪|采访|为"
        rf"|给)(?:自己的)?(?:{_ONE})(?:一起|共同|做|合作|完成|画|拍|写|说|聊)",
        _OTHERS + r"|小[\u4e00-\u9fff]|朵朵|晨晨|石头|说：|问：|答：|喊：",
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:找|靠|听|告诉|求助|去问|依靠)(?:{_BOTH})|(?:天下|所有|每一?(?:个|对|位))的?(?:{_BOTH}|{_ONE})"
        rf"|采访(?:自己的)?(?:{_ONE})|(?:{_BOTH}).{{0,14}}?(?:养大|养育|把你|不容易|关心自己|爱自己)",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    # Set as a task.
    wording(
        rf"(?:请|让|叫|要求).{{0,12}}?(?:{_BOTH})",
        _OTHERS + r"|[^你们己]的(?:爸爸|妈妈|爸妈|父母)|由学校",
        asked=False,
        supposed=False,
    ),
    # Missed, met, brought in a photograph.
    wording(
        rf"想(?:你的?)?(?:{_ONE})(?:了|吗|没)|(?:和|跟|与)(?:{_BOTH})(?:的)?(?:合影|合照|照片|一起)|(?:我家"
        rf"|家里)有(?:{_ONE})",
        _OTHERS + r"|他|她|小[\u4e00-\u9fff]",
        asked=False,
        supposed=False,
    ),
    # Their arms, their darling, their love, as every pupil’s.
    wording(
        rf"(?:扑|躲|钻|靠|依偎|偎|躺|赖)(?:进|到|在|向)(?:{_BOTH}|{_ONE})的?(?:怀|身|肩|臂)|(?:你|每|都|大家"
        rf"|我们|孩子).{{0,8}}?是(?:{_BOTH}|{_ONE})(?:的|心中|眼中|手心|心里|心头|眼里).{{0,4}}?(?:宝|心肝|骄傲"
        r"|孩子|礼物|希望|天使|小棉袄|一切|全部|最)",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:没有|没|缺|少)(?:了)?(?:{_BOTH}|{_ONE})的?.{{0,10}}?(?:怎么|哪|能|还|算|叫).{{0,6}}?(?:家|幸福"
        r"|完整|快乐|孩子)",
        r"不等于|照样|一样|也",
        asked=False,
        supposed=False,
        negative=True,
    ),
    wording(
        rf"(?:{_BOTH})的?(?:两|二|这两)?(?:格|栏|处|项|行|个空|头像|位置|名字|姓名|电话|职业|工作"
        r"|照片).{0,8}?(?:不能|必|都|要|得|补|填|画|空|写|贴|带)",
        _OTHERS + r"|不(?:要|必|用|写|填)|题",
        negative=True,
    ),
    wording(
        rf"(?:{_BOTH}|{_ONE})(?:都|也|总|一直|永远|就|很|最|会|在)*(?:给(?:了|予)?|爱|疼|养大?|陪|照顾|保护"
        r"|支持|守|生|惦记|牵挂|等)(?:着|了)?(?:我们|咱们?|大家|你们|每(?:一)?个|孩子)",
        _OTHERS + r"|班主任|老师|不(?:要|说|写)|家长会",
        plain=True,
    ),
    wording(
        rf"(?:缺|少)(?:一|了)?(?:个|方|位|半|谁|爸|妈)(?:都|也)?(?:不好|不行|不成|不完整|不像)|(?:{_BOTH})(?:都"
        r"|须|要|得|必须|务必|应)?(?:一?[起同]|同时|共同|双双)?(?:到|来|在|参加|出席|上场|签)",
        _OTHERS + r"|人手|道具|步|句|标点|家访|上班",
        asked=False,
        supposed=False,
        negative=True,
    ),
    wording(
        rf"(?:{_BOTH})(?:每天|平时|上班|下班|工作|在家|最近|晚上).{{0,10}}?(?:辛苦|累|陪|做|说|忙|等|给)"
        rf"|(?:是不是|难道不是|可是|就是)(?:{_BOTH}|{_ONE}).{{0,8}}?(?:守|陪|抱|喂|接|送|养|教|盖|照顾|给)",
        _OTHERS + r"|不(?:说|写|问)|[他她]",
        asked=False,
        supposed=False,
    ),
    wording(
        rf"(?:同学|学生|孩子|小朋友|每(?:个|位)人)(?:们)?的(?:{_ONE}|{_BOTH})(?:来|都|做|到|给|讲|写|一起|陪|进"
        r"|上)",
        _OTHERS,
        asked=False,
        supposed=False,
    ),
)

# A letter to the family speaks to whoever looks after the child.
_TO_FAMILY = (wording(rf"(?:{_BOTH})(?!节)", _OTHERS + r"|家长|其他", asked=False, supposed=False),)

_OWN_WORDS = re.compile(r"爸|妈|父|母")


def _unasked(utterance: Utterance) -> bool:
    """Whether this is no answer to a pupil who has just spoken of his own mother or father."""
    if utterance.part != "responses" or not utterance.places:
        return True
    line = utterance.source.text.rfind("\n", 0, utterance.places[0]) + 1
    return not _OWN_WORDS.search(utterance.source.text[line : utterance.places[0]])


@rule("X21", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    family = frozenset({Speaker.FAMILY})
    for hit in (
        *hits(library, _WORDINGS, speakers=EVERYONE - family, where=_unasked),
        *hits(library, (*_WORDINGS, *_TO_FAMILY), speakers=family),
    ):
        yield hit.finding("“{said}”假定每个孩子都有爸爸妈妈在身边。", "改成“家人”或“照顾你的人”")
