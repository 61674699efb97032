"""The site for MkDocs. The only file that imports mkdocs, which finds the plugin by entry point."""

from __future__ import annotations

import logging
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, cast

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.utils.templates import TemplateContext

from generator.config import Config
from generator.content.kind import kinds
from generator.content.reference import resolve
from generator.pages.page import Site, relative
from generator.pipeline import Result, publish, run
from generator.report import text
from generator.source.outline import outline
from generator.source.span import Source, Span

ABOUT = "关于"
THEME = Path(__file__).parent.parent / "theme"


class Refused(Abort):
    """The repository has faults, so nothing was built."""

    def __init__(self, result: Result) -> None:
        super().__init__(text(result.diagnostics) + "没有生成网站：请先改好上面的问题。")
        self.result = result


class HandbookPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Gives MkDocs the pages, the navigation and the files of the site."""

    site: Site
    markdown: Mapping[str, str]
    titles: Mapping[str, str]
    sections: dict[str, Section]
    serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks everything. Raises ``Refused`` before MkDocs touches the site folder."""
        root = Path(config.config_file_path).parent
        settings = Config(root, drafts=self.serving, address=config.site_url or "")
        result = run(settings)
        if not result.clean:
            raise Refused(result)
        self.site, self.markdown = publish(settings, result.library)
        self.titles = result.library.pages
        config.theme.dirs.insert(0, str(THEME))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for page in self.site.pages:
            file = File.generated(
                config, page.path, content=self.markdown[page.path], inclusion=InclusionLevel.NOT_IN_NAV
            )
            if page.source:
                file.edit_uri = page.source
            files.append(file)
        for path, data in self.site.files.items():
            files.append(File.generated(config, path, content=data, inclusion=InclusionLevel.NOT_IN_NAV))
        for file in files.documentation_pages():
            file.inclusion = InclusionLevel.NOT_IN_NAV
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The navigation: index pages only; every page gets its parent and its neighbours."""
        made: dict[str, EnginePage] = {}
        for page in self.site.pages:
            file = files.get_file_from_path(page.path)
            assert file is not None
            made[page.path] = EnginePage(page.title, file, config)
        own = {
            file.src_uri: EnginePage(None, file, config)
            for file in files.documentation_pages()
            if file.src_uri not in made
        }
        parents = {page.trail[-1] for page in self.site.pages if page.trail}
        self.sections = {
            path: Section(self.titles[f"docs/{path}"] if path in own else self.site.page(path).title, [])
            for path in parents
        }
        top: list[Any] = []
        listed = [page for page in self.site.pages if page.order is not None]
        for page in sorted(listed, key=lambda p: (len(p.trail), p.order or 0)):
            place = self.sections[page.trail[-1]].children if page.trail else top
            if page.path in self.sections:
                section = self.sections[page.path]
                section.children.insert(0, made[page.path])
                section.parent = self.sections[page.trail[-1]] if page.trail else None
                place.append(section)
            else:
                place.append(made[page.path])
        for page in self.site.pages:
            engine_page = made[page.path]
            inside = self.sections.get(page.path) or (self.sections[page.trail[-1]] if page.trail else None)
            engine_page.parent = inside
            engine_page.previous_page = made.get(page.before or "")
            engine_page.next_page = made.get(page.after or "")
        if own:
            top.append(self._hand_written(own))
        return Navigation(top, [*(made[page.path] for page in listed), *own.values()])

    def _hand_written(self, own: Mapping[str, EnginePage]) -> Section:
        """The pages of docs/ under one name; what is made below one of them stands below it."""
        about = Section(ABOUT, [])
        for path, page in own.items():
            section = self.sections.get(path)
            if section:
                section.children.insert(0, page)
                section.parent = about
            page.parent = section or about
            about.children.append(section or page)
        return about

    def on_page_markdown(self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Links of a hand-written page into the content folders, which lie beside docs/ in the repository."""
        if page.file.src_uri in self.markdown:
            return markdown
        path = f"docs/{page.file.src_uri}"
        folders = {kind.folder for kind in kinds()}
        source = Source(path, markdown)
        for link in reversed(outline(source, Span(0, len(markdown))).links):
            target = resolve(path, link.target)
            if PurePosixPath(target.path).parts[:1] and PurePosixPath(target.path).parts[0] in folders:
                address = relative(target.path.removesuffix(".md"), page.file.src_uri)
                if target.path.endswith(".md"):
                    address += ".md"
                if target.fragment:
                    address += f"#{target.fragment}"
                markdown = markdown[: link.span.start] + address + markdown[link.span.end :]
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: EnginePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """For the theme: ``handbook`` is our page, ``siblings`` are (title, address, current) beside it."""
        path = page.file.src_uri
        ours = self.site.page(path) if path in self.markdown else None
        beside = ours.siblings if ours else ()
        more = {
            "handbook": ours,
            "siblings": [
                (self.site.page(other).title, relative(other, path), other == path) for other in beside
            ],
            "sibling_title": self.sections[ours.trail[-1]].title if ours and ours.trail else "",
        }
        cast(dict[str, Any], context).update(more)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """For the sitemap: ``updated`` has the day of an item's last change by its page's path."""
        items = {page.path: page.item for page in self.site.pages if page.item}
        more = {"updated": {path: item.card.updated.isoformat() for path, item in items.items()}}
        cast(dict[str, Any], context).update(more)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        # It carries the day it was made, and nobody asks for it.
        Path(config.site_dir, "sitemap.xml.gz").unlink(missing_ok=True)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        root = Path(config.config_file_path).parent
        for name in [
            *(kind.folder for kind in kinds()),
            "curriculum.yml",
            "school.yml",
            "thesaurus.yml",
            "glossary.yml",
            "generator",
        ]:
            if (root / name).exists():
                server.watch(str(root / name))
        return server


def build(config_file: Path, site_dir: Path) -> Site:
    """Builds beside ``site_dir`` and swaps it in only when all is well.

    Raises ``Refused`` for faults in the content and ``SystemExit`` for a warning of MkDocs;
    ``site_dir`` is then as it was, byte for byte.
    """
    site_dir = site_dir.resolve()
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{site_dir.name}-", dir=site_dir.parent))
    logging.basicConfig(level=logging.WARNING, format="MkDocs：%(message)s")
    try:
        config = load_config(str(config_file), site_dir=str(staging / "new"), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
        config.plugins.on_shutdown()
        if site_dir.exists():
            site_dir.rename(staging / "old")
        (staging / "new").rename(site_dir)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    plugin = config.plugins["handbook"]
    assert isinstance(plugin, HandbookPlugin)
    return plugin.site


def serve(config_file: Path, address: str | None) -> None:
    """Serves the site, drafts included, and builds it anew when a file changes."""
    handler = logging.StreamHandler()
    handler.addFilter(_in_chinese)
    logging.basicConfig(level=logging.INFO, format="%(message)s", handlers=[handler])
    extra: dict[str, Any] = {"dev_addr": address} if address else {}
    mkdocs_serve.serve(config_file=str(config_file), livereload=True, **extra)


_SAID = {
    "Documentation built in": "网站已生成。",
    "Serving on": "打开这个地址预览：{address}（按 Ctrl+C 结束）",
    "Detected file changes": "文件有改动，重新生成……",
    "Reloading browsers": "浏览器已刷新。",
    "An error happened during the rebuild": "这次没有生成，网页还是改动以前的样子。改好上面的问题再保存。",
    "Shutting down": "预览结束。",
}


def _in_chinese(record: logging.LogRecord) -> bool:
    """Says in Chinese what an author wants to know of the engine's talk; warnings stay as they are."""
    said = record.getMessage()
    for english, chinese in _SAID.items():
        if english in said:
            found = re.search(r"https?://\S+", said)
            record.msg, record.args = chinese.format(address=found[0] if found else ""), ()
            return True
    return record.levelno >= logging.WARNING
