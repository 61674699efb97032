"""The feed is Atom as RFC 4287 has it, the same whenever it is made."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.config import Config
from generator.outputs import feed
from generator.pipeline import Result, publish, run
from tests.rules.specimen import FILES, lay

ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(root: Path, address: str = "") -> Element:
    config = Config(root, address=address)
    return fromstring(publish(config, run(config).library)[0].files[feed.PATH])


def _text(element: Element, name: str) -> str:
    (child,) = element.findall(ATOM + name)
    assert child.text
    return child.text


def _entries(root: Element) -> list[Element]:
    return root.findall(f"{ATOM}entry")


@pytest.mark.parametrize("address", ["", "https://school.example/xinyu/"])
def test_everything_that_atom_asks_for_is_there(address: str, tiny: Path) -> None:
    root = _feed(tiny, address)
    assert root.tag == f"{ATOM}feed"
    assert _text(root, "title") == "心育手册 · 最近更新"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"alternate": f"{address}changes.html", "self": f"{address}feed.xml"}
    assert len(_entries(root)) == 5
    for element in (root, *_entries(root)):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", _text(element, "id"))
        assert datetime.fromisoformat(_text(element, "updated")).utcoffset()
        assert element.find(f"{ATOM}author/{ATOM}name") is not None
    for entry in _entries(root):
        (link,) = entry.findall(f"{ATOM}link")
        assert (link.get("href") or "").startswith(
            address or ("lessons/", "activities/", "integrations/", "guides/")
        )
        assert _text(entry, "summary")
        (category,) = entry.findall(f"{ATOM}category")
        assert category.get("term") in {"课例", "活动包", "学科融合", "指南"}


def test_ids_are_one_each_and_stay(tiny: Path) -> None:
    before = {_text(entry, "title"): _text(entry, "id") for entry in _entries(_feed(tiny))}
    assert len(set(before.values())) == len(before)
    lay(tiny, "课例", "summary: 换了一句话。\nupdated: 2027-03-01")
    guide = tiny / FILES["指南"]
    moved = guide.read_text("utf-8").replace("status:", "moved_from: [guides/sample-guide.html]\nstatus:")
    guide.with_name("renamed-guide.md").write_text(moved, "utf-8")
    guide.unlink()
    after = {
        _text(entry, "title"): _text(entry, "id") for entry in _entries(_feed(tiny, "https://x.example/"))
    }
    assert after == before


def test_the_newest_stands_first_and_dates_the_feed(tiny: Path) -> None:
    lay(tiny, "学科融合", "updated: 2027-03-01")
    root = _feed(tiny)
    dates = [_text(entry, "updated") for entry in _entries(root)]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] == _text(root, "updated") == "2027-03-01T00:00:00+08:00"


def test_what_an_author_writes_stays_text(tiny: Path) -> None:
    lay(tiny, "课例", 'title: "甲 & 乙"\nsummary: "丙 & 丁，一句话。"')
    titles = {_text(entry, "title"): _text(entry, "summary") for entry in _entries(_feed(tiny))}
    # The summary is HTML, so its text is escaped once more.
    assert titles["甲 & 乙"] == "丙 &amp; 丁，一句话。"


def test_it_is_the_same_each_time_and_not_endless(real: Result) -> None:
    first, second = (next(feed.files(real.library)).data for _ in range(2))
    assert first == second
    assert len(_entries(fromstring(first))) == min(feed.MOST, len(real.library.items))
