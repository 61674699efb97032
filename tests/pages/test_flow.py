"""A list under “流程图：” is drawn as a course of action, and stays a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import markdown

from generator.config import Config
from generator.pipeline import publish, run
from tests.rules.specimen import FILES

STEPS = "1. 问一句\n2. 他安全吗\n    - 不安全：不离开\n    - 安全：往下走\n3. 告诉老师\n"
CASES = [
    pytest.param(f"流程图：\n\n{STEPS}", 1, id="drawn"),
    pytest.param(f"流程图:\n\n{STEPS}\n再说一句。\n", 1, id="half-width colon, text after"),
    pytest.param(f"流程图：\n\n{STEPS}\n流程图：\n\n1. 一\n2. 二\n", 2, id="two"),
    pytest.param(f"流程图：\n\n先说一句。\n\n{STEPS}", 0, id="not at once"),
    pytest.param("流程图：\n\n- 一\n- 二\n", 0, id="no order"),
    pytest.param(f"照这张流程图：\n\n{STEPS}", 0, id="in a sentence"),
]


@pytest.mark.parametrize(("text", "diagrams"), CASES)
def test_a_course_of_action(text: str, diagrams: int, tiny: Path) -> None:
    path = FILES["指南"]
    file = tiny / path
    file.write_text(file.read_text("utf-8") + f"\n## 怎么走\n\n{text}", "utf-8")
    config = Config(tiny)
    result = run(config)
    assert {diagnostic.code for diagnostic in result.diagnostics} <= {"W01"}
    page = publish(config, result.library)[1][path]
    made = markdown(page, extensions=["attr_list", "md_in_html", "tables"])
    assert made.count('<div aria-label="流程图" class="hb-flow" role="group">') == diagrams
    assert made.count("流程图：") + made.count("流程图:") == (0 if diagrams else 1)
    assert made.count("</div>") >= diagrams
    assert "<p>再说一句。</p>" in made or "再说" not in text
    if "不离开" in text:
        steps = made[made.index("<ol>", made.index("怎么走")) : made.index("</ol>", made.index("怎么走"))]
        assert steps.count("<li>") == 5
        assert "<ul>" in steps
