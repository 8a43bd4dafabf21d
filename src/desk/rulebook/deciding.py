"""Who decides how much, and what answers may not say together: the manual's limits on what is entered and approved."""

from desk.rulebook.base import UNSET, Entry, Named


class Check(Entry, frozen=True, kw_only=True):
    """Answers that are not accepted at the steps ``at``: those for which ``when`` is a plain yes.

    ``text`` is said at ``field``, ``hint`` what to do instead. ``unless`` names a fact: whoever fills it in goes on
    nevertheless, and the reason is on record (只修不赔, R01 002:131).
    """

    id: str
    at: tuple[str, ...]
    when: str
    field: str
    text: str
    hint: str = ""
    unless: str = ""


class AuthorityLine(Entry, frozen=True, kw_only=True):
    """One rung of an approval matrix: ``role`` decides within ``range`` (in yuan; ``unset``), or where ``when`` holds."""

    id: str
    role: str
    range: str = UNSET
    when: str = ""


class Authority(Named, frozen=True, kw_only=True):
    """Who decides a matter (核决权限): the first line that holds; its id is the fact ``authority.<id>`` for criteria.

    ``amount`` is the fact that ranges are about. While no line holds (the manual leaves the thresholds blank, or the
    amount is not known) the fact ``by_hand``, a choice of line ids, says who.
    """

    lines: tuple[AuthorityLine, ...]
    amount: str = ""
    by_hand: str = ""
