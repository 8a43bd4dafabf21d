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
