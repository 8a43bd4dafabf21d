"""What the office says of itself, on the command line."""

from argparse import Namespace
from typing import Any

from desk.cli.opened import opened
from desk.cli.output import Answer
from desk.cli.reading import pairs


def add(commands: Any) -> None:
    """``settings``."""
    settings = commands.add_parser(
        "settings", help="单位资料、遮盖程度", description="列出单位资料和遮盖程度；写明 --set 时修改。"
    )
    settings.add_argument(
        "--set", dest="settings", action="append", default=[], metavar="键=值",
        help="例：office.phone=010-1234、mask.strength=strong（light、normal、strong）",
    )  # fmt: skip
    settings.set_defaults(run=_settings)


def _settings(args: Namespace) -> Answer:
    from desk.services import settings

    with opened(args) as desk:
        if args.settings:
            settings.change(desk.office, desk.viewer, pairs(args.settings))
        held = settings.said(desk.office.settings, settings.TITLES)
    lines = [f"{title}\t{held[key] or '（空）'}\t{key}" for key, title in settings.TITLES.items()]
    return Answer(held, "\n".join(lines))
