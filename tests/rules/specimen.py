"""Lays a rule's example into a file of the tiny library."""

from __future__ import annotations

import re
from pathlib import Path

FILES = {
    "课例": "lessons/lower/emotions/sample-lesson.md",
    "活动包": "activities/sample-kit/index.md",
    "学科融合": "integrations/chinese/sample-idea.md",
    "指南": "guides/sample-guide.md",
}

SHEET = "lessons/lower/emotions/sample-sheet.svg"


def lay(root: Path, place: str, text: str) -> None:
    """Changes the repository at ``root`` so that it shows the example.

    ``学习单`` is a text on its sheet; ``路径`` puts the sample lesson at another path; ``整份…`` replaces a whole file; otherwise
    lines of front matter replace those with their key and sections replace those with their title.
    """
    if place == "学习单":
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{text.strip()}</text></svg>\n'
        (root / SHEET).write_text(drawing, "utf-8")
        return
    if place == "路径":
        target = root / text.strip()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((root / FILES["课例"]).read_bytes())
        return
    if place.startswith("整份"):
        (root / FILES[place.removeprefix("整份") or "课例"]).write_text(text, "utf-8")
        return
    file = root / FILES[place]
    _, front, body = file.read_text("utf-8").split("---\n", 2)
    if text.startswith("（删去）"):
        body = _section(body, text.removeprefix("（删去）").strip(), "")
    elif text.startswith("# "):
        body = text + "\n" + body
    elif text.startswith("### "):
        body = _section(body, "## 活动过程", "## 活动过程\n\n" + text + "\n")
    elif text.startswith("## "):
        for block in re.split(r"^(?=## )", text, flags=re.M):
            if block:
                body = _lay_section(body, block)
    else:
        front = _lay_keys(front, text)
    file.write_text(f"---\n{front}---\n{body}", "utf-8")


def _lay_section(body: str, block: str) -> str:
    heading = block.splitlines()[0]
    if re.search(rf"^{re.escape(heading)}$", body, re.M):
        return _section(body, heading, block.rstrip() + "\n\n")
    if "## 板书设计" not in body:
        return body + "\n" + block
    # A misspelt or doubled heading stands where the board plan stood.
    return body.replace("## 板书设计", block.rstrip() + "\n\n## 板书设计")


def _section(body: str, heading: str, text: str) -> str:
    pattern = rf"^{re.escape(heading)}\n(?:(?!## ).*\n?)*"
    changed, count = re.subn(pattern, lambda _: text, body, count=1, flags=re.M)
    assert count == 1, heading
    return changed


def _lay_keys(front: str, text: str) -> str:
    replaced: set[str] = set()
    for line in text.splitlines():
        key = re.split(r"[：:]", line)[0]
        old = re.search(rf"^{key}:.*$", front, re.M)
        if key not in replaced and old:
            front = front[: old.start()] + line + front[old.end() :]
        else:
            front += line + "\n"
        replaced.add(key)
    return front
