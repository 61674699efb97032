"""青春期和边界的课标上 boundary；不说“男生不许哭”“女生要文静”。

为什么：有些线索（如青春期）每一课都要提前告诉家长、写明报告的义务。标记在 curriculum.yml 的 strands 里规定，文字由手册统一印。性别的老话会让孩子不敢哭、不敢怕、不敢求助，也不敢喜欢自己喜欢的事。

反例（路径）：
    lessons/upper/puberty/growing.md

反例（课例）：
    ## 课后延伸
    > 男子汉流血不流泪。

正例（课例）：
    safety: [referral]

正例（课例）：
    ## 课后延伸
    > 难过了，谁都可以哭。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.rules.wording import hits, wording
from generator.source.diagnostic import Finding
from generator.source.frontmatter import locate

_BOY = r"(?:男(?:生|孩子?|同学|子汉|儿|娃)|小伙子|小子|爷们儿?)"
_GIRL = r"(?:女(?:生|孩子?|同学|娃|儿家)|姑娘家?|小姑娘|丫头)"
_EXCUSE = r"谁都可以|谁愿意|不(?:按|分)(?:男|性别)|这(?:句|种|类)话|同意吗|(?<!区)别(?:对|说|跟(?:孩子|学生|[男女]生说))|不说|都可以|为什么|对吗|换成|他最爱|谁也|也可以|也能|都能|都行|各忙各的"

# What one sex is told to be, or to be bad or good at.
_MANLY = r"坚强|勇敢|大度|顶天|阳刚|担当|出息|硬气|摔打|狠得?下|力气|理科|保护(?!自己)|让着女|流血不流泪|有泪不轻弹|强(?!调|迫)"
_WOMANLY = r"文静|温柔|乖巧?|矜持|安静|坐相|坐没坐|细心|心细|淑女|爱干净|听话|斯文|斯斯文文|稳重|娇气|胆小|胆子小|爱哭|柔弱|被保护|笑不露齿|端庄|贤惠|顾家|轻声细语|秀气|讨人喜欢|嫁|学文(?!明)"

_WORDINGS = (
    wording(
        rf"男子汉大丈夫|哪有{_GIRL}[^。，]{{0,8}}的|{_GIRL}家(?:的|就|笑|说话|坐)",
        _EXCUSE,
        negative=True,
        asked=False,
    ),
    wording(
        rf"{_BOY}.{{0,10}}(?:像什么(?:样|话)|顶梁柱|不像话|不用做家务|别(?:让他)?做家务)|(?:做家务|绣花|跳皮筋|玩娃娃|撒娇).{{0,4}}(?:是)?(?:女(?:生|孩子?)的事|不像{_BOY})",
        _EXCUSE,
        negative=True,
    ),
    wording(
        rf"{_BOY}(?:们)?[^，。]{{0,8}}?(?:不(?:许|能|要|该|可以|准|兴)?(?:哭|怕|流泪|掉泪|掉眼泪|喊疼|娘|撒娇|跳舞|玩娃娃|软弱)|别(?:哭|怕|娘|养得)|哭(?:鼻子|什么|哭啼啼)"
        rf"|(?:{_MANLY})|像什么样|玩这个|天生|要有{_BOY}(?:的)?样)|像个?(?:男子汉|小?姑娘|爷们|女孩子?|女人)(?:一样|似的)?(?:[！，。才就]|$)"
        rf"|(?:{_MANLY})(?:——|—|－|-|是){_BOY}|养(?:儿子|男孩)[^。]{{0,12}}(?:狠|阳刚|哭)",
        _EXCUSE,
        negative=True,
    ),
    wording(
        rf"{_GIRL}(?:们)?[^，。]{{0,8}}?[，]?[^，。]{{0,4}}?(?:{_WOMANLY}|不(?:适合|擅长|能(?:大喊|打闹|疯)|该(?:打闹|疯)|如(?:男|他))|学不好|跟不上|弱(?:些|一点|$)|天生"
        rf"|别(?:整天|老|疯|跟男|玩(?:足球|枪|泥|滑板)|爬|踢|闹|大声|逞强|这么)|疯(?:疯癫癫|跑)|要有{_GIRL}(?:的)?样)|(?:温柔|文静|细心|爱干净)(?:——|—|－|-|是){_GIRL}",
        _EXCUSE,
        negative=True,
    ),
    # 跳舞是女生的事；大男生还怕打针
    wording(
        rf"""
            (?:是|算|属于)(?:你们)?(?:{_BOY}|{_GIRL}|男人|女人)(?:们)?(?:家)?(?:的|才|该)(?:有的)?
            (?:事|活|玩具|颜色|运动|游戏|专利|本分|天性|样子|做|干|玩|学|穿)
            |(?:是|都是|那是)(?:小)?(?:{_BOY}|{_GIRL}|女人|男人)(?:们)?(?:家)?(?:才)?(?:用|玩|穿|留|涂|背|学|喜欢)的(?=[，。！]|$)
            |{_BOY}(?:们)?(?:更|偏|比较|多|都|天生|相对|往往)*(?:理性|粗心|好动|皮实|粗糙|讲逻辑|调皮|爱动|胆大|大条)[^。！？]{{0,12}}?
            {_GIRL}(?:们)?(?:更|偏|比较|多|都|天生|相对|往往)*(?:感性|细腻|细心|敏感|乖|情绪化|爱静|听话|胆小)
            |{_GIRL}(?:们)?(?:当|做(?!操)|负责|演|扮|擦|扫|布置)[^。！？]{{0,14}}?{_BOY}(?:们)?(?:上场|负责|搬|抬|扛|演|扮|当|做|管|力气)
            |(?:一个|个大|大|堂堂|身为){_BOY}[^，。]{{0,3}}?(?:怕什么|哭什么|羞什么|怎么)
            |{_BOY}(?:们|嘛|呀|啊)*，[^，。]{{0,8}}?(?:算什么|怕什么|哭什么)
            |(?:儿子|男孩)[^，。]{{0,3}}?穷养|(?:女儿|女孩)[^，。]{{0,3}}?富养
            |{_GIRL}(?:们)?[^，。]{{0,8}}?(?:多难看|像什么|不像样|不成体统|嫁不出)
            |(?:毛|黄毛|死)?丫头片子|母老虎|像个?娘们|妇道人家
            |(?:{_BOY}|{_GIRL})(?:了|家|，)?[^，。]{{0,4}}?(?:还|怎么|居然|竟然?|也好意思)[^，。]{{0,3}}?(?:怕|哭|撒娇|娇气
            |掉眼泪|喊疼|害羞|玩(?:娃娃|洋娃娃)|这么(?:粗|野|疯|皮|邋遢|凶)|跟人打)
        """,
        _EXCUSE,
        asked=False,
    ),
    # 男孩子不用学做饭
    wording(
        rf"""
            {_BOY}(?:们)?(?:家)?(?:不用|不必|用不着|没必要)[^，。]{{0,3}}?(?:做饭|家务|针线|洗|扫地|炒菜|带孩子)
            |{_GIRL}(?:们)?(?:家)?(?:不用|不必|用不着|没必要)[^，。]{{0,4}}?(?:读|学|那么|考|太强|太拼|理科)
        """,
        _EXCUSE,
        negative=True,
    ),
    # Work, parts and games dealt out by sex.
    wording(
        rf"娘娘腔|假小子|女汉子|男人婆|男主外|女主内|阳刚(?:气|之气)|那是(?:女|男)(?:生|孩子?)(?:才)?玩的|(?:女|男)(?:生|孩子?)才玩的"
        rf"|{_BOY}(?:们)?(?:搬|扛|抬|扮|演|负责|当|做)[^。]{{0,14}}?{_GIRL}(?:们)?(?:细|负责|擦|扫|布置|收拾|扮|演|被|当|做|管)"
        rf"|(?:派|请|让|由|归|给|分给){_BOY}[^。]{{0,16}}?(?:派|请|让|由|归|给|分给)?{_GIRL}",
        _EXCUSE + r"|两人一组|男生女生都|不限",
        negative=True,
    ),
)


@rule("X23", local=True)
def check(library: Library) -> Iterator[Finding]:
    for lesson in library.lessons:
        for mark in library.curriculum.strand(lesson.strand).owes:
            if mark not in lesson.card.safety and "safety" not in lesson.faulty:
                span = locate(lesson.document.front, ("safety",), key=True).span
                name = library.curriculum.name("safety", mark)
                message = f"这条线索的课都要有安全标记 {mark}（{name}）。"
                marks = ", ".join(dict.fromkeys([*lesson.card.safety, mark]))
                yield Finding(lesson.document.source, span, message, f"写成：safety: [{marks}]")
    for hit in hits(library, _WORDINGS):
        yield hit.finding("“{said}”是给男生女生定规矩。", "写“谁都可以哭”“谁愿意谁来”，不按男女分")
