"""Several computers on one server: each gets a login of its own and a folder to start from; one that is lost is shut out alone."""

from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.office import ADDRESS_FILE
from desk.services.rights import require
from desk.store import audit, keys, server_roles

if TYPE_CHECKING:
    from desk.services.office import Office

CHANGED = Changes(what=frozenset({"settings"}))


def listed(office: "Office", viewer: Viewer) -> tuple[str, ...]:
    """The logins of the desks. Raises ``StoreError`` where the store is a file."""
    require(viewer, "configure", "查看服务器登录")
    with office.store.reading() as tx:
        return server_roles.logins(tx)


def add(office: "Office", viewer: Viewer, login: str, folder: Path) -> Changes:
    """A login for another computer, and in ``folder`` what its data folder begins with: wrapped keys and the address.

    The keys open there by a clerk's password or the recovery key, once. A login that is there gets a new password.
    Raises ``DeskError`` for a folder that is an office's already.
    """
    require(viewer, "configure", "设服务器登录")
    if (folder / keys.KEY_FILE).exists():
        raise DeskError("folder_taken", f"“{folder}”里已经有一个单位", "请换一个空目录", "folder")
    with office.store.writing() as tx:
        server_roles.set_up(tx)
        password = server_roles.add_login(tx, login)
        audit.append(tx, audit.Act(act="server_login", by=viewer.user, about=login))
    folder.mkdir(parents=True, exist_ok=True)
    keys.give(office.home, folder)
    keys.write_private(
        folder / ADDRESS_FILE, server_roles.address(office.store.url, login, password).encode()
    )
    return CHANGED


def remove(office: "Office", viewer: Viewer, login: str) -> Changes:
    """Shut one computer out. Raises ``DeskError`` for a login that is no desk's."""
    require(viewer, "configure", "撤销服务器登录")
    with office.store.writing() as tx:
        server_roles.remove_login(tx, login)
        audit.append(tx, audit.Act(act="server_login_removed", by=viewer.user, about=login))
    return CHANGED
