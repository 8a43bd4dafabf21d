"""The recovery key: shown once when the office is set up, printed or copied out, then taken off this computer."""

from pathlib import Path

from desk.domain.errors import DeskError
from desk.domain.notice import compose
from desk.rulebook.layout import Layout, Text
from desk.services.office import Office
from desk.store import keys

_KEEP = (
    "本页的恢复密钥可以打开本单位的全部登记资料。请放进保险柜或交专人保管，不要放在这台电脑旁边。",
    "换电脑、重装系统或忘记口令时，用它打开资料。丢失后无法补发。",
)

_SHORTEST_KEY = 24
"""Letters and digits; what is shorter was meant as a password."""


def is_here(office: Office) -> bool:
    """Whether the key still lies beside the office's store."""
    return office.recovery_key_file.exists()


def key(office: Office) -> str:
    """The recovery key in groups of four letters and digits; empty once its file has been removed."""
    if not is_here(office):
        return ""
    return office.recovery_key_file.read_text(encoding="utf-8").strip().splitlines()[-1].strip()


def sheet(office: Office) -> bytes:
    """One page to print and put away."""
    from desk.paper.drawing import draw

    groups = key(office).split("-")
    half = (len(groups) + 1) // 2
    lines = ("-".join(groups[:half]) + "-", "-".join(groups[half:]))
    blocks = (
        Text(text="恢复密钥", style="title"),
        Text(text="{office}", style="body", align="center", indent=0, before=4),
        *(Text(text=line, style="heading", align="center", before=6, indent=0) for line in lines),
        *(Text(text=words, style="body", before=4) for words in _KEEP),
        Text(text="打印日期：{date}　　保管人：", style="body", before=8, indent=0),
    )
    layout = Layout(id="recovery", title="恢复密钥", profile="state", blocks=blocks, code=False)
    return draw(compose(layout, {"office": office.name, "date": f"{office.now():%Y-%m-%d}"})).data


def remove(office: Office) -> None:
    """Take the key off this computer once it has been put away elsewhere."""
    office.recovery_key_file.unlink(missing_ok=True)


def admit(home: Path, secret: str) -> None:
    """Let this computer open the office by itself again, by a password or the recovery key. Raises ``DeskError``."""
    try:
        key = keys.unlock(home, password=secret)
    except DeskError:
        if sum(char.isalnum() for char in secret) < _SHORTEST_KEY:
            raise
        key = keys.unlock(home, recovery=secret.strip())
    keys.bind_machine(home, key)
