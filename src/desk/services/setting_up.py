"""Setting an office up: its keys, its store, its manual, and a user for each role."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from desk.domain.errors import DeskError
from desk.rulebook.loading import Manual
from desk.rulebook.model import Rulebook
from desk.services.manual_files import checked
from desk.services.office import ADDRESS_FILE, Office, clock_at, opened, store_at
from desk.store import audit, keys, rulebooks, users
from desk.store import office as office_settings
from desk.store.transaction import Transaction
from desk.store.users import User


def init_office(
    home: Path,
    *,
    rulebook: str | Manual,
    name: str,
    store_url: str | None = None,
    practice: bool = False,
    settings: Mapping[str, str] | None = None,
    now: datetime | None = None,
    password: str | None = None,
) -> Office:
    """Set an office up in ``home``: keys, store, rulebook, its first users. Raises ``DeskError``; nothing is overwritten."""
    if (home / keys.KEY_FILE).exists():
        raise DeskError("office_exists", f"“{home}”里已经设立了单位", "请换一个目录，或直接打开", "home")
    if now is not None and not practice:
        raise DeskError(
            "real_clock", "只有演示单位可以设定时间", "请去掉 --now，或用 --practice 设立演示单位", "now"
        )
    if not name.strip():
        raise DeskError("missing", "请填写单位名称", "例：某某区市场监督管理局", "office")
    book, manual = checked(rulebook)
    home.mkdir(parents=True, exist_ok=True)
    key = keys.create_keys(home)
    clock = clock_at(now)
    store = store_at(home, store_url or "", key, clock)
    written = {
        "office.name": name.strip(),
        "practice": "yes" if practice else "no",
        "store": store_url or "",
        **(settings or {}),
    }
    with store.writing() as tx:
        _furnish(tx, book, manual, written, clock(), password)
    if password and len(password) >= keys.SHORTEST_PASSWORD:
        for role in book.roles:
            if "configure" in role.rights:
                keys.add_password(home, key, role.id, password)
    if store_url:
        (home / ADDRESS_FILE).write_text(store_url, encoding="utf-8")
    return opened(home, store, clock, "")


def _furnish(
    tx: Transaction,
    book: Rulebook,
    manual: Manual,
    settings: Mapping[str, str],
    now: datetime,
    password: str | None,
) -> None:
    """The rulebook, the settings, and a user for each role; the password is the one of who may configure."""
    rulebooks.adopt(tx, book, manual, at=now)
    office_settings.write(tx, {**settings, "rulebook": book.id, "rulebook_version": book.version})
    for role in book.roles:
        user = User(id=role.id, name=role.name, role=role.id, department=role.department)
        users.add(tx, user, password=password if "configure" in role.rights else None)
    audit.append(tx, audit.Act(act="init", by="system", about=f"{book.id} {book.version}"))
