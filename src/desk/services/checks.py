"""Is the register whole? Integrity, audit chain, numbers without gap or double, issued papers as they were."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.domain.progress import Told
from desk.services.recount import CHECK, recounted
from desk.store import audit, verification
from desk.store.findings import Finding

if TYPE_CHECKING:
    from desk.services.office import Office


_UNREADABLE = {"file", "cipher", "unreadable"}


@dataclass(frozen=True, slots=True)
class Report:
    """What was found (nothing, in an office that is in order), and the audit's head and length at this moment."""

    findings: tuple[Finding, ...]
    head: str
    count: int
    checked: tuple[str, ...]


def verify(office: "Office", head: str | None = None, told: Told | None = None) -> Report:
    """Check everything. ``head`` is what the foot of a printed register says: ``count-digits``. Raises ``Stopped``."""
    with office.store.reading() as tx:
        found = verification.verify_all(tx, _head(head), told)
        now = audit.head(tx)
    if not {one.code for one in found} & _UNREADABLE:
        found += recounted(office, told)
    return Report(found, f"{now.count}-{now.hash16}", now.count, (*verification.CHECKS, CHECK))


def _head(text: str | None) -> audit.Head | None:
    if not text:
        return None
    count, dash, digits = text.partition("-")
    if not dash or not count.isdigit() or len(digits) != 16:
        raise DeskError(
            "bad_head", f"摘要“{text}”写法不对", "请照登记簿页脚抄写，例如 128-0a1b2c3d4e5f6071", "head"
        )
    return audit.Head(int(count), digits)
