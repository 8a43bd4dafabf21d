"""The store's key: several ways in, none of them plain, and no office lost with one of them."""

import stat
import sys

import pytest

from desk.domain.errors import DeskError
from desk.store import keys


def recovery_of(home):
    return (home / keys.RECOVERY_FILE).read_text(encoding="utf-8").split()[-1]


def without_machine(home):
    """As after a move to another PC: neither key store nor key file."""
    (home / "desk.keyfile").unlink(missing_ok=True)


def test_the_machine_opens_its_own_office(tmp_path):
    key = keys.create_keys(tmp_path)

    assert keys.unlock(tmp_path) == key


def test_on_another_machine_the_recovery_key_opens_it(tmp_path):
    key = keys.create_keys(tmp_path)
    without_machine(tmp_path)

    assert keys.unlock(tmp_path, recovery=recovery_of(tmp_path).lower().replace("-", " ")) == key


def test_a_clerks_password_opens_it_too(tmp_path):
    key = keys.create_keys(tmp_path)
    keys.add_password(tmp_path, key, "wang", "正确的口令")
    without_machine(tmp_path)

    assert keys.unlock(tmp_path, password="正确的口令") == key


def test_a_changed_password_no_longer_opens_it(tmp_path):
    key = keys.create_keys(tmp_path)
    keys.add_password(tmp_path, key, "wang", "旧口令")
    keys.add_password(tmp_path, key, "wang", "新口令")
    without_machine(tmp_path)

    with pytest.raises(DeskError):
        keys.unlock(tmp_path, password="旧口令")
    assert keys.unlock(tmp_path, password="新口令") == key


def test_nothing_opens_it_without_a_way_in(tmp_path):
    keys.add_password(tmp_path, keys.create_keys(tmp_path), "wang", "口令")
    without_machine(tmp_path)

    with pytest.raises(DeskError) as refusal:
        keys.unlock(tmp_path, password="别的口令")
    assert refusal.value.code == "locked"


def test_a_slip_in_the_recovery_key_is_noticed_before_it_is_tried(tmp_path):
    keys.create_keys(tmp_path)
    without_machine(tmp_path)
    right = recovery_of(tmp_path)
    wrong = ("B" if right[0] != "B" else "C") + right[1:]

    with pytest.raises(DeskError) as refusal:
        keys.unlock(tmp_path, recovery=wrong)
    assert refusal.value.code == "bad_recovery"


def test_the_key_stands_in_no_file_but_the_owners(tmp_path):
    key = keys.create_keys(tmp_path)

    holding = [
        path
        for path in tmp_path.iterdir()
        if key in path.read_bytes() or key.hex().encode() in path.read_bytes()
    ]

    assert [path.name for path in holding] in ([], ["desk.keyfile"])


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Windows files are lists")
def test_only_the_owner_may_read_the_key_files(tmp_path):
    keys.create_keys(tmp_path)

    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
