"""The language of the windows: Chinese as written, or English by translation. Rulebooks stay as the office wrote them."""

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from desk.gui import look
from desk.paths import resource

CONTEXT = "desk"


class _ByWords(QTranslator):
    """Looks a sentence up by its words alone: it means the same wherever it stands."""

    def translate(self, _context: str, source: str, _about: str | None = None, _n: int = -1) -> str:  # type: ignore[override]
        return super().translate(CONTEXT, source) or ""


def speak(app: QApplication, language: str) -> bool:
    """Let every window that is made from now on speak ``zh`` or ``en``; whether it could be done."""
    if language != "en":
        look.speak_chinese(app)
        return True
    translator = _ByWords(app)
    if not translator.load(str(resource("translations", "desk_en.qm"))):
        look.speak_chinese(app)
        return False
    QLocale.setDefault(QLocale(QLocale.Language.English))
    app.installTranslator(translator)
    return True


def speak_chinese_again(app: QApplication) -> None:
    """Take the translation away."""
    for translator in app.findChildren(QObject):
        if isinstance(translator, _ByWords):
            app.removeTranslator(translator)
            translator.deleteLater()
    look.speak_chinese(app)
