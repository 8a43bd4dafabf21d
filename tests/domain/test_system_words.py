"""What the system says in English is told in Chinese."""

import errno
import json

import pytest

from desk.domain.system_words import json_fault, reason_of


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EXDEV, 0])
def test_the_reason_is_told_without_a_latin_letter(number):
    words = reason_of(OSError(number, "No such file or directory"))

    assert words
    assert not any(char.isascii() and char.isalpha() for char in words)


def test_a_missing_file_and_a_forbidden_one_are_told_apart():
    assert reason_of(FileNotFoundError(errno.ENOENT, "x")) == "没有这个文件"
    assert reason_of(PermissionError(errno.EACCES, "x")) == "没有读写它的权限"


def test_what_is_no_json_is_told_by_line_and_column():
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads('{\n "kind": complaint}')

    assert json_fault(caught.value) == "第 2 行第 10 列写法不对"
    assert json_fault(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid")) == "不是 UTF-8 编码"
