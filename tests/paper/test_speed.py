"""Papers beside ReportLab used plainly, each in a process of its own. Slow: it measures, so nothing else should run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

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
