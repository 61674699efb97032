"""The handbook as it may be one day: the real one, and made-up lessons up to a number.

A made-up lesson has the frame of a real one: its place, facets, headings and minutes. What stands
under each heading comes from a lesson drawn for that heading, its title, summary and keywords from
the halves of others'. Then some of the words that few lessons have, the same ones all through the
lesson, give way to words of a Chinese dictionary, drawn by how common they are.

Realistic are the lengths, the number of sections, the share of common words, and the growth of the
vocabulary: with ``SWAPPED`` words a lesson the number of terms grows with the number of lessons to
the power 0.58 up to 1,000 lessons and somewhat more slowly after that, as it does from the first
real lesson to the last. Not realistic is the sense: many lessons share sentences, no two are about
one thing, and a made-up lesson may answer a question by accident. So what is measured here is what
a search costs, and not how well it answers.
"""

from __future__ import annotations

import gc
import json
import logging
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import jieba

from generator.config import Config
from generator.content.kinds.lesson import Lesson
from generator.content.library import Library
from generator.pipeline import assemble, load, read
from generator.source.document import parse
from generator.source.span import Source

SWAPPED = 55
"""How many words of a lesson give way to others."""
RARE = 0.15
"""A word that a larger share of the lessons has belongs to all of them: 学生, 教师活动."""
KEYWORDS = 10
SUMMARY = 80
"""The longest that a card takes."""

_WORD = re.compile(r"[一-鿿]{2,4}")
_PROPER = ("nr", "ns", "nt", "nz")


def many(root: Path, number: int) -> Library:
    """The library at ``root`` without drafts and with ``number`` lessons, the same ones in every run."""
    config = Config(root)
    real = load(config).without_drafts()
    logging.getLogger("jieba").setLevel(logging.WARNING)
    made = Maker(real.lessons, Dictionary.jieba(), random.Random(number)).lessons(number - len(real.lessons))
    reading = read(config)
    # Everything read stays, so looking through it for what may go takes a third of the time for nothing.
    gc.disable()
    try:
        return assemble(reading, map(parse, (*reading.tree.sources, *made))).without_drafts()
    finally:
        gc.enable()


@dataclass(frozen=True)
class Dictionary:
    """Words by their length, each with the sum of its weight and those before it."""

    words: Mapping[int, Sequence[str]]
    sums: Mapping[int, Sequence[float]]

    @classmethod
    def jieba(cls) -> Dictionary:
        """The words of jieba's dictionary but for names. A rare word counts more than its share."""
        words: dict[int, list[str]] = defaultdict(list)
        weights: dict[int, list[float]] = defaultdict(list)
        with jieba.get_dict_file() as file:
            for line in file.read().decode("utf-8").splitlines():
                word, frequency, part = line.split(" ")
                if _WORD.fullmatch(word) and not part.startswith(_PROPER):
                    words[len(word)].append(word)
                    weights[len(word)].append((int(frequency) + 1) ** 0.5)
        return cls(words, {size: tuple(accumulate(found)) for size, found in weights.items()})

    def draw(self, chance: random.Random, size: int) -> str:
        return chance.choices(self.words[size], cum_weights=self.sums[size])[0]


Words = tuple[str, ...]
"""A text cut into words, everything between them included."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section or step of a lesson; parts of one ``name`` can stand for each other."""

    name: str
    heading: str
    words: Words


@dataclass(frozen=True)
class Maker:
    """Makes lessons of real ones; ``chance`` decides which parts of which."""

    real: Sequence[Lesson]
    dictionary: Dictionary
    chance: random.Random

    @cached_property
    def parts(self) -> Mapping[str, tuple[Part, ...]]:
        """Of each real lesson by its slug, in reading order."""
        return {lesson.slug: tuple(_parts(lesson)) for lesson in self.real}

    @cached_property
    def alike(self) -> Mapping[str, Sequence[Part]]:
        """All parts of one name."""
        found: dict[str, list[Part]] = defaultdict(list)
        for parts in self.parts.values():
            for part in parts:
                found[part.name].append(part)
        return found

    @cached_property
    def rare(self) -> frozenset[str]:
        """The words that tell a lesson from others."""
        held = Counter(
            word for parts in self.parts.values() for word in {word for part in parts for word in part.words}
        )
        most = RARE * len(self.real)
        return frozenset(word for word, number in held.items() if _WORD.fullmatch(word) and number <= most)

    def lessons(self, number: int) -> Iterator[Source]:
        taken = {lesson.title for lesson in self.real}
        for place in range(number):
            frame = self.chance.choice(self.real)
            parts = [
                (part.heading, self.chance.choice(self.alike[part.name])) for part in self.parts[frame.slug]
            ]
            swaps = self._swaps(word for _, part in parts for word in part.words)
            title = self._title(swaps)
            while title in taken:
                title = self._title(swaps)
            taken.add(title)
            front = _front(frame, title, self._summary(swaps), self._keywords(swaps))
            body = "".join(heading + _swapped(part.words, swaps) for heading, part in parts)
            path = frame.kind.path(band=frame.band, strand=frame.strand, slug=f"made-up-{place:04}")
            yield Source(path, f"---\n{front}---\n{body}")

    def _swaps(self, words: Iterable[str]) -> Mapping[str, str]:
        rare = sorted(self.rare.intersection(words))
        gone = self.chance.sample(rare, min(SWAPPED, len(rare)))
        return {word: self.dictionary.draw(self.chance, len(word)) for word in gone}

    def _title(self, swaps: Mapping[str, str]) -> str:
        first, second = (_cut(lesson.title) for lesson in self.chance.choices(self.real, k=2))
        return self._own(first[: (len(first) + 1) // 2] + second[len(second) // 2 :], swaps)

    def _summary(self, swaps: Mapping[str, str]) -> str:
        first, second = (lesson.card.summary for lesson in self.chance.choices(self.real, k=2))
        whole = f"{first.partition('，')[0]}，{second.partition('，')[2] or second}"
        return self._own(_cut(whole), swaps)[:SUMMARY]

    def _keywords(self, swaps: Mapping[str, str]) -> tuple[str, ...]:
        """Half of them as others have them, since many lessons answer one need; half with a word of its own."""
        said = [
            self.chance.choice(lesson.card.keywords) for lesson in self.chance.sample(self.real, KEYWORDS)
        ]
        own = [self._own(_cut(phrase), swaps) for phrase in said[KEYWORDS // 2 :]]
        return tuple(dict.fromkeys((*said[: KEYWORDS // 2], *own)))

    def _own(self, words: Words, swaps: Mapping[str, str]) -> str:
        """The words with one of them made a word that only this lesson has, where there is one to be made so."""
        places = [place for place, word in enumerate(words) if _WORD.fullmatch(word)]
        if not places:
            return "".join(words)
        place = self.chance.choice(places)
        return "".join((*words[:place], self.chance.choice(list(swaps.values())), *words[place + 1 :]))


def _parts(lesson: Lesson) -> Iterator[Part]:
    text = lesson.document.source
    for section in lesson.document.outline.walk():
        if section.level == 2:
            steps = any(child.timed for child in section.children)
            body = text[section.own if steps else section.whole]
            yield Part(section.title, f"## {section.title}\n", _cut(body))
        elif section.level == 3 and section.timed:
            label = section.timed.label
            heading = f"### {label}（{section.timed.minutes}分钟）"
            yield Part(label, heading, _cut(f"{section.timed.name}\n{text[section.whole]}"))


def _front(frame: Lesson, title: str, summary: str, keywords: tuple[str, ...]) -> str:
    said = {
        "title": title,
        "summary": summary,
        "keywords": keywords,
        "moved_from": (),
        "tried": (),
        "reviewed_by": (),
    }
    values = {**frame.card.model_dump(mode="json", exclude_none=True), **said}
    updated = values.pop("updated")
    # JSON is YAML, but for a date, which would be a string.
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return "".join(lines) + f"updated: {updated}\n"


def _cut(text: str) -> Words:
    return tuple(jieba.cut(text))


def _swapped(words: Words, swaps: Mapping[str, str]) -> str:
    return "".join(swaps.get(word, word) for word in words)
