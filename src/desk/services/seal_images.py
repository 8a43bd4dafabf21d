"""Seals as pictures, under lock and log: off until somebody puts one in, pressed by its keepers alone, each use on record.

The right to press a seal is no right of a role in the manual: whoever configures names the keepers of each seal, by user
or by role. A keeper gives the password again each time. The picture leaves the store only within the paper's bytes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.domain.case import Happening
from desk.domain.document import Block, Document, SealPicture, Signature
from desk.domain.draft import Value
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.viewer import Viewer
from desk.rulebook.documents import Paper
from desk.rulebook.model import Rulebook
from desk.services.approvals import tell
from desk.services.changes import Changes
from desk.services.rights import require
from desk.services.seals import SEALED
from desk.store import audit, cases, seal_images, users
from desk.store.papers import PaperRow
from desk.store.seal_images import SealImage
from desk.store.transaction import Transaction

if TYPE_CHECKING:
    from desk.services.office import Office

_CHANGED = Changes(what=frozenset({"settings"}))


@dataclass(frozen=True, slots=True)
class Pressing:
    """A seal taken out to be pressed on one paper."""

    seal: str
    picture: SealPicture


def named(rulebook: Rulebook) -> tuple[str, ...]:
    """The seals that the rulebook's papers bear."""
    return tuple(dict.fromkeys(paper.seal for paper in rulebook.papers if paper.seal))


def add(
    office: "Office",
    viewer: Viewer,
    name: str,
    data: bytes,
    *,
    width: float = 42,
    keepers: Collection[str] = (),
    roles: Collection[str] = (),
) -> Changes:
    """Keep the seal ``name`` as a picture ``width`` mm across, used by these users and roles; it takes the place of an older.

    Raises ``DeskError`` for a seal that no paper bears, a picture that is none, or nobody to keep it.
    """
    from desk.paper.seal_scan import prepared

    require(viewer, "configure", "存入电子印章")
    if name not in named(office.rulebook):
        listed = "、".join(named(office.rulebook)) or "没有"
        raise DeskError("no_seal", f"规则簿里没有文书盖“{name}”", f"规则簿里的印章：{listed}", "seal")
    kept_by = _keepers(office, keepers, roles)
    picture = prepared(data, width)
    with office.store.writing() as tx:
        seal_images.put(tx, name, picture, kept_by, viewer.user)
        audit.append(tx, audit.Act(act="seal_image_add", by=viewer.user, about=_about(name, kept_by)))
    return _CHANGED


def entrust(
    office: "Office", viewer: Viewer, name: str, *, keepers: Collection[str] = (), roles: Collection[str] = ()
) -> Changes:
    """Let these users and roles use the seal from now on, and nobody else."""
    require(viewer, "configure", "指定电子印章的保管人")
    kept_by = _keepers(office, keepers, roles)
    with office.store.writing() as tx:
        _one(tx, name)
        seal_images.entrust(tx, name, kept_by)
        audit.append(tx, audit.Act(act="seal_image_keepers", by=viewer.user, about=_about(name, kept_by)))
    return _CHANGED


def remove(office: "Office", viewer: Viewer, name: str) -> Changes:
    """Keep the seal as a picture no longer; papers that bear it stay as they are."""
    require(viewer, "configure", "删去电子印章")
    with office.store.writing() as tx:
        _one(tx, name)
        seal_images.remove(tx, name)
        audit.append(tx, audit.Act(act="seal_image_remove", by=viewer.user, about=name))
    return _CHANGED


def listed(office: "Office", viewer: Viewer) -> tuple[SealImage, ...]:
    """The seals that are kept as pictures and by whom: all for whoever configures, their own for the keepers."""
    with office.store.reading() as tx:
        kept = seal_images.listed(tx)
    return kept if viewer.may("configure") else tuple(one for one in kept if _keeps(viewer, one))


def usable(tx: Transaction, viewer: Viewer, paper: Paper) -> str:
    """The seal that this viewer may press on ``paper`` from its picture, else nothing."""
    may = paper.seal and viewer.may("issue")
    kept = (one for one in seal_images.listed(tx) if one.name == paper.seal) if may else ()
    return next((one.name for one in kept if _keeps(viewer, one)), "")


def take_out(office: "Office", viewer: Viewer, paper: Paper, password: str) -> Pressing:
    """The paper's seal for one use, by a keeper with the right password.

    Raises ``Forbidden`` for anybody else and ``DeskError`` for a wrong password; both stand in the audit.
    """
    if not paper.seal:
        raise DeskError(
            "no_seal", f"《{paper.name}》按规则簿不用印", "需要用印的，请在规则簿里写明印章", "paper"
        )
    with office.store.writing() as tx:
        refusal = _refusal(office, tx, viewer, paper, password)
        if refusal is None:
            return Pressing(paper.seal, seal_images.picture(tx, paper.seal))
        audit.append(
            tx, audit.Act(act="seal_image_refused", by=viewer.user, about=f"{paper.seal} {refusal.code}")
        )
    raise refusal


def _refusal(
    office: "Office", tx: Transaction, viewer: Viewer, paper: Paper, password: str
) -> DeskError | None:
    kept = next((one for one in seal_images.listed(tx) if one.name == paper.seal), None)
    if kept is None:
        return NotFound(
            "no_seal_image", f"没有存“{paper.seal}”的电子印章", "请出具后盖实物印章，或请管理员存入", "seal"
        )
    if not _keeps(viewer, kept):
        who = "、".join(_keeper_words(office, kept))
        return Forbidden(
            "not_keeper", f"{viewer.name}不是“{kept.name}”的保管人", f"请由保管人加盖：{who}", "seal"
        )
    if not next(user.has_password for user in users.everyone(tx) if user.id == viewer.user):
        return DeskError("no_password", "用电子印章须有口令", "请先在设置的“用户”里给自己设口令", "password")
    if not users.check_password(tx, viewer.user, password):
        return DeskError(
            "bad_password", "口令不对，没有用印", "请重新输入自己的口令；忘记的请管理员重设", "password"
        )
    return None


def pressed(documents: Sequence[Document], pressing: Pressing | None) -> tuple[Document, ...]:
    """The papers with the seal on the first signature of each. Raises ``DeskError`` where none has a place for it."""
    if pressing is None:
        return tuple(documents)
    done = tuple(_pressed(document, pressing.picture) for document in documents)
    if done == tuple(documents):
        hint = "请出具后盖实物印章"
        raise DeskError(
            "no_place", f"《{documents[0].title}》的版式没有落款，不能加盖电子印章", hint, "paper"
        )
    return done


def _pressed(document: Document, picture: SealPicture) -> Document:
    blocks: list[Block] = list(document.blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Signature):
            blocks[place] = replace(block, picture=picture)
            return replace(document, blocks=tuple(blocks))
    return document


def record(office: "Office", tx: Transaction, case_id: int, row: PaperRow, pressing: Pressing) -> None:
    """Put the use on record: in the case's timeline, and in the audit with the paper, the seal and who pressed it."""
    note = f"{pressing.seal}（电子）　{row.number}".strip()
    values: dict[str, Value] = {"seal.at": row.at}
    entry = Happening(step=f"{SEALED}{row.id}", at=row.at, by=row.by, note=note, values=values)
    tell(office, tx, cases.whole(tx, case_id), entry)
    act = audit.Act(
        act="seal_image",
        by=row.by,
        case_id=case_id,
        paper_id=row.id,
        about=f"{row.number} {pressing.seal}".strip(),
    )
    audit.append(tx, act)


def _one(tx: Transaction, name: str) -> SealImage:
    found = next((one for one in seal_images.listed(tx) if one.name == name), None)
    if found is None:
        raise NotFound("no_seal_image", f"没有“{name}”的电子印章", "请看现有的电子印章", "seal")
    return found


def _keepers(
    office: "Office", keepers: Collection[str], roles: Collection[str]
) -> dict[str, tuple[str, ...]]:
    known, in_manual = {user.id for user in office.users()}, {role.id for role in office.rulebook.roles}
    wrong = [one for one in keepers if one not in known] + [one for one in roles if one not in in_manual]
    if wrong:
        raise NotFound(
            "no_user", f"没有用户或岗位“{wrong[0]}”", "请从用户名单和规则簿的岗位里选择", "keepers"
        )
    if not keepers and not roles:
        raise DeskError("missing", "请写明谁保管这枚电子印章", "可以写用户，也可以写岗位", "keepers")
    return {"users": tuple(keepers), "roles": tuple(roles)}


def _keeps(viewer: Viewer, image: SealImage) -> bool:
    return viewer.user in image.users or viewer.role in image.roles


def _keeper_words(office: "Office", image: SealImage) -> list[str]:
    roles = {role.id: role.name for role in office.rulebook.roles}
    return [office.user_name(id_) for id_ in image.users] + [roles.get(id_, id_) for id_ in image.roles]


def _about(name: str, kept_by: dict[str, tuple[str, ...]]) -> str:
    return f"{name}：{'、'.join((*kept_by['users'], *kept_by['roles']))}"
