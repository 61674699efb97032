"""政策只引核对过的文件，不替国家立规矩。

为什么：网上的教案常编“教育部要求每周一节”“某某课程标准”。核对过的文件列在 curriculum.yml 的 policies；全国没有统一的心理课时数。

反例（课例）：
    ## 设计理念
    教育部要求每周上一节心理课。

正例（课例）：
    ## 设计理念
    课时怎么排，看当地教育部门的文件。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.library import Library
from generator.content.suggest import nearest
from generator.rules.rule import rule
from generator.rules.wording import hits, meant, wording
from generator.source.diagnostic import Finding

_TITLED = re.compile(
    r"《(?P<title>[^《》\n]{2,40}?(?:纲要|标准|指南|规定|办法|条例|通知|意见|计划|措施|规划|决定|方案|法|细则|公约)(?:[（(〔][^《》]{1,20}[）)〕])?)》"
)
_NUMBERED = re.compile(
    r"(?P<number>[\u4e00-\u9fff]{2,8}[〔\[（(]20\d\d[〕\]）)]\d{1,4}号|第?\s*\d{1,3}号令|(?:教育部)?令第?\s*\d{1,3}号)"
)
_AUTHORITY = r"教育部|国家(?!的?孩子)|国务院|卫健委|部里|中央|上级(?:文件|部门|教育)?|(?<!以)上面|上头|[市县区]里|教育[局厅]|省里|省厅|《?(?:指导)?纲要》?|新?课标|课程标准|法律|全国(?:统一)?|有关部门|政策|红头文件|现行文件|[未精家个][\u4e00-\u9fff]{2,8}法"
_ORDERS = r"要求|规定|明文|明确|写明|强制|硬性|法定|统一(?!说|印|写)|须|必须|下(?:了)?文|定下|指出|不得"
_WHAT = r"每(?:周|两周|月|学期|学年|天|班|校)|一周|两周|课时|[一两二三四五六七八九十\d]+节|心理课|必修|开设|普查|建档|档案|打卡|持证|上岗|停课|不(?:能|得)升|测评不合格|日记|认识喜怒|四种情绪|测评|配.{0,4}名|心理教师|必须认识|[一二三四五六七八九十两]种情绪|(?:考|持|取得).{0,6}证|资格证|每年|全员|(?:每个|所有)[^，。]{0,4}?(?:都|要)[^，。]{0,2}?(?:测|筛|查)|签字|学分|考核|绩效|补贴"
_WORDINGS = (
    wording(
        r"心理(?:健康)?(?:教育)?(?:课标|课程标准|新课标)|(?:落实|依据|根据|对照|按照|符合).{0,10}?(?:心理|心育)[^，。]{0,6}(?:课标|标准)",
        r"没有|不存在|查不到|没查到|未见|不(?:写|引|是|存在)|别写",
        plain=True,
    ),
    wording(
        rf"(?:{_AUTHORITY}).{{0,14}}?(?:{_ORDERS}).{{0,22}}?(?:{_WHAT})|(?:按照?|依据?|根据|遵照).{{0,4}}?(?:{_AUTHORITY}).{{0,14}}?(?:{_WHAT})"
        rf"|(?:{_WHAT})[^。]{{0,16}}?(?:硬性|强制性?|明文|法定)(?:的)?(?:规定|要求|指标|任务)"
        rf"|(?:落实|贯彻|执行|遵循|符合)[^。]{{0,4}}?(?:{_AUTHORITY})[^。]{{0,4}}?(?:关于|对|有关|里)?[^。]{{0,10}}?(?:{_WHAT})[^。]{{0,8}}?(?:规定|要求|精神|标准)"
        r"|(?:课程标准|课标|纲要)[^。]{0,3}?(?:规定|要求)的?第?[一二三四五六七八九十\d]+(?:项|个)?(?:指标|目标|情绪|要求|能力)|(?:低年级|小学).{0,4}必须认识.{0,6}情绪|(?:国务院|国家|法定)[^。]{0,12}(?:法定)?心理健康日|法定(?:的)?心理(?:健康)?日|(?:2026年|今年|最新)(?:新)?(?:修订|出台|印发|发布)?的?(?:指导)?(?:纲要|文件|规定|通知)",
        r"没有(?:查到|统一|定死|规定|这(?:句|样))|没(?:有)?查到|未(?:见|查到)|各地|本地|当地|北京|福州|湖北|湖南|四川|不(?:写|引|说|是|作|替)|查到|审定|提出|沿用|宣传教育月"
        r"|第(?:\d+|[一二三四五六七八九十]+)条|体育|手机|《中小学心理健康教育指导纲要|由学校排|没有定",
        plain=True,
    ),
)


@rule("X28", local=True)
def check(library: Library) -> Iterator[Finding]:
    known = [name for policy in library.curriculum.policies for name in (policy.name, *policy.aliases)]
    numbers = {policy.number for policy in library.curriculum.policies if policy.number}
    probe = wording(r"《")
    for said in library.speech.utterances:
        for found in _TITLED.finditer(said.text):
            title = found["title"]
            if any(title in name or name in title for name in known):
                continue
            if meant(said, probe, *found.span()):
                guess = nearest(title, known)
                hint = (
                    f"是不是《{guess}》？" if guess else "删掉它；可以引的文件列在 curriculum.yml 的 policies"
                )
                yield Finding(said.source, said.span(*found.span()), f"《{title}》不在核对过的文件里。", hint)
        for found in _NUMBERED.finditer(said.text):
            digits = re.sub(r"\D", "", found["number"])
            if not any(re.sub(r"\D", "", number).endswith(digits) for number in numbers):
                message = f"文号“{found['number']}”没有核对过。"
                hint = "删掉它；可以引的文号：" + "、".join(sorted(numbers))
                yield Finding(said.source, said.span(*found.span()), message, hint)
    for hit in hits(library, _WORDINGS):
        yield hit.finding(
            "“{said}”查不到这样的规定。", "写“看当地文件”，或者写明文件名和条目；全国没有统一的心理课时数"
        )
