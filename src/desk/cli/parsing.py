"""The words of the command line: commands, options, and refusals in Chinese."""

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from desk.domain.errors import DeskError

Command = Callable[[argparse.Namespace], Any]


class Parser(argparse.ArgumentParser):
    """An argument parser that refuses like the rest of the program."""

    def error(self, message: str) -> NoReturn:
        """Turn a misuse into a refusal instead of English and exit 2 on its own."""
        raise DeskError("usage", f"命令写法不对：{message}", f"用“{self.prog} --help”查看写法")


def common(parser: Parser) -> None:
    """The options that every command takes."""
    group = parser.add_argument_group("通用选项")
    group.add_argument("--home", metavar="目录", help="办公数据目录（默认：本机用户数据目录）")
    group.add_argument("--as", dest="user", metavar="用户", help="以哪位用户办理（演示单位可直接使用）")
    group.add_argument("--rulebook", metavar="编号", help="规则簿（一库多簿时指定）")
    group.add_argument("--now", metavar="时间", help="设定当前时间，仅限演示单位，例如 2026-11-20T16:40")
    group.add_argument("--json", dest="as_json", action="store_true", help="输出一个 JSON 文档")
