"""Words a teacher may stumble over, what they mean, and where authors use them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.content.kind import Item
from generator.content.schema import Model, Problem, Settings, Slug, Text
from generator.content.suggest import hint
from generator.source.outline import heading_id
from generator.source.span import Span

Location = tuple[str | int, ...]

_READ = frozenset({"paragraph", "cell"})
# Before a link they would make an image of it, or no link at all.
_BREAKS = frozenset("!\\")


class Entry(Model):
    """A term and its meaning. ``see`` names items that say more."""

    term: Text
    aliases: tuple[Text, ...] = ()
    meaning: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    see: tuple[Slug, ...] = ()
    everyday: bool = False
    """Whether it is an everyday word too: then it is explained where it is a label, not in running text."""

    @property
    def words(self) -> tuple[str, ...]:
        return (self.term, *self.aliases)

    @property
    def id(self) -> str:
        """The part of an address that names it."""
        return heading_id(self.term)


class Group(Model):
    """Terms that belong together."""

    name: Text
    terms: Annotated[tuple[Entry, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an author uses a term."""

    entry: Entry
    span: Span


class Glossary(Settings):
    """``glossary.yml``, validated."""

    groups: tuple[Group, ...] = ()

    def called(self, word: str) -> Entry | None:
        """The entry whose term or alias ``word`` is."""
        return self._by_word.get(word)

    def mentions(self, items: Iterable[Item], titles: Iterable[str]) -> dict[str, tuple[Mention, ...]]:
        """Where authors use the terms in what they tell a teacher, in reading order, by path of item.

        Not in headings, links and code, not in what is said aloud or by pupils, nor in the title
        of a document. Of words that stand in each other the longest counts.
        """
        terms = {word: entry for word, entry in self._by_word.items() if not entry.everyday}
        longest = sorted({*terms, *titles}, key=len, reverse=True)
        pattern = re.compile("|".join(map(_whole, longest)))
        return {item.path: tuple(_mentions(item, pattern, terms)) if terms else () for item in items}

    def problems(self, slugs: frozenset[str] | None = None) -> Iterator[Problem]:
        """Each doubled word, and each slug that is nowhere."""
        ids: dict[str, Entry] = {}
        for location, entry in self._located():
            places: tuple[Location, ...] = (
                ("term",),
                *(("aliases", index) for index in range(len(entry.aliases))),
            )
            for index, (place, word) in enumerate(zip(places, entry.words, strict=True)):
                other = ids.setdefault(heading_id(word), entry)
                if len(word.strip()) < 2:
                    message = f"“{word}”只有一个字，在别的词里到处都是。"
                    yield (*location, *place), message, "写长一点，例如“说‘过’”而不是“过”"
                elif other is not entry:
                    message = f"“{word}”在“{other.term}”那一条里已经有了。"
                    yield (*location, *place), message, "一个词只解释一次：删掉一处，或者合成一条"
                elif word in entry.words[:index]:
                    yield (*location, *place), f"“{word}”写了两次。", "删掉一个"
            for index, slug in enumerate(entry.see):
                if slugs is not None and slug not in slugs:
                    yield (*location, "see", index), f"see 里的“{slug}”不存在。", hint(slug, sorted(slugs))

    def _located(self) -> Iterator[tuple[Location, Entry]]:
        for number, group in enumerate(self.groups):
            for index, entry in enumerate(group.terms):
                yield ("groups", number, "terms", index), entry

    @cached_property
    def _by_word(self) -> dict[str, Entry]:
        return {word: entry for _, entry in self._located() for word in entry.words}


def _mentions(item: Item, pattern: re.Pattern[str], terms: Mapping[str, Entry]) -> Iterator[Mention]:
    outline, source = item.document.outline, item.document.source
    closed = [*outline.linked, *(s.own for step in item.body.steps if (s := step.part("responses")))]
    for prose in outline.prose:
        if prose.quoted or prose.kind not in _READ:
            continue
        for match in pattern.finditer(prose.text):
            span = prose.span(*match.span())
            if (
                match[0] in terms
                and prose.together(*match.span())
                and source.text[span.start - 1] not in _BREAKS
                and not any(span in other for other in closed)
            ):
                yield Mention(terms[match[0]], span)


def _whole(word: str) -> str:
    """A pattern of the word; Western letters count only as whole words."""
    before = r"(?<![A-Za-z0-9])" if re.match("[A-Za-z0-9]", word) else ""
    after = r"(?![A-Za-z0-9])" if re.search("[A-Za-z0-9]$", word) else ""
    return f"{before}{re.escape(word)}{after}"
