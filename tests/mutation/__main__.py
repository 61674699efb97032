"""``python -m tests.mutation [SEED]``: the table, with a sample of what is not caught."""

from __future__ import annotations

import sys

from tests.mutation.survey import SEED, survey, table

for line in table(survey(seed=int(sys.argv[1]) if len(sys.argv) > 1 else SEED), sample=4):
    print(line)
