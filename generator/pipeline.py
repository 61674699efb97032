"""The straight line from files to a site: read → parse → decode → link → check → plan → render.

Each stage is a function of what came before and changes nothing made earlier. Findings are
values; exceptions are for bugs and for the disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.cache import recall, remember
from generator.config import Config
from generator.content.curriculum import Curriculum
from generator.content.decode import decode, decode_settings
from generator.content.glossary import Glossary
from generator.content.kind import Item, kinds
from generator.content.library import Library, Place, slug_of
from generator.content.schema import Settings
from generator.content.school import School
from generator.content.thesaurus import Thesaurus
from generator.fix import Fix, Fixed, fix, written
from generator.outputs.output import make
from generator.pages.page import Site, plan
from generator.pages.render import render
from generator.rules.verdict import Excused, check
from generator.source.diagnostic import Diagnostic, Finding, Severity
from generator.source.document import Document, parse
from generator.source.outline import outline
from generator.source.reading import Tree, read_file, read_tree
from generator.source.span import Source, Span

S = TypeVar("S", bound=Settings)

_PASSES = 8


@dataclass(frozen=True)
class Result:
    """A run: the library as far as it could be read, and everything found in it."""

    library: Library
    diagnostics: tuple[Diagnostic, ...]
    excused: tuple[Excused, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing but to-dos was found."""
        return all(d.severity is Severity.TODO for d in self.diagnostics)


@dataclass(frozen=True)
class Reading:
    """Everything that was read from the disk, and what was wrong with it."""

    curriculum: Curriculum
    school: School
    thesaurus: Thesaurus
    glossary: Glossary
    settings: Mapping[str, Source]
    tree: Tree
    pages: Mapping[str, str]
    findings: tuple[Finding, ...]


def read(config: Config) -> Reading:
    """Reads the settings and every file of the content folders. Raises ``OSError`` if the disk does."""
    settings: dict[str, Source] = {}
    findings: list[Finding] = []

    def setting(
        path: str, model: type[S], default: S, required: bool, slugs: frozenset[str] | None = None
    ) -> S:
        source, problems = read_file(config.root, path)
        findings.extend(problems)
        if source is None:
            if required:
                nowhere = Source(path, "")
                message = f"找不到 {path}。"
                hint = "在手册仓库的根目录里运行"
                findings.append(Finding(nowhere, Span(0, 0), message, hint, "vocabulary"))
            return default
        settings[path] = source
        if problems:
            return default
        value, problems = decode_settings(source, model, slugs)
        findings.extend(problems)
        return value if value is not None else default

    curriculum = setting(config.curriculum, Curriculum, Curriculum.blank(), True)
    school = setting(config.school, School, School(), False)
    # Without the vocabulary every file would look wrong; only its own faults are worth saying.
    folders = [kind.folder for kind in kinds()] if curriculum.bands else []
    tree = read_tree(config.root, folders)
    findings.extend(tree.findings)
    slugs = frozenset(slug_of(source.path) for source in tree.sources) if folders else None
    thesaurus = setting(config.thesaurus, Thesaurus, Thesaurus(), False, slugs)
    glossary = setting(config.glossary, Glossary, Glossary(), False, slugs)
    pages = _hand_written(config.root, config.docs)
    return Reading(curriculum, school, thesaurus, glossary, settings, tree, pages, tuple(findings))


def assemble(reading: Reading, documents: Iterable[Document]) -> Library:
    """Decodes and links what was read and parsed. What could not be read stays known by its slug."""
    known = tuple(documents)
    unread = {finding.source.path for finding in reading.tree.findings}
    all_kinds = kinds()
    findings = list(reading.findings)
    items: list[Item] = []
    for document in known:
        if document.source.path in unread:
            continue
        findings.extend(document.findings)
        item, problems = decode(document, all_kinds, reading.curriculum)
        findings.extend(problems)
        if item is not None:
            items.append(item)
    return Library(
        curriculum=reading.curriculum,
        school=reading.school,
        thesaurus=reading.thesaurus,
        glossary=reading.glossary,
        documents=known,
        items=tuple(items),
        assets=reading.tree.assets,
        findings=tuple(findings),
        pages=reading.pages,
        settings=reading.settings,
    )


def load(config: Config, changed: Mapping[str, str] | None = None) -> Library:
    """The library as far as it could be read. Raises ``OSError`` if the disk does.

    ``changed`` has texts by path that stand for what is on the disk.
    """
    reading = read(config)
    now = changed or {}
    sources = (Source(s.path, now.get(s.path, s.text)) for s in reading.tree.sources)
    return assemble(reading, map(parse, sources))


def run(config: Config, changed: Mapping[str, str] | None = None) -> Result:
    """Everything that can be said about the repository in one go."""
    library = load(config, changed)
    known = recall(config.root, library)
    verdict = check(library, known)
    if verdict.judged.keys() != known.keys():
        remember(config.root, library, verdict.judged)
    return Result(library, verdict.diagnostics, verdict.excused)


def mend(
    config: Config, wanted: Callable[[str], bool] = lambda path: True
) -> tuple[tuple[Fixed, ...], Result]:
    """What to write so that all is put right that a machine may, and what then remains.

    One edit may make room for another, so it is done until nothing changes. A file in which
    something new would be found is left as it was.
    """
    before = result = run(config)
    fixes: dict[str, Fix] = {}
    left: set[str] = set()
    for _ in range(_PASSES):
        step = {f.path: f for f in fix(result.library, result.diagnostics) if wanted(f.path)}
        step = {path: f for path, f in step.items() if path not in left}
        if not step:
            break
        tried = {path: Fix(path, f.text, f.places + _places(fixes, path)) for path, f in step.items()}
        after = run(config, {path: f.text for path, f in (fixes | tried).items()})
        worse = _worse(before, after)
        if worse:
            left |= (worse & set(step)) or set(step)
        else:
            fixes |= tried
            result = after
    files = (
        written(document, (config.root / document.source.path).read_bytes(), fixes.get(document.source.path))
        for document in result.library.documents
        if wanted(document.source.path)
        and not any(f.source.path == document.source.path for f in result.library.on("encoding"))
    )
    return tuple(fixed for fixed in files if fixed), result


def _places(fixes: Mapping[str, Fix], path: str) -> int:
    return fixes[path].places if path in fixes else 0


def _worse(before: Result, after: Result) -> set[str]:
    """The files in which something is found that was not."""
    old = Counter((d.path, d.code) for d in before.diagnostics)
    new = Counter((d.path, d.code) for d in after.diagnostics)
    return {path for path, _ in new - old}


def publish(config: Config, library: Library) -> tuple[Site, Mapping[str, str]]:
    """The site of a clean library, and the Markdown of each of its pages by path."""
    shown = replace(library if config.drafts else library.without_drafts(), address=config.address)
    pages = plan(shown)
    places = tuple(Place(page.title, page.address, page.asked) for page in pages if page.asked)
    shown = replace(shown, places=places)
    site = Site(pages, {file.path: file.data for file in make(shown)})
    return site, {page.path: render(page, shown) for page in pages}


def _hand_written(root: Path, docs: str) -> dict[str, str]:
    folder = root / docs
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {f"{docs}/{path.relative_to(folder).as_posix()}": _title(path) for path in files}


def _title(file: Path) -> str:
    """The first heading of a page; nothing for a file of another kind."""
    if file.suffix != ".md":
        return ""
    source = Source(file.name, file.read_text("utf-8", errors="replace"))
    return next((s.title for s in outline(source, Span(0, len(source.text))).walk()), file.stem)
