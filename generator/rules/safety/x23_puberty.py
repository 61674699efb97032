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
_EXCUSE = r"谁都可以|谁愿意|不(?:按|分)(?:男|性别)|这(?:句|种|类)话|同意吗|别(?:对|跟|说)|不说|都可以|为什么|对吗|换成|他最爱"

_WORDINGS = (
    wording(
        rf"{_BOY}(?:们)?.{{0,6}}?(?:不(?:许|能|要|该|可以|准|兴)?(?:哭|怕|流泪|掉泪|掉眼泪|喊疼|娘|撒娇|跳舞|玩娃娃|软弱)|流血不流泪|有泪不轻弹"
        rf"|(?:要|就(?:该|要|得)|应该|应当|得|必须)(?:坚强|勇敢|让着|保护|大度|扛|像个|顶天|阳刚|有(?:男|担当|出息))|跳舞像|像什么样|理科(?:好|强)|天生)"
        rf"|(?:像个?|有点)(?:男子汉|爷们|女孩子?|女人|姑娘)(?:一样|似的)?(?:！|，|才|就)|{_BOY}要有{_BOY}(?:的)?样",
        _EXCUSE,
        negative=True,
    ),
    wording(
        rf"{_GIRL}(?:们)?.{{0,6}}?(?:(?:要|就(?:该|要|得)|应该|应当|得|必须)(?:文静|温柔|乖|矜持|安静|有坐相|坐有|细心|淑女|爱干净|听话|斯文|稳重|注意形象)"
        rf"|胆子?小|爱哭|心细|不(?:适合|擅长|能(?:大喊|打闹|疯)|该(?:打闹|疯))|学不好(?:数学|理科)|别(?:整天|老|疯|跟)|文静(?:点|些|一点)|坐没坐相|疯(?:疯癫癫|跑)|要有{_GIRL}(?:的)?样)",
        _EXCUSE,
        negative=True,
    ),
    wording(
        rf"娘娘腔|假小子|女汉子|男人婆|疯疯癫癫.{{0,6}}没人喜欢|男主外|女主内|{_BOY}(?:搬|扛|抬|干重活).{{0,12}}?{_GIRL}(?:细|负责|擦|扫|布置|收拾)"
        rf"|(?:派|请|让|由){_BOY}.{{0,16}}?(?:派|请|让|由)?{_GIRL}(?:细心|负责|擦|扫|布置)|搬.{{0,6}}派{_BOY}",
        _EXCUSE,
        negative=True,
    ),
)


@rule("X23")
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
