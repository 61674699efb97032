"""故事和案例里的孩子都用化名。

为什么：真名会让一个真的孩子被认出来。化名表在 curriculum.yml 里：小禾、晨晨、阿木、同学A……本班的事也不拿来当例子。

反例（课例）：
    ## 学情分析
    我班的王梓涵同学常常发脾气。

正例（课例）：
    ## 学情分析
    故事里的晨晨常常发脾气。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.rules.wording import hits, wording
from generator.source.diagnostic import Finding, Severity

_SURNAME = (
    r"[王李马张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊"
    r"陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎武贺赖龚]|欧阳|司马|诸葛|上官"
)
# Characters that parents of today give; a name needs them so that 高兴 and 周一早上 are no names.
_GIVEN = (
    r"[梓子雅惠东豪翰逸凡淇淼霏楚哲翊珂祺硕焱煊骞熙羽佑炫雯蔚筱媛婧妮岚宇浩涵萱轩欣雨思远嘉怡墨俊杰桐琪妍航鸣志强伟诗琳佳婷静丽敏磊鑫博昊辰晨睿皓泽瑞诺依伊晓芮若彤艺馨悦悠晴霖凯峰鹏超勇建国"
    r"斌涛辉洋语嫣茜曼蕊菲薇瑶瑾璇玥玲珊珍慧颖萌婉娜娟芳英秀燕霞兰莹莉蓉倩翔胜刚毅奕弈晟煜炜烨烁锐钧铭钰锦楠彬彦朗骏骁越超然明华"
    r"一文乐天心可安宁阳梦雪红康成恒松柏]"
)
_BEFORE = r"(?<![\u4e00-\u9fff])|(?<=[和与跟请让叫讲举对给把被像是的班说演生校位以选派找问自学级次回午昨周由从听看见同连替向靠])|(?<=[今昨前每]天)"

_WORDINGS = (
    # A full name as parents of today give it.
    wording(
        rf"(?:{_BEFORE})(?!周[一二三四五六日末]|丁一|江一|马上|张一张|夏天)(?:{_SURNAME})(?!老师|主任|校长|医生)"
        rf"{_GIVEN}{{2}}(?!爷爷|奶奶|院士|先生|老师|主任|医生|叔叔|阿姨)",
        asked=False,
        supposed=False,
        plain=True,
    ),
    # A name of two characters needs words that say it is a pupil.
    wording(
        rf"(?:{_BEFORE})(?:{_SURNAME})[\u4e00-\u9fff]{{1,2}}(?:小?同学(?!们)|小朋友(?!们)|（化名|[，、](?:男|女)[，、]|(?:的)?真实)"
        rf"|(?:学生|毕业的?|同学|班的?|校的?)(?!的?(?:学生|同学))(?:{_SURNAME}){_GIVEN}(?=[就在被和把上，、的])",
        r"高年|平时|常见|何时|江边|田里|龙舟|雷雨|毛笔|金鱼|白天|姓什么|任何",
        supposed=False,
    ),
    # Real names asked for.
    wording(
        r"(?:用|写|写上|署|注明|要写|填)真(?:实)?(?:姓)?名|真实姓名|(?:姓名|名字)(?:都|也)?(?:没有?|不|别|未)(?:作|做|要)?(?:改|换|处理)|未(?:用|作|经)化名|真名[：:＿_]|写(?:下|出|上)[^。]{0,14}?真名|(?:是|用|写)(?:的)?(?:原名|本名)|实名(?!制)|不用化名|(?:本校|我校|本班|我班|去年|上学期).{0,8}的真事",
        r"不(?:用|写|署|填|要|注明|出现)真|别(?:用|写)真|没有真|虚构|代号|换成",
        negative=True,
    ),
    # 我校林某某
    wording(rf"(?:我|本|咱们|隔壁)(?:校|班)的?(?:{_SURNAME})某(?:某|同学|，)", supposed=False),
    # One's own class as the example.
    wording(
        r"(?:讲|举|拿|以|用|说说|谈谈|请大家评|分析|结合).{0,6}(?:我们|我|咱们|咱|本|隔壁)班?(?:班|校)(?!情|规|级约).{0,20}"
        r"(?:的?(?:事(?!情?先)|例子|故事|经历|情况|事例)|打架|吵架|哭|偷|撒谎|怎么变|为例)",
        r"不(?:拿|举|讲|用|说|点|提)|虚构|编的|化名|开心的事|约定",
    ),
    # 班上前几天那场架，谁来说说
    wording(
        r"""
            (?:我们|咱们?|我|本|隔壁)班(?:上|里)?[^，。]{0,4}?(?:上(?:个)?(?:周|礼拜|星期|月|学期)|昨天|前天|最近|前几天|前阵子|那天|刚刚)
            [^，。]{0,8}?(?:架|打|偷|闹|吵|哭|骂|欺负|撒谎|冲突|矛盾)[^。！？]{0,14}?(?:谁来|讲|说|评|导入|分析|讨论|为例|开头)
        """,
        r"不(?:拿|举|讲|用|说|点|提)|虚构|编的|化名",
    ),
)


@rule("X03", Severity.WARNING, local=True)
def check(library: Library) -> Iterator[Finding]:
    for hit in hits(library, _WORDINGS):
        yield hit.finding(
            "“{said}”像是真的人、真的事。", "换成化名表里的名字，如小禾、晨晨、同学A；故事写成虚构的"
        )
