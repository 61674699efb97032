"""A tiny library that every test may copy and break, and the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.config import Config
from generator.pipeline import Result, run
from generator.source.diagnostic import Diagnostic

# The same examples on every machine, so that a change is judged by what it changes;
# `make fuzz` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile(
    "search", max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
settings.load_profile("repeatable")

REPOSITORY = Path(__file__).parent.parent
LIBRARY = Path(__file__).parent / "library"
SETTINGS = ("curriculum.yml", "thesaurus.yml", "mkdocs.yml")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A repository with two lessons, a kit, an idea and a guide, and no faults."""
    return copy_tiny(tmp_path / "repository")


def copy_tiny(root: Path) -> Path:
    """Lays the tiny repository out at ``root``, which must not be there yet."""
    shutil.copytree(LIBRARY, root)
    copy_settings(root)
    docs = root / "docs"
    (docs / "contribute").mkdir(parents=True)
    (docs / "about.md").write_text(
        "# 关于本手册\n\n看[样课](../lessons/lower/emotions/sample-lesson.md)。\n", "utf-8"
    )
    (docs / "privacy.md").write_text("# 隐私\n\n不收集。\n", "utf-8")
    (docs / "contribute" / "index.md").write_text("# 参与编写\n\n欢迎。\n", "utf-8")
    return root


def copy_settings(root: Path) -> None:
    """The real settings at ``root``; of the thesaurus only what no content is asked to have: no groups, no answers."""
    for name in SETTINGS:
        shutil.copy(REPOSITORY / name, root / name)
    asking, _, _ = (root / "thesaurus.yml").read_text("utf-8").partition("\ngroups:")
    (root / "thesaurus.yml").write_text(asking + "\n", "utf-8")


@pytest.fixture(scope="session")
def real() -> Result:
    """A run over the real content."""
    return run(Config(REPOSITORY))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    from generator.adapters.mkdocs import build

    folder = tmp_path_factory.mktemp("real") / "site"
    build(REPOSITORY / "mkdocs.yml", folder)
    return folder


def found(root: Path) -> tuple[Diagnostic, ...]:
    """Everything found in a repository."""
    return run(Config(root)).diagnostics
