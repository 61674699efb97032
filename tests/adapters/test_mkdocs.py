"""The site that MkDocs makes: the same by every way, refused when the content has faults."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from generator.adapters.directory import write
from generator.adapters.mkdocs import Refused, build
from generator.config import Config
from generator.pipeline import publish, run
from tests.rules.specimen import FILES


def _digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_build_is_strict_whole_and_leaves_nothing_behind(tiny: Path) -> None:
    site = tiny / "site"
    build(tiny / "mkdocs.yml", site)
    made = _digest(site)
    for path in (
        "index.html",
        "lessons/lower/emotions/sample-lesson.html",
        "lessons/lower/emotions/sample-sheet.html",
        "lessons/lower/emotions/sample-sheet.svg",
        "activities/sample-kit/index.html",
        "integrations/chinese/sample-idea.html",
        "guides/sample-guide.html",
        "semesters/2-1.html",
        "printables/index.html",
        "emergency.html",
        "find/index.html",
        "catalogue.json",
        "404.html",
    ):
        assert path in made
    build(tiny / "mkdocs.yml", site)
    assert _digest(site) == made
    assert [path.name for path in tiny.iterdir() if path.name.startswith(".")] == [".cache"]


def test_a_fault_refuses_the_build_and_the_old_site_stays(tiny: Path) -> None:
    site = tiny / "site"
    build(tiny / "mkdocs.yml", site)
    before = _digest(site)
    file = tiny / FILES["课例"]
    file.write_text(file.read_text("utf-8").replace("minutes: 40", "minutes: 四十"), "utf-8")
    with pytest.raises(Refused) as refused:
        build(tiny / "mkdocs.yml", site)
    assert [d.code for d in refused.value.result.diagnostics] == ["M07"]
    assert _digest(site) == before
    assert [path.name for path in tiny.iterdir() if path.name.startswith(".")] == [".cache"]


def test_a_warning_of_the_engine_refuses_the_build_too(tiny: Path) -> None:
    site = tiny / "site"
    build(tiny / "mkdocs.yml", site)
    before = _digest(site)
    (tiny / "docs/about.md").write_text("# 关于\n\n[断](nowhere.md)\n", "utf-8")
    with pytest.raises(SystemExit):
        build(tiny / "mkdocs.yml", site)
    assert _digest(site) == before


def test_mkdocs_itself_builds_the_same_site(tiny: Path) -> None:
    build(tiny / "mkdocs.yml", tiny / "site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "other"],
        cwd=tiny,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert _digest(tiny / "site") == _digest(tiny / "other")


def test_mkdocs_itself_refuses_in_chinese(tiny: Path) -> None:
    file = tiny / FILES["课例"]
    file.write_text(file.read_text("utf-8").replace("minutes: 40", "minutes: 四十"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=tiny,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "没有生成网站" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tiny / "site").exists()


def test_a_lesson_outside_the_navigation_has_its_place(tiny: Path) -> None:
    site = tiny / "site"
    build(tiny / "mkdocs.yml", site)
    page = (site / "lessons/lower/emotions/sample-lesson.html").read_text("utf-8")
    start = page.index("所在位置")
    path = page[start : page.index("</nav>", start)]
    assert "情绪认知与表达" in path
    assert "低年级" in path
    assert 'rel="next" href="other-lesson.html"' in page
    tabs = page[page.index('class="md-tabs"') :]
    assert "md-tabs__item--active" in tabs
    about = (site / "about.html").read_text("utf-8")
    assert 'href="lessons/lower/emotions/sample-lesson.html"' in about


def test_pages_as_files_for_another_engine(tiny: Path, tmp_path: Path) -> None:
    config = Config(tiny)
    site, markdown = publish(config, run(config).library)
    write(site, markdown, tmp_path / "out")
    assert (tmp_path / "out" / FILES["课例"]).read_text("utf-8") == markdown[FILES["课例"]]
    assert (tmp_path / "out/lessons/lower/emotions/sample-sheet.svg").is_file()


def test_with_a_repository_every_page_can_be_edited(tiny: Path) -> None:
    config = tiny / "mkdocs.yml"
    told = "repo_url: https://code.example/school/handbook\nedit_uri: edit/main/\n"
    config.write_text(told + config.read_text("utf-8"), "utf-8")
    build(config, tiny / "site")
    for path, source in (
        ("lessons/lower/emotions/sample-lesson.html", FILES["课例"]),
        ("activities/sample-kit/index.html", FILES["活动包"]),
        ("guides/sample-guide.html", FILES["指南"]),
    ):
        page = (tiny / "site" / path).read_text("utf-8")
        assert f"https://code.example/school/handbook/edit/main/{source}" in page
    index = (tiny / "site/lessons/index.html").read_text("utf-8")
    assert "edit/main/" not in index
