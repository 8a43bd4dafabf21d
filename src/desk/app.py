"""The window: start it, or, where there is no screen, do the main job unseen and leave pictures of it."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

NO_SCREEN = """没有显示器，{what}打不开窗口。要看到窗口：在有桌面的电脑上运行，或用 ssh -X 登录，或先启动 Xvfb 并设置 DISPLAY。
现在另设一个演示单位，在里面把主要工作做一遍{untouched}，请稍候…
"""
DONE = """主要工作已在演示单位里做了一遍，图片和文书在：
    {folder}
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window of the office in ``--home``; the result is the exit code."""
    options = _options(list(sys.argv[1:] if argv is None else argv))
    if options.tour or not has_screen():
        return _tour(options.tour or Path.home() / "desk-tour", options.home)
    return _run(options.home)


def has_screen() -> bool:
    """Whether windows can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="desk", description="投诉前台：打开窗口")
    parser.add_argument("--home", type=Path, default=None, help="办公数据所在的文件夹")
    parser.add_argument(
        "--tour", type=Path, default=None, metavar="文件夹", help="不开窗口，演示主要工作并留下图片"
    )
    return parser.parse_args(words)


def _run(home: Path | None) -> int:
    from PySide6.QtWidgets import QApplication

    from desk.gui import crash, languages, look
    from desk.gui.collecting import Collecting
    from desk.gui.dialogs import Dialogs
    from desk.gui.instance import OneInstance
    from desk.gui.main_window import MainWindow
    from desk.gui.remember import Remembered
    from desk.gui.starting import Starting

    home = home or _usual_home()
    app = QApplication([sys.argv[0]])
    Collecting(app)
    app.setApplicationName("desk")
    app.setWindowIcon(look.icon("app", look.LIGHT.accent))
    languages.speak(app, Remembered(home).get("look/language", "zh"))
    families = look.load_fonts()
    dialogs = Dialogs()
    instance = OneInstance(home)
    window = MainWindow()
    if not instance.take(lambda: _raise(window)):
        if not instance.call_first():
            dialogs.tell(
                None, "投诉前台", "这台电脑上的另一位用户正在使用同一个办公文件夹。请先让那边退出，再打开。"
            )
        return 0
    crash.report_defects(home, lambda words: window.say(words, "error"))
    starting = Starting(window, home, dialogs, families)
    starting.dress()
    window.show()
    starting.begin()
    code = app.exec()
    starting.close()
    instance.release()
    return code


def _usual_home() -> Path:
    from desk.services.office import default_home

    return default_home()


def _raise(window: object) -> None:
    window.showNormal()  # type: ignore[attr-defined]
    window.raise_()  # type: ignore[attr-defined]
    window.activateWindow()  # type: ignore[attr-defined]


def pictures(folder: Path, rulebook: str = "") -> list[Path]:
    """Drive the real windows through the main job in a practice office; the pictures and papers left in ``folder``."""
    if not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desk.gui.tour import tour

    return tour(folder, rulebook)


def _tour(folder: Path, home: Path | None) -> int:
    if not has_screen():
        sys.stdout.write(no_screen_words(home))
        sys.stdout.flush()  # before the minute that the tour takes
    pictures(folder)
    sys.stdout.write(DONE.format(folder=folder))
    return 0


def no_screen_words(home: Path | None) -> str:
    """How to get a window where there is no screen, and what is done instead; the office in ``home`` is left alone."""
    what, untouched = (f"“{home}”", f"（“{home}”里的资料不动）") if home else ("", "")
    return NO_SCREEN.format(what=what, untouched=untouched)


if __name__ == "__main__":
    sys.exit(main())
