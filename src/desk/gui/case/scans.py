"""The folder into which this computer's scanner writes: what came since the program was opened waits to be added."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desk.gui.session import Session

KEY = "usual/scans"
_SETTLES = 800
"""Milliseconds after the last change: a scanner writes a file in pieces."""
_MOST = 5


class Scans(QObject):
    """Watches one folder; files that lay there before are left alone, and none is ever moved or deleted."""

    came = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setObjectName("scans")
        self._session = session
        self._known: set[Path] = set()
        self._folder: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self, interval=_SETTLES, singleShot=True)
        self._settled.timeout.connect(self.came)
        self._watcher.directoryChanged.connect(lambda _: self._settled.start())
        if kept := session.remembered.get(KEY, ""):
            self.watch(Path(kept))

    @classmethod
    def of(cls, session: Session) -> "Scans":
        """The one of this clerk."""
        return session.findChild(cls, "scans") or cls(session)

    def watch(self, folder: Path) -> None:
        """Watch this folder from now on, on this computer."""
        if not folder.is_dir():
            return
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._folder = folder
        self._known = set(self._files())
        self._watcher.addPath(str(folder))
        self._session.remembered.keep(KEY, str(folder))

    def taken(self, file: Path) -> None:
        """The file was added to a case and is offered no more."""
        self._known.add(file)

    def fresh(self) -> list[Path]:
        """The files that came and were not added yet, the newest first."""
        found = [file for file in self._files() if file not in self._known]
        return sorted(found, key=lambda file: file.stat().st_mtime, reverse=True)[:_MOST]

    def _files(self) -> list[Path]:
        if self._folder is None:
            return []
        try:
            return [
                file for file in self._folder.iterdir() if file.is_file() and not file.name.startswith(".")
            ]
        except OSError:  # a drive that went away
            return []
