"""The people who work at the desk."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.domain.errors import DeskError, NotFound
from desk.domain.names import initials
from desk.domain.viewer import Viewer
from desk.rulebook.flow import Role
from desk.services.changes import Changes
from desk.services.office import ROLE
from desk.services.overwriting import Matter, altered
from desk.services.rights import require
from desk.store import audit, keys, rulebooks, users
from desk.store import office as office_settings
from desk.store.users import User

if TYPE_CHECKING:
    from desk.services.office import Office


def add(
    office: "Office", viewer: Viewer, *, id_: str, name: str, role: str, password: str | None = None
) -> Changes:
    """Add a user in one of the rulebook's roles. Raises ``DeskError`` for an unknown role or a taken id."""
    require(viewer, "configure", "增加用户")
    roles = {entry.id: entry.name for entry in office.rulebook.roles}
    if role not in roles:
        listed = "、".join(f"{key}（{words}）" for key, words in roles.items())
        raise DeskError("bad_role", f"没有角色“{role}”", f"可用：{listed}", "role")
    with office.store.writing() as tx:
        office_settings.hold(tx)
        if any(user.id == id_ for user in users.everyone(tx)):
            raise DeskError("user_exists", f"已有用户“{id_}”", "请换一个编号", "id")
        users.add(
            tx, User(id=id_, name=name, initials=initials(name), role=role, department=""), password=password
        )
        audit.append(tx, audit.Act(act="user_add", by=viewer.user, about=id_))
    _opens_store(office, id_, password or "")
    office.forget_users()
    return Changes(what=frozenset({"users"}))


def join(office: "Office", viewer: Viewer, role: Role) -> Changes:
    """A user for a role that nobody holds yet, called as the role is."""
    require(viewer, "configure", "增加用户")
    with office.store.writing() as tx:
        office_settings.hold(tx)
        id_ = _free(users.everyone(tx), role.id)
        user = User(id=id_, name=role.name, initials="", role=role.id, department=role.department)
        users.add(tx, user)
        audit.append(tx, audit.Act(act="user_add", by=viewer.user, about=user.id))
    office.forget_users()
    return Changes(what=frozenset({"users"}))


_STATES = {True: "在岗", False: "离岗"}


def _matter(office: "Office", id_: str) -> Matter:
    roles = {role.id: role.name for role in office.rulebook.roles}
    says: dict[str, Callable[[Any], str]] = {
        "name": str, "role": lambda role: roles.get(role, role), "active": lambda active: _STATES[active],
    }  # fmt: skip
    return Matter(
        title={"name": "姓名", "role": "岗位", "active": "是否在岗"}.__getitem__,
        words=lambda field, value: says[field](value),
        acts=("user_add", "user_change"),
        wrote=lambda row, field: row.about == id_ and (not row.fields or field in row.fields),
    )


def change(
    office: "Office",
    viewer: Viewer,
    id_: str,
    *,
    name: str = "",
    role: str = "",
    active: bool | None = None,
    seen: User | None = None,
) -> Changes:
    """Give a user another name or role, or let the account rest. What is left out stays.

    ``seen`` is the account as it stood before: what is as there stays as it is now, and where somebody else altered the
    same meanwhile it is a ``Conflict``. Raises ``DeskError`` where nobody would be left who may configure.
    """
    require(viewer, "configure", "修改用户")
    with office.store.writing() as tx:
        office_settings.hold(tx)
        everyone = users.everyone(tx)
        before = _among(everyone, id_)
        wanted = {
            "name": name.strip() or before.name,
            "role": role or before.role,
            "active": before.active if active is None else active,
        }
        mine = altered(
            office, tx, _matter(office, id_),
            seen=None if seen is None else _parts(seen), now=_parts(before), wanted=wanted,
        )  # fmt: skip
        after = replace(before, **mine)
        after = replace(after, initials=initials(after.name))
        _keep_somebody(office, everyone, after)
        roles = _roles_apart(office, before, role if seen is None or role != seen.role else "")
        users.change(tx, after)
        office_settings.write(tx, roles)
        audit.append(tx, audit.Act(act="user_change", by=viewer.user, about=id_, fields=tuple(mine)))
    if not after.active:
        keys.remove_password(office.home, id_)
    office.settings = {**office.settings, **roles}
    office.forget_users()
    return Changes(what=frozenset({"users"}))


def _parts(user: User) -> dict[str, Any]:
    return {"name": user.name, "role": user.role, "active": user.active}


def _roles_apart(office: "Office", before: User, role: str) -> dict[str, str]:
    """What the user is under each of the office's manuals, now that the account's role is another one's."""
    if not role or role == office.role_under(office.rulebook, before):
        return {}
    others = [office.manual(*key) for key in _adopted(office) if key[0] != office.rulebook.id]
    kept = {f"{ROLE}{book.id}.{before.id}": office.role_under(book, before) for book in others}
    return {
        **{key: held for key, held in kept.items() if held},
        f"{ROLE}{office.rulebook.id}.{before.id}": role,
    }


def _adopted(office: "Office") -> tuple[tuple[str, str], ...]:
    """The latest version of each of the office's manuals."""
    with office.store.reading() as tx:
        return tuple(dict(reversed(rulebooks.versions(tx))).items())


def set_password(office: "Office", viewer: Viewer, id_: str, password: str) -> Changes:
    """Give a user a password; an empty one lets the user in without. Everybody may change their own.

    A PIN stays with one's own change only: who got a password from somebody else chooses a PIN anew.
    """
    if viewer.user != id_:
        require(viewer, "configure", "设定口令")
    _user(office, id_)
    with office.store.writing() as tx:
        users.set_password(tx, id_, password, keep_pin=viewer.user == id_)
        audit.append(tx, audit.Act(act="user_password", by=viewer.user, about=id_))
    _opens_store(office, id_, password)
    office.forget_users()
    return Changes(what=frozenset({"users"}))


def change_own_password(office: "Office", viewer: Viewer, *, old: str, new: str) -> Changes:
    """Give oneself another password under the one in use. Raises ``DeskError`` for a wrong or an empty one."""
    if not new:
        raise DeskError("missing", "新口令还没有填", "请输入新口令", "new")
    if _user(office, viewer.user).has_password:
        with office.store.writing() as tx:
            right = users.check_password(tx, viewer.user, old)
            if not right:
                audit.append(tx, audit.Act(act="sign_in_failed", by=viewer.user))
        if not right:
            raise DeskError("bad_password", "现在的口令不对", "请重新输入；忘记的请管理员重设", "password")
    return set_password(office, viewer, viewer.user, new)


def free_id(office: "Office", role: str) -> str:
    """An id for another user in ``role``: the role's own, or with a number behind it."""
    return _free(office.users(), role)


def _free(everyone: Sequence[User], role: str) -> str:
    taken = {user.id for user in everyone}
    return next(
        id_ for n in range(1, len(taken) + 2) if (id_ := role if n == 1 else f"{role}{n}") not in taken
    )


def _opens_store(office: "Office", id_: str, password: str) -> None:
    """A password opens the store on a computer without the key, too. A short one does not: whoever copies the folder could guess it."""
    may = {role.id for role in office.rulebook.roles if "configure" in role.rights}
    if any(user.id == id_ and user.role in may for user in office.users()):
        keys.remove_password(office.home, "")  # the one that an office of an earlier release was set up with
    if len(password) >= keys.SHORTEST_PASSWORD:
        keys.add_password(office.home, keys.unlock(office.home), id_, password)
    else:
        keys.remove_password(office.home, id_)


def _user(office: "Office", id_: str) -> User:
    return _among(office.users(), id_)


def _among(everyone: Sequence[User], id_: str) -> User:
    found = next((user for user in everyone if user.id == id_), None)
    if found is None:
        raise NotFound("no_user", f"没有用户“{id_}”", "请从用户名单里选择", "id")
    return found


def _keep_somebody(office: "Office", everyone: Sequence[User], changed: User) -> None:
    may = {role.id for role in office.rulebook.roles if "configure" in role.rights}
    left = [changed if user.id == changed.id else user for user in everyone]
    if not any(user.active and user.role in may for user in left):
        raise DeskError("last_one", "至少要留一位能改设置的用户", "请先把另一位用户设为管理员", "role")
