"""The people who work at the desk."""

from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.names import initials
from desk.domain.viewer import Viewer
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import audit, users
from desk.store.users import User

if TYPE_CHECKING:
    from desk.services.office import Office


def add(office: "Office", viewer: Viewer, *, id_: str, name: str, role: str, password: str | None = None) -> Changes:
    """Add a user in one of the rulebook's roles. Raises ``DeskError`` for an unknown role or a taken id."""
    require(viewer, "configure", "增加用户")
    roles = {entry.id: entry.name for entry in office.rulebook.roles}
    if role not in roles:
        listed = "、".join(f"{key}（{words}）" for key, words in roles.items())
        raise DeskError("bad_role", f"没有角色“{role}”", f"可用：{listed}", "role")
    if any(user.id == id_ for user in office.users()):
        raise DeskError("user_exists", f"已有用户“{id_}”", "请换一个编号", "id")
    with office.store.writing() as tx:
        users.add(tx, User(id=id_, name=name, initials=initials(name), role=role, department=""), password=password)
        audit.append(tx, audit.Act(act="user_add", by=viewer.user, about=id_))
    office.forget_users()
    return Changes(what=frozenset({"users"}))
