"""The whole curriculum, linked: what every rule and every page looks at."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from generator.content.curriculum import Curriculum
from generator.content.facet import Facet, facets
from generator.content.glossary import Entry, Glossary, Mention
from generator.content.kind import Item
from generator.content.kinds.activity import Activity
from generator.content.kinds.guide import Guide
from generator.content.kinds.integration import Integration
from generator.content.kinds.lesson import Lesson
from generator.content.reference import resolve
from generator.content.schema import Printable
from generator.content.school import School
from generator.content.similarity import Similar, similar
from generator.content.speech import Speech, Utterance, on_sheet, utterances
from generator.content.thesaurus import Thesaurus
from generator.source.diagnostic import Finding
from generator.source.document import Document
from generator.source.drawing import Drawing, read
from generator.source.frontmatter import locate
from generator.source.reading import Asset, kind_of
from generator.source.span import Source, Span

RELATED: Mapping[str, str] = {"builds_on": "lesson", "lessons": "lesson", "kits": "activity"}
"""The kind that each key of the front matter may name."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One item names another. ``name`` is the front-matter key, or ``link`` for a link in the body."""

    source: Item
    name: str
    slug: str
    span: Span
    target: Item | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printable sheet of an item."""

    item: Item
    printable: Printable
    path: str

    @property
    def address(self) -> str:
        """The page that prints it: beside the file itself, so that a link to it only changes its ending."""
        return self.path.rpartition(".")[0] + ".html"


@dataclass(frozen=True, slots=True)
class Place:
    """A page that is no item and that a reader may search for: 校历, 打印页. A question with one of ``words`` names it."""

    title: str
    address: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Library:
    """Everything read, typed and linked. Nothing in it changes."""

    curriculum: Curriculum
    school: School
    thesaurus: Thesaurus
    glossary: Glossary
    documents: tuple[Document, ...] = ()
    items: tuple[Item, ...] = ()
    assets: tuple[Asset, ...] = ()
    findings: tuple[Finding, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    """Hand-written files outside the content folders that a link may lead to, by path: the titles of pages."""
    places: tuple[Place, ...] = ()
    """Known once the pages are planned; search leads to them."""
    settings: Mapping[str, Source] = field(default_factory=dict)
    address: str = ""
    """Where the site will stand on the web, with a slash at its end; empty where nobody knows."""

    def on(self, topic: str) -> tuple[Finding, ...]:
        """What readers of files saw of one topic."""
        faults = (drawing.fault for drawing in self.drawings.values() if drawing.fault)
        return tuple(f for f in (*self.findings, *faults) if f.topic == topic)

    @cached_property
    def by_slug(self) -> Mapping[str, Item]:
        """Items by slug; of two with one slug the first by path."""
        found: dict[str, Item] = {}
        for item in self.items:
            found.setdefault(item.slug, item)
        return found

    @cached_property
    def by_path(self) -> Mapping[str, Item]:
        return {item.path: item for item in self.items}

    @cached_property
    def slugs(self) -> Mapping[str, str]:
        """Every slug in the repository and its path, those of broken files included."""
        found: dict[str, str] = {}
        for document in self.documents:
            found.setdefault(slug_of(document.source.path), document.source.path)
        return found

    @cached_property
    def published(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.published)

    def without_drafts(self) -> Library:
        """The same library with published items only."""
        return replace(self, items=self.published)

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """Lessons in teaching order: grade, semester, order."""
        found = [item for item in self.items if isinstance(item, Lesson)]
        return tuple(sorted(found, key=lambda i: (i.card.grade, i.card.semester, i.card.order, i.slug)))

    @cached_property
    def tied(self) -> tuple[tuple[Lesson, ...], ...]:
        """Lessons that claim one place of a semester: which comes first cannot be told."""
        places: dict[tuple[int, int, int], list[Lesson]] = defaultdict(list)
        for lesson in self.lessons:
            if all(lesson.has(key) for key in ("grade", "semester", "order")):
                places[lesson.card.grade, lesson.card.semester, lesson.card.order].append(lesson)
        return tuple(tuple(lessons) for lessons in places.values() if len(lessons) > 1)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(item for item in self.items if isinstance(item, Activity))

    @cached_property
    def integrations(self) -> tuple[Integration, ...]:
        found = [item for item in self.items if isinstance(item, Integration)]
        order = [row.key for row in self.curriculum.subjects]
        return tuple(sorted(found, key=lambda i: (order.index(i.subject), i.grades, i.slug)))

    @cached_property
    def guides(self) -> tuple[Guide, ...]:
        return tuple(item for item in self.items if isinstance(item, Guide))

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every printable sheet named in front matter, in item order."""
        return tuple(
            Sheet(item, printable, f"{item.folder}/{printable.file}")
            for item in self.items
            for printable in item.card.printables
        )

    @cached_property
    def latest(self) -> tuple[Item, ...]:
        """Items by the day of their last change, newest first; those of one day by kind and path."""
        dated = [item for item in self.items if item.has("updated")]
        dated.sort(key=lambda item: (item.kind.order, item.path))
        return tuple(sorted(dated, key=lambda item: item.card.updated, reverse=True))

    @cached_property
    def texts(self) -> tuple[Source, ...]:
        """Every text an author wrote: pages, drawings and vocabularies."""
        pages = [document.source for document in self.documents]
        drawings = [drawing.source for drawing in self.drawings.values()]
        return (*pages, *drawings, *self.settings.values())

    @cached_property
    def twins(self) -> Mapping[str, str]:
        """Pages ``a.md`` beside an ``a/index.md``, and the path of that."""
        paths = {document.source.path for document in self.documents}
        indexes = {path: path.removesuffix(".md") + "/index.md" for path in paths}
        return {path: index for path, index in sorted(indexes.items()) if index in paths}

    @cached_property
    def drawings(self) -> Mapping[str, Drawing]:
        """Every SVG in the content folders that is one, read, by path."""
        named = (asset for asset in self.assets if asset.path.lower().endswith(".svg"))
        return {a.path: read(a.path, a.data) for a in named if kind_of(a.data) == "svg"}

    @cached_property
    def speech(self) -> Speech:
        """All prose of all items and their sheets, in item order, with who says it."""
        return Speech(
            tuple(said for item in self.items for said in (*utterances(item), *self._on_sheets(item)))
        )

    def _on_sheets(self, item: Item) -> Iterator[Utterance]:
        for printable in item.card.printables:
            drawing = self.drawings.get(f"{item.folder}/{printable.file}")
            if drawing:
                yield from on_sheet(item, drawing, printable)

    @cached_property
    def by_file(self) -> Mapping[str, Asset]:
        return {asset.path: asset for asset in self.assets}

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Where the words of the glossary stand in the items, by the item's path."""
        titles = [title for row in self.curriculum.policies for title in (row.name, *row.aliases)]
        return self.glossary.mentions(self.items, titles)

    def mentioning(self, entry: Entry) -> tuple[Item, ...]:
        """The items in which a term of the glossary stands, guides first."""
        items = (*self.guides, *self.lessons, *self.activities, *self.integrations)
        return tuple(i for i in items if any(m.entry == entry for m in self.mentions[i.path]))

    def alone(self, document: Document, assets: tuple[Asset, ...]) -> Library:
        """The library as if there were only this file and these beside it."""
        item = self.by_path.get(document.source.path)
        items = (item,) if item else ()
        return replace(self, items=items, documents=(document,), assets=assets, findings=())

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """What the items can be filtered and counted by, in a reader's order."""
        return facets(self.curriculum)

    def where(self, facet: str, term: str) -> tuple[Item, ...]:
        """The items that have a term of a facet."""
        terms = next(row.terms for row in self.facets if row.key == facet)
        return tuple(item for item in self.items if term in terms(item))

    def matching(self, where: Mapping[str, Iterable[str]]) -> tuple[Item, ...]:
        """The items that the search page shows with these terms chosen, kind by kind, lessons as they are taught.

        Terms of one facet are alternatives, facets are conditions.
        """
        terms = {facet.key: facet.terms for facet in self.facets}
        found = [
            item
            for item in self.items
            if all(not set(wanted).isdisjoint(terms[key](item)) for key, wanted in where.items())
        ]
        places = {lesson.path: place for place, lesson in enumerate(self.lessons)}
        return tuple(sorted(found, key=lambda item: (item.kind.order, places.get(item.path, 0))))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every named and linked relation, with the place where it is written."""
        found = []
        for item in self.items:
            for reference in item.references():
                span = locate(item.document.front, reference.location).span
                target = self.by_slug.get(reference.slug)
                found.append(Relation(item, reference.relation, reference.slug, span, target))
            for link in item.document.outline.links:
                target = self.by_path.get(resolve(item.path, link.target).path)
                if target is not None and target is not item:
                    found.append(Relation(item, "link", target.slug, link.span, target))
        return tuple(found)

    @cached_property
    def _backlinks(self) -> Mapping[str, tuple[Relation, ...]]:
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            if relation.target is not None:
                found[relation.target.path].append(relation)
        return {path: tuple(relations) for path, relations in found.items()}

    def backlinks(self, item: Item) -> tuple[Relation, ...]:
        """The relations that lead to an item."""
        return self._backlinks.get(item.path, ())

    @cached_property
    def cycles(self) -> tuple[tuple[Relation, ...], ...]:
        """The circles in ``builds_on``, each from its first item by path; no step is in two of them."""
        steps = {
            (r.source.path, r.target.path): r
            for r in self.relations
            if r.name == "builds_on" and r.target is not None and r.target is not r.source
        }
        found: list[tuple[Relation, ...]] = []
        while True:
            earlier: dict[str, list[str]] = defaultdict(list)
            for source, target in steps:
                earlier[source].append(target)
            try:
                TopologicalSorter(earlier).prepare()
            except CycleError as error:
                around = list(reversed(error.args[1]))[:-1]
                first = around.index(min(around))
                around = around[first:] + around[:first]
                found.append(tuple(steps.pop(step) for step in pairwise([*around, around[0]])))
            else:
                return tuple(sorted(found, key=lambda circle: circle[0].source.path))

    @cached_property
    def _related(self) -> Mapping[tuple[str, str], tuple[Item, ...]]:
        found: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for relation in self.relations:
            if relation.target is not None:
                found[relation.source.path, relation.name].append(relation.target)
        return {key: tuple(items) for key, items in found.items()}

    def related(self, item: Item, name: str) -> tuple[Item, ...]:
        """The items that ``item`` names under a front-matter key, or by ``link`` in its body."""
        return self._related.get((item.path, name), ())

    def neighbours(self, lesson: Lesson) -> tuple[Lesson | None, Lesson | None]:
        """The lessons before and after in the grade's year, across its two semesters."""
        year = [other for other in self.lessons if other.card.grade == lesson.card.grade]
        index = year.index(lesson)
        before = year[index - 1] if index else None
        after = year[index + 1] if index + 1 < len(year) else None
        return before, after

    @cached_property
    def similar(self) -> Mapping[str, tuple[Similar, ...]]:
        """By path, the lessons most like each lesson that do not lead to it anyway."""
        linked = {
            frozenset((relation.source.path, relation.target.path))
            for relation in self.relations
            if relation.target is not None
        }
        for grade in {lesson.card.grade for lesson in self.lessons}:
            year = [lesson.path for lesson in self.lessons if lesson.card.grade == grade]
            linked.update(map(frozenset, pairwise(year)))
        return similar(self.lessons, self.thesaurus.groups, linked)

    def supporting(self, item: Item) -> tuple[Guide, ...]:
        """The guides for when it gets serious, by the item's safety marks."""
        marks = set(item.card.safety)
        return tuple(g for g in self._supports if g is not item and marks.intersection(g.card.supports))

    @cached_property
    def _supports(self) -> tuple[Guide, ...]:
        return tuple(guide for guide in self.guides if guide.card.supports)

    def supported(self, item: Item) -> tuple[Item, ...]:
        """The items that a guide supports; none for anything else."""
        if item not in self._supports:
            return ()
        return tuple(other for other in self.items if item in self.supporting(other))

    @cached_property
    def unfollowed(self) -> frozenset[str]:
        """Paths of symbolic links: they are there, but nothing is read through them."""
        return frozenset(finding.source.path for finding in self.on("symlink"))

    def exists(self, path: str) -> bool:
        """Whether a link may lead to that path of the repository."""
        return path in self._files or path in self.unfollowed

    def meant(self, path: str) -> str | None:
        """The file a path that leads nowhere most surely means: in another case, or ``.html`` for ``.md``."""
        if path in self._files:
            return None
        page = path.removesuffix(".html") + ".md" if path.endswith(".html") else path
        return self._folded_files.get(page.casefold())

    @cached_property
    def _files(self) -> frozenset[str]:
        documents = (document.source.path for document in self.documents)
        return frozenset((*self.pages, *documents, *(asset.path for asset in self.assets)))

    @cached_property
    def _folded_files(self) -> Mapping[str, str]:
        return {path.casefold(): path for path in sorted(self._files)}


def slug_of(path: str) -> str:
    """The slug of a content file: its name, or its folder's for an ``index.md``."""
    folder, name = posixpath.split(path)
    stem = name.removesuffix(".md")
    return posixpath.basename(folder) if stem == "index" else stem
