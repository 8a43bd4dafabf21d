"""Papers beside ReportLab used plainly and beside a word processor, each in a process of its own, by work of the processor."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.paper.papers import WORDS, form, text_of

from desk.domain.notice import compose
from desk.paper.drawing import draw

OFFICE = Path(__file__).parents[1] / "perf" / "office_speed.py"
SCRIPT = Path(__file__).parents[1] / "perf" / "paper_speed.py"


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    return {
        engine: json.loads(
            subprocess.run([sys.executable, SCRIPT, engine], capture_output=True, check=True).stdout
        )
        for engine in ("stock", "ours")
    }


@pytest.mark.slow
def test_a_warm_letter_is_no_slower_than_stock_reportlab(measured):
    assert measured["ours"]["warm_p50_ms"] <= measured["stock"]["warm_p50_ms"]


@pytest.mark.slow
def test_a_thousand_letters_in_one_file_take_no_third_longer(measured):
    assert measured["ours"]["batch_1000_s"] <= 1.3 * measured["stock"]["batch_1000_s"]


@pytest.mark.slow
def test_the_first_paper_of_a_process_takes_half_a_second(measured):
    assert measured["ours"]["first_ms"] <= 500


@pytest.mark.slow
def test_a_letter_is_smaller_than_stock_reportlabs(measured):
    assert measured["ours"]["kb"] <= min(measured["stock"]["kb"], 120)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="there is no LibreOffice here")
def test_a_warm_letter_takes_a_quarter_of_what_a_warm_word_processor_takes(measured):
    run = subprocess.run([sys.executable, OFFICE], capture_output=True, check=True)

    assert measured["ours"]["warm_p50_ms"] * 4 <= json.loads(run.stdout)["warm_ms"]


@pytest.mark.slow
def test_two_hundred_thousand_characters_are_laid_out_and_drawn_in_five_seconds():
    story = "".join(f"〈{number}〉2026年11月20日反映半夜仍有异响，" for number in range(200_000 // 28))
    before = time.process_time()

    drawn = draw(compose(form("R15", "complaint_form"), {**WORDS, "narrative": story}))

    assert time.process_time() - before <= 5
    assert f"〈{200_000 // 28 - 1}〉2026年11月20日反映半夜仍有异响，" in text_of(drawn.data)
