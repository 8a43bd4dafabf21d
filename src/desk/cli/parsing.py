"""The words of the command line: commands, options, help and refusals in Chinese."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from desk.domain.errors import DeskError

_WORDS = (
    (r"the following arguments are required: (.+)", r"缺少：\1"),
    (r"unrecognized arguments: (.+)", r"不认识的内容：\1"),
    (r"argument (\S+): expected one argument", r"\1 后面要写一个值"),
    (r"argument (\S+): invalid int value: (.+)", r"\1 应当是整数，写的是 \2"),
    (r"argument (\S+): invalid float value: (.+)", r"\1 应当是数字，写的是 \2"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 不够明确，可能是 \2"),
)

_NO_CHOICE = re.compile(r"argument \S+: invalid choice: (.+?) \(choose from (.+)\)")
_A_FEW = 20
"""So many words are all listed beside the one that was meant."""


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that helps in Chinese and refuses like the rest of the program."""

    def __init__(self, **given: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, allow_abbrev=False, **given)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Turn a misuse into a refusal."""
        message = _NO_CHOICE.sub(_no_choice, message)
        for english, chinese in _WORDS:
            message = re.sub(english, chinese, message)
        raise DeskError("usage", f"命令写法不对：{message}", f"用“{self.prog} --help”查看写法")


def _no_choice(said: re.Match[str]) -> str:
    """What was written is none of the words that may stand there; the one that was meant, where one is like it."""
    from difflib import get_close_matches

    written, known = said[1].strip("'"), re.findall(r"[^\s',]+", said[2])
    begun = [word for word in known if written and word.startswith(written)]
    meant = (begun or get_close_matches(written, known, 1))[:1]
    asked = "".join(f"（是不是 {word}？）" for word in meant)
    listed = "" if meant and len(known) > _A_FEW else f"，可用：{said[2]}"
    return f"没有 {said[1]}{asked}{listed}"


class Commands:
    """The commands of the program, listed in its help under the headings that they were added under."""

    def __init__(self, whole: Parser) -> None:
        self._whole = whole
        self._added = whole.add_subparsers(metavar="命令", required=True, parser_class=Parser, help="见下")
        whole.epilog = ""

    def under(self, heading: str) -> None:
        """What is added from now on stands under this heading."""
        self._whole.epilog = f"{self._whole.epilog}\n{heading}：\n"

    def add_parser(self, name: str, *, help: str, **given: Any) -> Parser:  # noqa: A002 - as argparse calls it
        """A command with the few words that the list says of it; they describe it, too, where nothing else does."""
        self._whole.epilog = f"{self._whole.epilog}  {name:<16}{help}\n"
        given.setdefault("description", f"{help}。")
        parser: Parser = self._added.add_parser(name, **given)
        common(parser)
        return parser


def common(parser: Parser) -> None:
    """The options that every command takes."""
    group = parser.add_argument_group("通用选项")
    group.add_argument("--home", metavar="目录", help="办公数据目录（默认：本机用户数据目录）")
    group.add_argument("--as", dest="user", metavar="用户", help="以哪位用户办理（演示单位可直接使用）")
    group.add_argument("--rulebook", metavar="编号", help="规则簿（一库多簿时指定）")
    group.add_argument("--now", metavar="时间", help="设定当前时间，仅限演示单位，例如 2026-11-20T16:40")
    group.add_argument("--json", dest="as_json", action="store_true", help="输出一个 JSON 文档")
