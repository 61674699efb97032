"""Words that a rule is about, told from words that only speak of them.

A regular expression finds the words. Whether they are meant is judged by what stands around
them: they may be denied (不评分), quoted as words not to be said (不说“谁都不告诉”), asked about
(能不能评奖？), named as a mistake (这种做法不可取) or supposed (有人笑话他，……).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.content.library import Library
from generator.content.speech import Speaker, Utterance, sentence
from generator.source.diagnostic import Finding, Severity

_PAUSE = "，,：:。！？!?；;\n"
_OPENING, _CLOSING = "“‘「『", "”’」』"

# Denials that reach over 就 and over a comma (不要一看到……就……；别为了气氛，……).
_FIRM = (
    r"(?:不要|不能|不可|不会|不应|不该|不必|不用|不得|不许|不准|不允许|不让|不宜|不再|绝不|决不|从不|切忌|切莫|切勿|请勿|勿"
    r"|禁止|严禁|杜绝|避免|防止|拒绝|无须|无需|毋须|不(?:拿|叫|点(?!头)|按(?!时))|(?<![个特分区告级性类差鉴识离辨派])别(?![人的处家样名校])|而不是|而非|并非|反对|制止|谁都不|都不|也不|并不|一律不|不等于|不代表|不意味着|不是)"
)
_FIRM_RE = re.compile(_FIRM)
_PLAIN_RE = re.compile(r"不|没有|没|未(?!来|成年)|无(?!论|比|聊|意|所)|非(?!常)|免(?!费)")
# 不 in these is no denial of what follows.
_NO_DENIAL_AFTER = re.compile(
    r"不(?:改的|和(?:睦|，|是|的|导)|管|论|仅|但|光|只|如|同(?!意)|过(?!问)|一样|一致|然|久|错|好意思|由(?:自主|得|分说)|断|少|幸|舒服|安(?!排|装|插)|对劲|见|懂|够|到|了|住|起|及|完|出(?!示|主意|题|卖|面|声|借|版)|乖|满|(?:长|多|大|小|难|高|远|贵|重|忙)(?=[，,、。])|知|行|禁|觉|妨|良|适|注意)"
)
_NO_DENIAL_BEFORE = "对忍来差受了看听说做想记离免数管怪挡经赶合顾藏睡坐控最见舍巴恨少动冷止禁"
_STOPS_PLAIN = re.compile(
    r"就|则|便|却|但|反而|才|也要|都要|还要|也得|都得|的(?:同学|学生|孩子|小朋友|人|那|就|组|一|家长|都|请|要|话)|者"
    # 他不爱理人，可能……；“不说他可能……” is a denial all the same
    r"|^(?![说写讲谈问猜判断下认觉记叫给评提用因能要会必需应该可敢许准得意等代]).*?(?:可能|也许|多半|八成|大概|恐怕|肯定|明显|显然|十有八九|准是|怕是|往往|说明|怀疑)"
)
_STOPS_FIRM = re.compile(
    r"也[要得]|照样|而是|而要|而应|却|但|改为|改成|反而|的(?:同学|学生|孩子|小朋友|人|组)(?:就|都|要|请|得|罚)"
)
_REACHES = re.compile(
    _FIRM + r"(?:为了?|因为?|以|用|拿|借|让|在|当|一|急|只|光|通过|凭|靠|对|把|随|图|出于|请|要求|叫|直接|先)"
)
_TURNS = re.compile(r"[，,](?:要|应|应该|请|而|改|可以|再|就|直接|让|先)")
_AFTER = re.compile(
    r"^[^，,：:。！？!?；;\n的]{0,10}?(?:的(?:做法|说法|话|事|要求|练习|游戏|活动|环节|动作))?(?:(?:都|是|也|就|并|一律|一概|均|可|这几?[样些种类件招句]?)*不(?:行|可以|对|合适|恰当|妥|可取|提倡|允许|好|该|应|需要|可能|现实|是|算|存在|用|做|搞|设|必|要|能|得|许|准|会|评|排|公布|公开|外传|展示|收)"
    r"|[，,]?换不来|[，,](?:都)?(?:没用|不管用)|[^。！？；]{0,12}[，,](?:一律|一概|都|全部?)?(?:谢绝|拒绝|免了|取消)|[^。！？；]{0,10}[，,](?:本(?:活动|课|手册|校)|这节课|手册|我们)(?:里|都|一律)*不(?:设|做|搞|收|用|放|安排|开展)"
    r"|[，,](?:这几?[样些种类件招])?(?:一概|一律|统统|都|全)不(?:收|进|用|做|放|安排|搞|设|要|写|教|玩|提倡|允许)"
    r"|做不到|行不通|要不得|违反(?!约定|规[则定矩]|纪律|课堂|班规)|违规|违法|伤人|有害|都?没有必要|一律禁止|被?禁止|一律取消|已经?取消|是错|是误区|是两回事)"
)
_COMMENT = re.compile(
    r"^[^。！？!?；;\n]{0,6}[，,：:]?(?:"
    r"(?:这|这样|那样|这种|这些|此类|都|一律|均)(?:种|样|类|句|些)?(?:的?(?:做法|说法|话|问法|要求|事|安排))?(?:都|均|一律|也|是|就|可)?"
    r"(?:不(?:行|可以|对|合适|妥|可取|提倡|允许|应|该|能|要|做|搞|用|设|必)|违反(?!约定|规[则定矩]|纪律|课堂|班规)|违规|伤人|会伤害|会让(?:孩子|学生|他)|要不得|是?误区|是?错的?|禁止)"
    r"|(?:也|是|就)?(?:不(?:行|可以|对|合适|妥|可取|提倡|允许)|违反(?!约定|规[则定矩]|纪律|课堂|班规)|要不得|是?误区))"
)
# 学生要拉钩，不拉: the same verb, denied.
_REFUSED = re.compile(
    r"^[^，,。！？；]{0,6}[，,](?:老师|教师|我|咱们?)?(?:也|就|都)?[不别](?!的)(?P<verb>[\u4e00-\u9fff])"
)
_FRAME = re.compile(
    r"反例|越\w越(?:气|凶|怕|糟|乱|恨)|错误(?:的)?(?:做法|说法|示范|示例)|误区|禁区|红线|底线|要不得|不可取|不妥|不允许|不提倡|不宜(?!报|上报|声张|惊动)|不合适|不恰当|违反(?!约定|规[则定矩]|纪律|课堂|班规|的)|不符合规定|这样(?:做|说)(?:不对|不行|会)|(?:做法|说法)(?:是)?(?:不对|错)"
    r"|这一?(?:句|步|招|种|类)(?:话|做法|说法)?.{0,3}?(?:用不上|不用(?=[，。；、]|$)|不对|不公平|耽误|千万别[做说用]|害人|伤人|站不住|要不得)"
)
# What animals do in a tale is not what a class is told to do.
_TALE = re.compile(
    r"(?<![学像当扮演叫])小(?:松鼠|刺猬|兔|熊|猫|狗(?!叫)|猴|鸟|鹿|象|狐狸|老鼠|鸭|羊|马驹?(?![上路虎])|蜗牛|蚂蚁|乌龟|鱼|青蛙|猪|牛|狼|蜜蜂|狮|老虎|恐龙|企鹅|章鱼)"
)
_BANNING_HEAD = re.compile(
    r"^[^，,。]{0,8}(?:不(?:要|做|说|能|该|可|宜|写|问|用|讲|准|许|得)|别|禁止|严禁|避免|误区|反例|切忌)[^，,。]{0,6}[：:]"
)
_BANNING_TITLE = re.compile(r"不(?:要|做|说|能|该|可|宜|写|问|碰|用)|别这|禁止|误区|反例|避免|红线")
_TOLD_BEFORE = re.compile(
    r"(?:不(?:要|能|可|会|再|宜|得|许|准|该|应)?(?:随口|轻易|当众|直接|去|对\w{0,4}|跟\w{0,4}|和\w{0,4}|向\w{0,4})?(?:说|讲|写|用|问|答应|承诺|许诺|保证|喊|叫|回|贴|以|评|设|搞|选|提|出现|使用|约定|说成|接|教|要求|抛出)|别(?:再)?(?:说|讲|问|用|写|喊|叫)|避免(?:说|用|使用|出现)?|没有|禁止|杜绝"
    r"|听(?:到|见|着)|有人(?:对\w{1,3})?(?:说|讲|问|喊|叫)|(?:如果|要是|假如|若|万一|遇到|当|一旦|碰到)[^。！？]{0,16}|所谓的?|写着|类似|比如|例如|诸如|像|什么|叫作|叫做|换掉|改掉|替换|删掉|去掉|把|提到|关于|哪怕|之前|而不是|不是|代替|多于|少说|少用|不再|警惕|识别|觉察|认出|辨认|质疑|讨论|怎么看)(?:这样的|这类|这种|那种|某个)?[：:，]?$"
)
_TOLD_AFTER = re.compile(
    r"^(?:[，,。]?(?:这|那)(?:句|类|种|样|些|个|话)|的?(?:说法|话|想法|念头|标签|称呼|字样|偏见|要求|做法|词|名义|方式)|之类|等|[二两三四五六几]个?字|一词|，?不(?:能|可|要)?(?:拿来|用来|进|在|写进)|不对|不好|不(?:能|可|是|要|等于|代表|算|用|说|写|行)|对吗|对不对|怎么|换成|改成|改为|会让|听起来|听着|容易|伤人|是(?:错|不|误|偏|一种|吓唬|在吓|伤|羞辱)|[、，]?[“‘]|都(?:不|是)|时[，,])"
)
_QUESTION = re.compile(
    r"能不能|可不可以|要不要|该不该|是不是|好不好|对不对|行不行|应不应该|需不需要|会不会|有没有|能否|是否|可否|怎么办|怎么看|对吗|可以吗|行吗|好吗|合适吗|吗$|为什么不|什么意思|如何回应|怎么(?:回|答|接|劝|处理)|你会|哪里不对|哪里不妥|错在哪"
)
_SUPPOSED = re.compile(
    r"(?:^|[，,。；;：:“”\s])(?:如果|若|若是|万一|遇到|遇上|一旦|假如|要是|当|凡是|只要|有(?:的|些)?(?:人|学生|同学|孩子|家长|老师|小朋友|组|网友|大人)|听到|听见|看到|看见|发现|碰到|(?:家长|学生|孩子|同学)(?:们)?(?=要|想|求|问|说|喊|提|坚持|希望|起哄|主动|忽然|突然|如果|若|非|一|老|叫|让|拉着|央求|抢)|谁)(?P<gap>[^，,。；;：:！？]*)$"
)
_THEN = re.compile(r"就|则|便|请|让(?!他别)|叫(?!我)|应(?!该吗)|可以|必须|务必|统一|一律|都要|先")
_GAP = re.compile(r"([…～])(\d+)")
_GAPS = {"…": ".", "～": "(?:(?![不没别勿]).)"}
# Titles, and words that contain 不, 没 or 别 and deny nothing.
_SPOKEN = re.compile(r"“[^“”]*”|‘[^‘’]*’")
_SET_WORDS = re.compile(
    r"《[^《》]*》|[辨甄鉴区告永诀特分性级识差离个派]别|舍不得|泣不成声|不想活|拍不响|冷不[防丁]|一字不[差落改漏动]|原封不动|不打不成器"
    r"|没(?:关系|收|准|事(?![实情先]))|了不起|不得了|不由得|不速之客"
)
_FOLLOWS = re.compile(r"^[^。！？!?；;\n]{0,16}(?:[，,：:]|时|的时候|——)")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words looked for, and what in the same sentence makes them right.

    ``plain`` words cannot be excused by denial, quotation or question: the pattern itself says
    all. ``speakers`` whose words are judged; a pupil's own are not, unless asked for.
    """

    words: str
    excuse: str = ""
    plain: bool = False
    asked: bool = True
    supposed: bool = True
    negative: bool = False
    """Whether the pattern has a denial of its own inside."""
    sure: bool = True
    """Whether the words alone are wrong; if not, the finding is a warning that asks for a reader."""

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.words)

    @property
    def unless(self) -> re.Pattern[str] | None:
        return _compiled(self.excuse) if self.excuse else None


def wording(
    pattern: str,
    unless: str = "",
    *,
    plain: bool = False,
    asked: bool = True,
    supposed: bool = True,
    negative: bool = False,
    sure: bool = True,
) -> Wording:
    """A wording from the text of its patterns, in which white space does not count.

    ``…8`` in a pattern stands for at most eight characters, ``～8`` for at most eight with no
    denial among them.
    """
    return Wording(pattern, unless, plain, asked, supposed, negative, sure)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, when it is first looked for: most runs find their answers remembered."""
    # All sentences are one text, a sentence a line: what is not a pause is no line end either, and $ is one.
    pattern = _GAP.sub(lambda gap: _GAPS[gap[1]] + f"{{0,{gap[2]}}}?", pattern.replace("[^", r"[^\n"))
    return re.compile(pattern, re.I | re.M | re.X)


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording that is meant: ``said`` is what was written."""

    utterance: Utterance
    start: int
    end: int
    sure: bool

    @property
    def said(self) -> str:
        return self.utterance.text[self.start : self.end]

    def finding(self, message: str, hint: str, severity: Severity | None = None) -> Finding:
        """A finding at the words; ``{said}`` in the message is what was written."""
        span = self.utterance.span(self.start, self.end)
        said = self.said if len(self.said) <= 24 else self.said[:23] + "…"
        severity = severity or (None if self.sure else Severity.WARNING)
        return Finding(self.utterance.source, span, message.format(said=said), hint, severity=severity)


EVERYONE = frozenset(Speaker) - {Speaker.PUPIL}


def near(one: str, other: str, apart: int = 16) -> str:
    """The pattern of two patterns in either order, at most ``apart`` characters from each other."""
    gap = f".{{0,{apart}}}?"
    return f"(?:(?:{one}){gap}(?:{other})|(?:{other}){gap}(?:{one}))"


def hits(
    library: Library,
    wordings: Iterable[Wording],
    *,
    speakers: frozenset[Speaker] = EVERYONE,
    where: Callable[[Utterance], bool] | None = None,
) -> Iterator[Hit]:
    """Every wording that is meant, at most one a sentence."""
    found: dict[int, Hit] = {}
    for one in wordings:
        for line, utterance, start, end in library.speech.find(one.pattern):
            if line in found or utterance.speaker not in speakers:
                continue
            if (where is None or where(utterance)) and meant(utterance, one, start, end):
                found[line] = Hit(utterance, start, end, one.sure)
    yield from (found[line] for line in sorted(found))


def meant(utterance: Utterance, one: Wording, start: int, end: int) -> bool:
    """Whether the words are really said or asked for, and nothing in their sentence makes them right."""
    text = utterance.text
    first, last = sentence(text, start, end)
    if one.unless and one.unless.search(text, first, last):
        return False
    if one.plain:
        return True
    whole = text[first:last]
    if _FRAME.search(whole) or _BANNING_HEAD.match(text[:start]) or _BANNING_TITLE.search(utterance.heading):
        return False
    if _TALE.search(whole) and not re.search("[演扮]", whole):
        return False
    if denied(text, start, end, inside=not one.negative) or quoted(text, start, end):
        return False
    if one.asked and whole.rstrip("”’）) ").endswith(("？", "?")) and _QUESTION.search(whole.rstrip("？?”’")):
        return False
    return not (one.supposed and _is_supposed(text[first:start], text[end:last]))


def denied(text: str, start: int, end: int, *, inside: bool = True) -> bool:
    """Whether a denial before, in or after the words takes them back."""
    text = _SET_WORDS.sub(_blank, text)
    first, last = sentence(text, start, end)
    before = _SPOKEN.sub(_blank, text[first:start])  # what is quoted denies nothing outside
    after = re.sub(r"(.)不\1", r"\1", text[end:last])  # 对不对 asks
    if _COMMENT.match(after) or _AFTER.match(after):
        return True
    refused = _REFUSED.match(after)
    if refused and refused["verb"] in text[start:end]:
        return True
    for found in _FIRM_RE.finditer(before):
        if _is_alternative(before, found.start()):
            continue
        gap = before[found.end() :]
        pauses = sum(c in _PAUSE for c in gap.rstrip("".join(_OPENING)))
        if _STOPS_FIRM.search(gap) or len(gap) > 40:
            continue
        if pauses == 0 or (pauses <= 2 and _REACHES.match(before, found.start()) and not _TURNS.search(gap)):
            return True
        if pauses == 1 and gap.rstrip(_OPENING)[-1:] in "：:" and gap[-1:] in _OPENING:
            return True
    clause = re.split(f"[{_PAUSE}]", before)[-1]
    for found in _PLAIN_RE.finditer(clause):
        if not _is_denial(clause, found.start()):
            continue
        if not _STOPS_PLAIN.search(clause[found.end() :]):
            return True
    if inside:
        words = text[start:end]
        return any(
            _is_denial(words, found.start())
            for found in re.finditer(r"不|没|(?<![个特分区告级性类差鉴识离辨派])别(?![人的校])", words)
            if found.start()
        )
    return False


def _blank(found: re.Match[str]) -> str:
    return "〇" * len(found.group())


def _is_denial(text: str, at: int) -> bool:
    if text[at] != "不":
        return not _is_alternative(text, at)
    if _NO_DENIAL_AFTER.match(text, at) or _is_alternative(text, at):
        return False
    return not (at and text[at - 1] in _NO_DENIAL_BEFORE)


def _is_alternative(text: str, at: int) -> bool:
    """是不是, 能不能, 有没有: a question, no denial."""
    if text.startswith("没", at) and at and text[at - 1] == "有":
        return True
    return 0 < at < len(text) - 1 and text[at] in "不没" and text[at - 1] == text[at + 1]


def quoted(text: str, start: int, end: int) -> bool:
    """Whether the words stand in quotation marks as words that are spoken of, not said."""
    opening = max(text.rfind(mark, 0, start + 1) for mark in _OPENING)
    if opening < 0:
        return False
    closing = _CLOSING[_OPENING.index(text[opening])]
    if closing in text[opening:start]:
        return False
    close = text.find(closing, max(end - 1, opening))
    if close < 0:
        return False
    return bool(_TOLD_BEFORE.search(text[:opening]) or _TOLD_AFTER.match(text[close + 1 :]))


def _is_supposed(before: str, after: str) -> bool:
    found = _SUPPOSED.search(before)
    return bool(found and not _THEN.search(found["gap"]) and _FOLLOWS.match(after))
