"""Old binary workbooks: what they hold comes in, and damage that would end the program is found before they are read."""

import random
import struct

import pytest
from tests.sheets.binary import compound, record, xls

from desk.domain.errors import DeskError
from desk.sheets.opening import open_grids

ROWS = [["姓名", "电话"], ["张三", 13800000000.0], ["𠮷某", 0.1]]


def refusal(data: bytes) -> DeskError:
    with pytest.raises(DeskError) as told:
        open_grids(data, "旧台账.xls")
    return told.value


def test_texts_and_numbers_of_a_binary_workbook_come_in():
    (grid,) = open_grids(xls(ROWS), "旧台账.xls")

    assert grid.name == "台账"
    assert grid.rows == (("姓名", "电话"), ("张三", 13800000000), ("𠮷某", 0.1))


@pytest.mark.parametrize("extent", [(0, 2**31, 0, 2), (5_767_168, 7, 0, 2), (0, 3, 0, 60_000), (0, 3, 9, 2)])
def test_a_sheet_that_claims_an_impossible_size_is_refused_and_the_program_lives(extent):
    """Each of these ended the process inside the reader: "memory allocation of 343136010800 bytes failed"."""
    assert refusal(xls(ROWS, extent=extent)).code == "damaged_file"


def test_a_cell_in_a_column_that_does_not_exist_is_refused():
    assert refusal(xls([["x"]], column=60_000)).code == "damaged_file"


def test_the_last_column_that_exists_is_read():
    assert open_grids(xls([["x"]], extent=(0, 1, 0, 256), column=255), "a.xls")[0].rows[0][255] == "x"


def test_a_password_is_told_with_the_next_step():
    told = refusal(xls(ROWS, password=True))

    assert (told.code, "去掉密码" in told.hint) == ("locked_file", True)


def test_an_encrypted_new_workbook_is_told_to_have_a_password():
    assert refusal(compound(b"", stream="EncryptedPackage")).code == "locked_file"


def test_a_container_without_a_workbook_is_refused():
    assert refusal(compound(b"", stream="WordDocument")).code == "damaged_file"


def test_sectors_that_follow_each_other_in_a_circle_are_refused():
    data = bytearray(xls(ROWS))
    struct.pack_into("<I", data, 512 + 4 * 5, 3)

    assert refusal(bytes(data)).code == "damaged_file"


def test_a_list_of_texts_longer_than_the_file_is_refused():
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    book = begin + record(0x00FC, struct.pack("<II", 1, 2**31)) + record(0x000A)

    assert refusal(compound(book)).code == "damaged_file"


def test_five_hundred_damaged_workbooks_are_read_or_refused_in_words():
    chance, whole = random.Random(20260301), xls(ROWS * 40)

    for _ in range(500):
        data = bytearray(whole[: chance.randrange(512, len(whole))] if chance.random() < 0.1 else whole)
        for _ in range(chance.randrange(1, 12)):
            data[chance.randrange(8, len(data))] = chance.choice([0, 255, chance.randrange(256)])
        assert says_something(bytes(data))


def says_something(data: bytes) -> bool:
    try:
        return bool(open_grids(data, "a.xls"))
    except DeskError as told:
        return bool(told.message and told.hint)
