"""交接班 in the window: what is proposed, altered, signed by both, printed; the day's page shows it."""

from desk.services import handovers


def test_a_hand_over_is_signed_in_the_window_printed_and_seen_on_the_days_page(open_desk, home) -> None:
    desk = open_desk(home)
    desk.window.acts.do("handover")
    desk.quiet()
    page = desk.window.pages.currentWidget()
    assert page.form.form.values()["seal"] == "无"

    page.form.form.set_typed({"originals": "发票原件 1 张", "note": "钥匙在抽屉", "taker": "没有"})
    desk.window.acts.do("save")
    desk.quiet()
    assert handovers.listed(desk.session.office, desk.session.viewer) == ()
    other = next(user for user in desk.session.office.users() if user.id != desk.session.viewer.user)
    page.form.form.set_typed({"taker": other.id})
    desk.window.acts.do("save")
    desk.quiet()

    assert desk.window.in_sight == "preview"
    assert desk.window.preview.title.text() == "交接班记录"
    [made] = handovers.listed(desk.session.office, desk.session.viewer)
    assert made.said["originals"] == "发票原件 1 张"
    desk.window.go(desk.window.day.page)
    desk.window.acts.do("refresh")
    desk.quiet()
    assert "钥匙在抽屉" in desk.window.day.page.about.text()


def test_what_is_being_typed_stays_when_one_looks_elsewhere(open_desk, home) -> None:
    desk = open_desk(home)
    desk.window.acts.do("handover")
    desk.quiet()
    page = desk.window.pages.currentWidget()
    page.form.form.set_typed({"note": "写到一半"})

    desk.window.acts.do("cases")
    desk.window.acts.do("handover")
    desk.quiet()

    assert page.form.form.values()["note"] == "写到一半"
