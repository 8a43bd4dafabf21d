"""Files, frozen registers, sheets for the archive: what leaves the office on paper, by commands."""

from tests.cli.test_commands import NOW, desk, registered  # noqa: F401 - desk is a fixture


def test_the_whole_file_is_one_pdf_and_its_contents_are_told(desk, tmp_path) -> None:  # noqa: F811
    number, target = registered(desk), tmp_path / "案卷.pdf"
    desk("issue", number, "receipt", *NOW)
    scan = tmp_path / "小票.txt"
    scan.write_text("聊天记录", "utf-8")
    desk("attach", number, str(scan), *NOW, "--as", "officer")

    code, made = desk("file", number, "-o", str(target), *NOW, "--as", "officer")

    assert code == 0
    assert [(one["name"], one["pages"], one["remark"]) for one in made["contents"]] == [
        ("收件回执", "1-2", ""), ("小票.txt", "", "另附（txt）"),
    ]  # fmt: skip
    assert target.read_bytes().startswith(b"%PDF")


def test_a_month_is_closed_listed_taken_out_and_not_closed_twice(desk, tmp_path) -> None:  # noqa: F811
    number, later = registered(desk), ["--now", "2026-12-02T09:00", "--as", "supervisor"]
    target = tmp_path / "封存.pdf"

    code, made = desk("freeze", "2026-11", *later)
    _, listed = desk("freeze", *later)
    _, taken = desk("freeze", "2026-11", "-o", str(target), *later)
    again, refused = desk("freeze", "2026-11", *later)
    desk(
        "retime",
        number,
        "received",
        "2026-11-20T08:00",
        "--note",
        "停电",
        "--now",
        "2026-12-03T09:00",
        "--as",
        "officer",
    )
    _, book = desk(
        "book", "corrections", "--from", "2026-12-01", "--to", "2026-12-31", "-o", str(tmp_path / "更正.xlsx"),
        "--now", "2026-12-04T09:00", "--as", "supervisor",
    )  # fmt: skip

    assert (code, made["month"], made["corrections"]) == (0, "2026-11", 0)
    assert [one["month"] for one in listed] == ["2026-11"]
    assert target.read_bytes().startswith(b"%PDF")
    assert len(taken["sha256"]) == 64
    assert (again, refused["error"]["code"]) == (2, "frozen")
    assert book["rows"] == 1


def test_a_shift_is_handed_over_and_the_next_one_reads_it(desk, tmp_path) -> None:  # noqa: F811
    target, me = tmp_path / "交接班.pdf", ["--as", "counter", *NOW]

    _, standing = desk("handover", *me)
    code, made = desk(
        "handover", "--to", "officer", "--originals", "发票 1 张", "--note", "三点来取", "-o", str(target), *me, stdin="\n"
    )  # fmt: skip
    _, later = desk("handover", *me)
    refused, wrong = desk("handover", "--to", "无此人", *me, stdin="\n")

    assert standing["earlier"] == []
    assert (code, made["said"]["originals"]) == (0, "发票 1 张")
    assert target.read_bytes().startswith(b"%PDF")
    assert later["proposed"]["originals"] == "发票 1 张"
    assert (refused, wrong["error"]["field"]) == (2, "taker")


def test_the_list_for_the_archive_is_written_for_a_year(desk, tmp_path) -> None:  # noqa: F811
    paper, sheet = tmp_path / "移交.pdf", tmp_path / "移交.xlsx"

    code, made = desk("transfer-list", "2026", "-o", str(paper), *NOW, "--as", "supervisor")
    desk("transfer-list", "2026", "-o", str(sheet), *NOW, "--as", "supervisor")
    refused, wrong = desk("transfer-list", "去年", "-o", str(paper), *NOW, "--as", "supervisor")

    assert (code, made["rows"]) == (0, 0)
    assert paper.read_bytes().startswith(b"%PDF")
    assert sheet.read_bytes().startswith(b"PK")
    assert (refused, wrong["error"]["code"]) == (2, "bad_year")


def test_an_incident_is_put_on_record_beside_the_case(desk) -> None:  # noqa: F811
    number = registered(desk)

    code, seen = desk("incident", number, "--note", "拍打柜台", "--called", "保安", *NOW, "--as", "counter")
    refused, wrong = desk("incident", *NOW, "--as", "administrator")

    assert (code, [(one["note"], one["called"]) for one in seen]) == (0, [("拍打柜台", "保安")])
    assert (refused, wrong["error"]["code"]) == (2, "forbidden")


def test_a_new_phone_is_put_on_record_and_the_old_one_told(desk) -> None:  # noqa: F811
    number = registered(desk)

    code, made = desk(
        "contact-change", number, "--phone", "13900139777", "--note", "换号", *NOW, "--as", "officer"
    )
    refused, wrong = desk("contact-change", number, "--phone", "13900139778", *NOW, "--as", "officer")

    assert (code, [one["old"] for one in made["former"]]) == (0, ["13800138000"])
    assert (refused, wrong["error"]["field"]) == (2, "reason")


def test_originals_are_taken_in_listed_and_given_back(desk) -> None:  # noqa: F811
    number = registered(desk)
    clerk = [*NOW, "--as", "counter"]
    _, kept = desk("original", number, "购车发票原件 1 张", "--person", "王五", *clerk)
    _, listed = desk("original", *clerk)
    _, back = desk("original", number, "--returned", "1", "--person", "李四", "--note", "当面", *clerk)
    code, again = desk("original", number, "--returned", "1", *clerk)

    assert [(one["number"], one["n"], one["what"]) for one in kept] == [(number, 1, "购车发票原件 1 张")]
    assert (listed, back) == (kept, [])
    assert (code, again["error"]["code"]) == (2, "no_original")


def test_a_box_is_refused_for_what_is_not_archived(desk) -> None:  # noqa: F811
    code, told = desk("box", registered(desk), "2026-012", *NOW, "--as", "officer")

    assert (code, told["error"]["code"]) == (2, "not_archived")
