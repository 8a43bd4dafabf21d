"""The desk locks with the Windows session. The messages are made as Windows makes them; no Windows stands behind (C6)."""

from ctypes import addressof, wintypes

import pytest
from PySide6.QtCore import QByteArray
from shiboken6 import VoidPtr
from tests.gui.pages import PATIENCE
from tests.gui.test_switching import at_case, enter, starting  # noqa: F401 - fixtures
from tests.services.rights_office import PASSWORD

from desk.gui.session_lock import SessionLock, is_left, of_windows

# winuser.h: WM_WTSSESSION_CHANGE 0x02B1; wParam WTS_CONSOLE_CONNECT 1, WTS_CONSOLE_DISCONNECT 2, WTS_REMOTE_CONNECT 3,
# WTS_REMOTE_DISCONNECT 4, WTS_SESSION_LOGON 5, WTS_SESSION_LOGOFF 6, WTS_SESSION_LOCK 7, WTS_SESSION_UNLOCK 8.
CHANGE, LOCK, UNLOCK = 0x02B1, 7, 8


def windows_says(listener: SessionLock, message: int, reason: int, kind: bytes = b"windows_generic_MSG"):
    """Hand over a message as Qt does: its kind, and where it lies."""
    said = wintypes.MSG()
    said.message, said.wParam = message, reason
    return listener.nativeEventFilter(QByteArray(kind), VoidPtr(addressof(said)))


@pytest.mark.parametrize(
    ("reason", "leaves"), [(1, False), (2, True), (3, False), (4, True), (5, False), (7, True), (8, False)]
)
def test_a_session_is_left_when_it_is_locked_or_its_screen_is_taken_away(reason, leaves) -> None:
    assert is_left(CHANGE, reason) is leaves
    assert not is_left(0x0010, reason)  # WM_CLOSE


@pytest.fixture
def listener(starting):  # noqa: F811
    """The desk's own, as if this were Windows; the handle that was registered is the window's."""
    handles: list[int] = []
    made = SessionLock(
        starting.window, starting.lock.lock, lambda handle: bool(handles.append(handle) or True)
    )
    assert handles == [int(starting.window.winId())]
    return made


def test_win_l_locks_the_desk_even_over_a_half_filled_form_and_nothing_typed_is_lost(
    starting, at_case, listener, qtbot  # noqa: F811
) -> None:  # fmt: skip
    panel = starting.window.cases.panel
    field = panel.step_form.form.ids[0]
    panel.step_form.form.set_typed({field: "问到哪一步了"})
    assert starting._is_typing()

    answer = windows_says(listener, CHANGE, LOCK)
    qtbot.waitUntil(lambda: starting.lock.is_locked, timeout=PATIENCE)
    covered = starting.lock._page.geometry() == starting.window.rect()
    starting.lock._page.password.setText(PASSWORD)
    if starting.lock._page.is_by_pin():
        from tests.services.rights_office import PIN

        starting.lock._page.password.setText(PIN)
    starting.lock._page.sign_in()
    qtbot.waitUntil(lambda: not starting.lock.is_locked, timeout=PATIENCE)

    assert answer == (False, 0)  # others hear it, too
    assert covered
    assert panel.step_form.form.typed()[field] == "问到哪一步了"


@pytest.mark.parametrize(
    ("message", "reason", "kind"),
    [
        (CHANGE, UNLOCK, b"windows_generic_MSG"),
        (0x0100, LOCK, b"windows_generic_MSG"),
        (CHANGE, LOCK, b"xcb_generic_event_t"),
    ],
)
def test_control_other_messages_lock_nothing(starting, listener, qtbot, message, reason, kind) -> None:  # noqa: F811
    windows_says(listener, message, reason, kind)
    qtbot.wait(100)

    assert not starting.lock.is_locked


def test_elsewhere_nothing_is_registered_and_the_desk_works(starting) -> None:  # noqa: F811
    assert of_windows() is None
    assert starting.lock.session_lock is not None
    assert not starting.lock.session_lock.listens
