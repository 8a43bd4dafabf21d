"""How the windows look: colours for light and dark, fonts, and the few style rules that use them."""

from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QLibraryInfo, QLocale, QSize, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desk.paths import resource

POINTS = 10.0
"""The size of the interface's letters at 100 %."""

SCALES = (100, 115, 130, 150, 175)
_FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "HanaMinB.ttf")


@dataclass(frozen=True, slots=True)
class Look:
    """One set of colours; every pair of text and ground keeps a contrast of 4.5 or more."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    good: str
    good_soft: str
    demo: str
    on_demo: str


LIGHT = Look(
    window="#f2f4f7", base="#ffffff", raised="#fafbfc", text="#1b2530", muted="#566270", line="#cbd3dc",
    accent="#1b5e9e", accent_strong="#164d82", accent_soft="#e3eef8", on_accent="#ffffff",
    danger="#b3261e", danger_soft="#fdecea", warn="#8a5300", warn_soft="#fff4dc", good="#1d6b3a",
    good_soft="#e4f4e9", demo="#7a3e9d", on_demo="#ffffff",
)  # fmt: skip
DARK = Look(
    window="#1d2228", base="#262c34", raised="#2b323b", text="#e8ecf1", muted="#a9b4c0", line="#46505c",
    accent="#6cb0ee", accent_strong="#8cc2f3", accent_soft="#27405a", on_accent="#0d1b29",
    danger="#ff9d94", danger_soft="#4a2725", warn="#f2c063", warn_soft="#463a1f", good="#86d3a2",
    good_soft="#21402d", demo="#c79be0", on_demo="#22112c",
)  # fmt: skip


_worn = [LIGHT]


def current_look() -> Look:
    """The colours in use now."""
    return _worn[0]


def _system_look() -> Look:
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def load_fonts() -> list[str]:
    """Bring in the shipped fonts; the families to use, the one with the rarest characters last."""
    families: list[str] = []
    for name in _FONTS:
        path = resource("fonts", name)
        if path.exists():
            found = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
            families += [family for family in found if family not in families]
    return families


def speak_chinese(app: QApplication) -> None:
    """Let Qt's own buttons and menus speak Chinese."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)


def dress(
    app: QApplication, *, scheme: str = "", scale: int = 100, families: list[str] | None = None
) -> Look:
    """Put fonts, colours and style rules on every window. ``scheme`` is light, dark or empty (as the system)."""
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme)
    hints = QGuiApplication.styleHints()
    if wanted is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(wanted)
    look = {"light": LIGHT, "dark": DARK}.get(scheme) or _system_look()
    _worn[0] = look
    app.setStyle("Fusion")
    font = QFont(app.font())
    if families:
        font.setFamilies(families)
    font.setPointSizeF(POINTS * scale / 100)
    app.setFont(font)
    app.setPalette(palette(look))
    app.setStyleSheet(style_rules(look, scale))
    return look


def palette(look: Look) -> QPalette:
    """Qt's palette in these colours."""
    colours = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: look.window, role.WindowText: look.text, role.Base: look.base, role.Text: look.text,
        role.AlternateBase: look.raised, role.Button: look.raised, role.ButtonText: look.text,
        role.ToolTipBase: look.base, role.ToolTipText: look.text, role.Highlight: look.accent,
        role.HighlightedText: look.on_accent, role.PlaceholderText: look.muted, role.Link: look.accent,
        role.Mid: look.line, role.Midlight: look.line, role.Dark: look.line, role.Light: look.base,
        role.Accent: look.accent,
    }  # fmt: skip
    for which, colour in pairs.items():
        colours.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, which, QColor(look.muted))
    return colours


def style_rules(look: Look, scale: int = 100) -> str:
    """The style sheet in these colours; lengths grow with the letters."""
    sizes = {f"px{n}": str(round(n * scale / 100)) for n in range(1, 33)}
    text = Path(__file__).with_name("look.qss").read_text("utf-8")
    tick = resource("icons", f"tick_{'white' if look.on_accent == '#ffffff' else 'black'}.svg").as_posix()
    return Template(text).substitute(asdict(look), **sizes, tick=tick)


def icon(name: str, colour: str = "") -> QIcon:
    """A shipped picture, drawn in one colour of the look (its text colour where none is named)."""
    return _drawn_icon(name, colour or current_look().text)


@lru_cache(maxsize=256)
def _drawn_icon(name: str, colour: str) -> QIcon:
    source = QIcon(str(resource("icons", f"{name}.svg")))
    picture = source.pixmap(QSize(32, 32))
    if picture.isNull():
        return QIcon()
    painted = QPixmap(picture.size())
    painted.setDevicePixelRatio(picture.devicePixelRatio())
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    painter.drawPixmap(0, 0, picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(painted.rect(), QColor(colour))
    painter.end()
    return QIcon(painted)
