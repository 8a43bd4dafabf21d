"""Old registers in on the command line: look first, bring in, take back."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk.cli import main

NOW = ["--now", "2026-11-20T12:00"]
LINES = "投诉编号,投诉日期,投诉人,标题,投诉内容\n2025-001,2025-03-03,曾建国,冰箱不制冷,三天后不制冷\n2025-002,不详,王芳,秤不准,少二两\n"
Desk = Callable[..., tuple[int, Any]]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Runs a command in a fresh practice office; gives exit code and document."""

    def run(*words: str) -> tuple[int, Any]:
        monkeypatch.setattr("sys.stdin", io.StringIO())
        code = main([*words, *NOW, "--home", str(tmp_path / "office"), "--json"])
        return code, json.loads(capsys.readouterr().out)

    assert run("init", "--rulebook", "R15", "--office", "示范局", "--practice")[0] == 0
    return run


def test_a_register_is_looked_at_brought_in_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    file, report = tmp_path / "旧台账.csv", tmp_path / "报告.xlsx"
    file.write_text(LINES, encoding="gb18030")

    _, looked = desk("import", str(file), "--dry-run", "-o", str(report))
    _, brought = desk("import", str(file))
    shown, _ = desk("show", "旧2025-001")
    _, undone = desk("import", "--undo", str(brought["batch"]))
    gone, _ = desk("show", "旧2025-001")

    assert (looked["batch"], looked["offered"], looked["fit"]) == (None, 2, 1)
    assert [(one["row"], one["column"]) for one in looked["problems"] if not one["warning"]] == [
        (3, "投诉日期")
    ]
    assert (brought["imported"], undone["undone"], shown, gone) == (1, 1, 0, 2)
    cells = [
        cell for row in openpyxl.load_workbook(report).active.iter_rows(values_only=True) for cell in row
    ]
    assert "不能导入" in cells


def test_a_mapping_that_names_no_column_is_refused_in_chinese(desk: Desk, tmp_path: Path) -> None:
    file, mapping = tmp_path / "旧台账.csv", tmp_path / "对应.json"
    file.write_text(LINES, encoding="utf-8-sig")
    mapping.write_text('{"columns": {"姓名": "complainant.name"}}', encoding="utf-8")

    code, refusal = desk("import", str(file), "--mapping", str(mapping))

    assert (code, refusal["error"]["code"]) == (2, "no_column")
    assert "投诉日期" in refusal["error"]["hint"]
