"""A printing system of our own for the tests: CUPS in a folder, with a printer whose jobs become files."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

QUEUE = "front_desk"
CLOSED = "closed"
_PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "FOLDER.PPD"
*Manufacturer: "Tests"
*Product: "(Folder)"
*ModelName: "Folder"
*ShortNickName: "Folder"
*NickName: "Folder"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*cupsVersion: 2.2
*cupsFilter: "application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*OpenUI *InputSlot/Media Source: PickOne
*DefaultInputSlot: Auto
*InputSlot Auto/Auto: ""
*InputSlot Tray2/Tray 2: ""
*CloseUI: *InputSlot
*OpenUI *Duplex/Duplex: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: ""
*CloseUI: *Duplex
"""
_BACKEND = """#!/bin/sh
[ $# -eq 0 ] && { echo 'direct folder "Unknown" "Folder"'; exit 0; }
folder="${DEVICE_URI#folder:}"
if [ -n "$6" ]; then cat "$6" > "$folder/$1.pdf"; else cat > "$folder/$1.pdf"; fi
printf '%s\\n' "$3" > "$folder/$1.title"
printf '%s' "$4" > "$folder/$1.copies"
printf '%s' "$5" > "$folder/$1.options"
mv "$folder/$1.pdf" "$folder/$1.done"
"""
_DAEMONS = Path("/usr/lib/cups/daemon")
"""Where CUPS keeps the little program that starts a backend."""
_MIME = "application/pdf pdf string(0,%PDF)\n"


@dataclass(frozen=True)
class Job:
    """One printed job: the bytes that the printer got, its title, how many, and the options."""

    data: bytes
    title: str
    copies: int
    options: str


@dataclass(frozen=True)
class PrintSystem:
    """A running CUPS. ``env`` leads its commands to it."""

    env: Mapping[str, str]
    out: Path

    def jobs(self, count: int, patience: float = 20) -> list[Job]:
        """The printed jobs in the order in which they came out, once there are ``count``."""
        until = time.monotonic() + patience
        while len(found := sorted(self.out.glob("*.done"), key=lambda file: int(file.stem))) < count:
            assert time.monotonic() < until, f"only {len(found)} of {count} came out"
            time.sleep(0.05)
        return [_job(file) for file in found]


def _job(file: Path) -> Job:
    return Job(
        file.read_bytes(),
        file.with_suffix(".title").read_text("utf-8").strip(),
        int(file.with_suffix(".copies").read_text()),
        file.with_suffix(".options").read_text("utf-8"),
    )


def why_not() -> str:
    """Why no printing system can be started here; empty where one can."""
    if sys.platform == "win32":
        return "CUPS does not run on Windows"
    lacking = [name for name in ("cupsd", "lp", "lpadmin", "lpoptions", "cupsreject") if _found(name) is None]
    if not _DAEMONS.is_dir():
        lacking.append(str(_DAEMONS))
    if lacking:
        return f"not installed: {', '.join(lacking)}"
    return "" if os.getuid() == 0 else "a printing system of one's own needs root"


def _found(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@contextmanager
def print_system(folder: Path) -> Iterator[PrintSystem]:
    """Start CUPS in ``folder`` with a queue that prints into files, and one that takes nothing; stop it at the end."""
    for one in folder.parents:
        if one.stat().st_uid == os.getuid() and not one.stat().st_mode & 0o1:
            one.chmod(one.stat().st_mode | 0o5)  # the printing system's own user must reach its files
    out, server, binaries = folder / "out", folder / "etc", folder / "lib"
    for one in (
        out, server / "ppd", binaries / "backend", folder / "spool" / "tmp", folder / "cache", folder / "state", folder / "log",
    ):  # fmt: skip
        one.mkdir(parents=True)
    for one in (folder, *folder.rglob("*")):
        one.chmod(0o777 if one == out else 0o755)
    backend = binaries / "backend" / "folder"
    backend.write_text(_BACKEND)
    backend.chmod(0o700)  # CUPS runs what only root may read as root
    (binaries / "daemon").symlink_to(_DAEMONS)
    share = folder / "share"
    (share / "mime").mkdir(parents=True)
    (share / "mime" / "ours.types").write_text(_MIME)
    port = _free_port()
    (server / "cupsd.conf").write_text(
        f"Listen 127.0.0.1:{port}\nBrowsing Off\nDefaultAuthType None\nWebInterface No\nLogLevel warn\n"
        "<Location />\nOrder allow,deny\nAllow all\n</Location>\n<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"
    )
    (server / "cups-files.conf").write_text(
        f"ServerRoot {server}\nServerBin {binaries}\nDataDir {share}\nRequestRoot {folder / 'spool'}\nTempDir {folder / 'spool' / 'tmp'}\n"
        f"CacheDir {folder / 'cache'}\nStateDir {folder / 'state'}\nAccessLog {folder / 'log' / 'access'}\n"
        f"ErrorLog {folder / 'log' / 'error'}\nPageLog {folder / 'log' / 'page'}\nFileDevice Yes\nSystemGroup root\n"
    )
    command = [
        str(_found("cupsd")),
        "-f",
        "-c",
        str(server / "cupsd.conf"),
        "-s",
        str(server / "cups-files.conf"),
    ]
    daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    env = {**os.environ, "CUPS_SERVER": f"127.0.0.1:{port}", "HOME": str(folder)}
    try:
        _wait_for(port, daemon)
        (folder / "folder.ppd").write_text(_PPD)
        for name in (QUEUE, CLOSED):
            _admin(env, "lpadmin", "-p", name, "-v", f"folder:{out}", "-P", str(folder / "folder.ppd"), "-E")
        _admin(env, "cupsreject", CLOSED)
        yield PrintSystem(env, out)
    finally:
        daemon.terminate()
        daemon.wait(10)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int, daemon: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 20
    while True:
        assert daemon.poll() is None, "cupsd ended at once"
        assert time.monotonic() < until, "cupsd does not listen"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)


def _admin(env: Mapping[str, str], command: str, *words: str) -> None:
    subprocess.run([str(_found(command)), *words], env=env, check=True, capture_output=True, timeout=30)
