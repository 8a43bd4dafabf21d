"""The work of a process's first paper, as JSON: with the fonts prepared beside the window (``prepared``), or without.

A paper with a rare name on it, for which the last fonts are opened. Work, not waiting: other programs must not decide.
"""

import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.paper.papers import WORDS, form  # noqa: E402

from desk.domain.notice import compose  # noqa: E402
from desk.services import drawn_papers, first_paper  # noqa: E402

if "prepared" in sys.argv:
    first_paper.prepare().join()
document = compose(form("R15", "acceptance"), {**WORDS, "addressee": "欧阳𠮷", "complainant.name": "欧阳𠮷"})
before = time.process_time()
from desk.paper.drawing import draw  # noqa: E402

drawn = draw(document)
pages = list(drawn_papers.pictures(drawn.data))
print(json.dumps({"ms": (time.process_time() - before) * 1000, "pages": len(pages)}))
