"""A signature is put on record in the window, from the case's menu."""

from PySide6.QtCore import Qt
from tests.capabilities.test_cap_76_98_ending import closed
from tests.gui.acting import office, see

from desk.services import signing


def test_a_clerk_types_the_day_on_which_the_customer_signed(desk_of) -> None:
    desk = desk_of("R01", "service")
    number = closed(office(desk))
    see(desk, number)
    panel = desk.cases.page.panel
    assert "sign" in panel.case_acts.offered()

    panel.case_acts.open("sign")
    form = panel.step_form.form
    form.set_typed({"signature": "《客户投诉处理结果确认表》客户签字确认", "signed_on": "2026-11-20"})
    desk.press(Qt.Key.Key_F12)
    desk.quiet()

    found = signing.of_case(office(desk), desk.session.viewer, number)
    assert [one.on.isoformat() for one in found if one.paper.id == "result" and one.is_given] == [
        "2026-11-20"
    ]
