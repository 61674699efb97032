"""同义词每一组里，至少有一个词手册里有。

为什么：一组词一个也不在手册里，老师怎么问都找不到东西，加词的人还以为找得到。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.rules.rule import rule
from generator.source.diagnostic import Finding, Severity
from generator.source.frontmatter import locate, parse
from generator.source.span import Span

_PATH = "thesaurus.yml"


@rule("M22", Severity.TODO)
def check(library: Library) -> Iterator[Finding]:
    source = library.settings.get(_PATH)
    if source is None or not library.thesaurus.groups:
        return
    # A page that cannot be read yet may be the one that has the word.
    labels = (
        facet.label(library.curriculum, term)
        for facet in library.facets
        for term in facet.values(library.curriculum)
    )
    said = "\n".join((*(document.source.text for document in library.documents), *labels)).lower()
    node = None
    for number, group in enumerate(library.thesaurus.groups):
        if any(word.lower() in said for word in group):
            continue
        if node is None:
            node, _ = parse(source, Span(0, len(source.text)))
        assert node is not None  # It was read into the thesaurus.
        message = f"第{number + 1}组的词（{'、'.join(group[:3])}……）手册里一个也没有。"
        hint = "加进一个手册里有的词：标题、关键词或正文里的；或者删掉这一组"
        yield Finding(source, locate(node, ("groups", number)).span, message, hint)
