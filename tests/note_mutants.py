"""Note which question of the battery notices which mutant, so that tests/test_mutants.py asks that one first.

Not among the tests; after many new rules, run it by name: `.venv/bin/python -m pytest tests/note_mutants.py`
"""

import json

from tests.equivalent import why_not_noticed
from tests.test_mutants import NOTED, tried

__all__ = ["tried"]


def test_note_what_notices(tried):
    noticed = {}
    for mutant in tried.mutants:
        if not why_not_noticed(mutant):
            if question := tried.noticed(mutant):
                noticed[mutant.name] = str(question)
    NOTED.write_text(json.dumps(noticed, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
