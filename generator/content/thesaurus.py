"""Words that mean the same to a teacher, and questions that one guide answers before all else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.content.schema import Model, Problem, Settings, Slug, Text
from generator.content.suggest import hint

Words = tuple[Text, ...]
LEAST, MOST = 2, 12
"""How many characters a word of a group has: a question is looked through for such runs."""


class Answer(Model):
    """What is said, and which guide is shown, above everything else found for a question with one of ``words``."""

    words: Annotated[Words, Field(min_length=1)]
    guide: Slug
    say: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    together: tuple[Annotated[tuple[Words, ...], Field(min_length=2)], ...] = ()
    """Lists of words of which one each must be there, whatever stands between: 爷爷 … 动手."""
    unless: Words = ()
    """Phrases that hold one of ``words`` and mean nothing of the kind: 被打断 holds 被打."""
    urgent: bool = False
    """Whether a child may be in danger: then it is said whatever else is found, in the colour of what is urgent."""


class Thesaurus(Settings):
    """``thesaurus.yml``: each group's words find each other's pages. ``shared`` words may stand in several."""

    groups: tuple[Annotated[Words, Field(min_length=2)], ...] = ()
    shared: Words = ()
    answers: tuple[Answer, ...] = ()
    asking: Words = ()
    """Words that ask and do not name. They are left out of a question, unless they are part of a group's word."""

    def problems(self, slugs: frozenset[str] | None = None) -> Iterator[Problem]:
        """Each word that stands twice, in a group, in two of them, or among the answers, and each guide that is nowhere."""
        for name, rows in (("groups", self.groups), ("answers", tuple(a.words for a in self.answers))):
            seen: dict[str, int] = {}
            for number, words in enumerate(rows):
                for index, word in enumerate(words):
                    location = (name, number, index) if name == "groups" else (name, number, "words", index)
                    other = seen.setdefault(word, number)
                    if other != number and not (name == "groups" and word in self.shared):
                        message = f"“{word}”在第{other + 1}组里已经有了。"
                        also = "；真要放两组，就写进 shared" if name == "groups" else ""
                        yield location, message, f"一个词只放一组：删掉一处{also}"
                    elif name == "groups" and not LEAST <= len(word) <= MOST:
                        yield (
                            location,
                            f"“{word}”有{len(word)}个字，查找时用不上。",
                            f"写{LEAST}到{MOST}个字的词",
                        )
                    elif word in words[:index]:
                        yield location, f"“{word}”写了两次。", "删掉一个"
        for number, answer in enumerate(self.answers):
            for index, phrase in enumerate(answer.unless):
                said = (
                    *answer.words,
                    *(word for lists in answer.together for words in lists for word in words),
                )
                if not any(_touch(word, phrase) for word in said):
                    message = f"“{phrase}”和这一组的词没有一个字连得上。"
                    yield ("answers", number, "unless", index), message, "删掉，或者检查写错的字"
            if slugs is not None and answer.guide not in slugs:
                message = f"guide 里的“{answer.guide}”不存在。"
                yield ("answers", number, "guide"), message, hint(answer.guide, sorted(slugs))


def _touch(word: str, phrase: str) -> bool:
    """Whether the word may stand in a text with the phrase and have a character of it: 爸爸打 with 打电话."""
    ends = any(word.endswith(phrase[:size]) or phrase.endswith(word[:size]) for size in range(1, len(word)))
    return word in phrase or ends
