"""What a criterion asks for in any case is found in it, and never more than that."""

import pytest

from desk.paths import resource
from desk.rulebook.loading import load
from desk.rulebook.narrowing import Narrowing, narrowing


@pytest.mark.parametrize(
    ("book", "text", "found"),
    [
        ("R15", 'did.settle and settlement.paper == "made"', Narrowing("settle", (("settlement.paper", "made"),))),
        ("R01", 'customer_confirmed == "written"', Narrowing("", (("customer_confirmed", "written"),))),
        ("R14", "did.investigate", Narrowing("investigate", ())),
        ("R01", "yes(special)", Narrowing("", (("special", True),))),
        (
            "R01", 'category in ("repair", "late_handover") and ground == "confirmed"',
            Narrowing("", (), frozenset({"repair", "late_handover"})),
        ),
        ("R15", "", Narrowing("", ())),
        # Either part may do, or the opposite is asked for: nothing is known for certain.
        ("R15", 'did.settle or settlement.paper == "made"', Narrowing("", ())),
        ("R15", "not did.settle", Narrowing("", ())),
        ("R15", 'settlement.paper != "made"', Narrowing("", ())),
        ("R15", 'settlement.paper in ("made", "off_site")', Narrowing("", ())),
        ("R15", '(did.settle or did.file) and settlement.paper == "made"', Narrowing("", (("settlement.paper", "made"),))),
        # What the program knows itself, or works out, is not kept by its value.
        ("R15", 'channel == "phone" and state == "settled"', Narrowing("", ())),
        ("R15", 'complainant.name == "张三"', Narrowing("", ())),
    ],
)  # fmt: skip
def test_only_what_every_case_must_have_narrows(book, text, found) -> None:
    assert narrowing(load(resource("rulebooks") / book), text) == found
