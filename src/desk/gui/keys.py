"""Everything the window can do, once: the same acts stand in the menu, on the keys, on the buttons and in the palette."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget


class Act(NamedTuple):
    """One act: its id, its words, its keys, and whether it stands among the keys below."""

    id: str
    words: str
    keys: tuple[str, ...] = ()
    below: bool = False
    group: str = ""


ACTS: tuple[Act, ...] = (
    Act("help", QT_TRANSLATE_NOOP("Acts", "按键说明"), ("F1",), below=True),
    Act("handbook", QT_TRANSLATE_NOOP("Acts", "操作手册"), ("Shift+F1",)),
    Act("new", QT_TRANSLATE_NOOP("Acts", "新登记（暂存当前）"), ("F2",), below=True),
    Act("find", QT_TRANSLATE_NOOP("Acts", "查找"), ("F3",), below=True),
    Act("choose", QT_TRANSLATE_NOOP("Acts", "列出可选项"), ("F4",), below=True),
    Act("beside", QT_TRANSLATE_NOOP("Acts", "到旁边：以前来件；案件里是案件办理"), ("F6",)),
    Act("print", QT_TRANSLATE_NOOP("Acts", "打印"), ("F8",), below=True),
    Act("repeat", QT_TRANSLATE_NOOP("Acts", "重复上一件"), ("F9",), below=True),
    Act("save", QT_TRANSLATE_NOOP("Acts", "保存"), ("F12", "Ctrl+S"), below=True),
    Act("back", QT_TRANSLATE_NOOP("Acts", "返回"), ("Esc",), below=True),
    Act("palette", QT_TRANSLATE_NOOP("Acts", "全部功能"), ("Ctrl+K",), below=True),
    Act("today", QT_TRANSLATE_NOOP("Acts", "转到今日"), ("Ctrl+0",), group="go"),
    Act("intake", QT_TRANSLATE_NOOP("Acts", "转到登记"), ("Ctrl+1",), group="go"),
    Act("cases", QT_TRANSLATE_NOOP("Acts", "转到案件"), ("Ctrl+2",), group="go"),
    Act("report", QT_TRANSLATE_NOOP("Acts", "转到报表"), ("Ctrl+3",), group="go"),
    Act("manual", QT_TRANSLATE_NOOP("Acts", "规则簿"), ("Ctrl+4",), group="go"),
    Act("settings", QT_TRANSLATE_NOOP("Acts", "单位设置"), ("Ctrl+5",), group="go"),
    Act("papers", QT_TRANSLATE_NOOP("Acts", "文书：未打印的、空白表"), ("Ctrl+6",), group="go"),
    Act("book", QT_TRANSLATE_NOOP("Acts", "换一本规则簿登记"), ("Ctrl+B",), group="go"),
    Act("reception", QT_TRANSLATE_NOOP("Acts", "接待记录（咨询、走错门）"), ("Ctrl+7",), group="go"),
    Act("pads", QT_TRANSLATE_NOOP("Acts", "预印补录登记单（20 张）"), group="go"),
    Act("import", QT_TRANSLATE_NOOP("Acts", "导入旧登记簿"), group="go"),
    Act("looks", QT_TRANSLATE_NOOP("Acts", "身份查看记录"), group="go"),
    Act("sample", QT_TRANSLATE_NOOP("Acts", "检查抽样"), group="go"),
    Act("handover", QT_TRANSLATE_NOOP("Acts", "交接班"), group="go"),
    Act("incidents", QT_TRANSLATE_NOOP("Acts", "安全事件（没有案件的也在这里记）"), group="go"),
    Act("freezing", QT_TRANSLATE_NOOP("Acts", "台账封存（月末）"), group="go"),
    Act("destruction", QT_TRANSLATE_NOOP("Acts", "销毁清单"), group="go"),
    Act("destroyed", QT_TRANSLATE_NOOP("Acts", "销毁审批和清册"), group="go"),
    Act("backups", QT_TRANSLATE_NOOP("Acts", "备份记录"), group="go"),
    Act("tab_waiting", QT_TRANSLATE_NOOP("Acts", "案件：待受理"), group="go"),
    Act("tab_soon", QT_TRANSLATE_NOOP("Acts", "案件：将到期"), group="go"),
    Act("tab_overdue", QT_TRANSLATE_NOOP("Acts", "案件：已逾期"), group="go"),
    Act("refresh", QT_TRANSLATE_NOOP("Acts", "刷新"), ("F5",), group="go"),
    Act("case_menu", QT_TRANSLATE_NOOP("Acts", "案件办理（步骤以外的事）"), group="case"),
    Act("case_retime", QT_TRANSLATE_NOOP("Acts", "案件：更正时间"), group="case"),
    Act("case_reclassify", QT_TRANSLATE_NOOP("Acts", "案件：变更类型或类别"), group="case"),
    Act("case_merge", QT_TRANSLATE_NOOP("Acts", "案件：把另一件并入本件"), group="case"),
    Act("case_part", QT_TRANSLATE_NOOP("Acts", "案件：拆开合并"), group="case"),
    Act("case_split", QT_TRANSLATE_NOOP("Acts", "案件：分案"), group="case"),
    Act("case_report", QT_TRANSLATE_NOOP("Acts", "案件：按等级上报"), group="case"),
    Act("case_enquiry", QT_TRANSLATE_NOOP("Acts", "案件：状态查询、丢失回执"), group="case"),
    Act("case_seal", QT_TRANSLATE_NOOP("Acts", "案件：用印"), group="case"),
    Act("case_contact_change", QT_TRANSLATE_NOOP("Acts", "案件：变更联系方式、补充材料"), group="case"),
    Act("case_form", QT_TRANSLATE_NOOP("Acts", "案件：填好的表单"), group="case"),
    Act("case_original", QT_TRANSLATE_NOOP("Acts", "案件：收存原件"), group="case"),
    Act("case_original_back", QT_TRANSLATE_NOOP("Acts", "案件：退还原件"), group="case"),
    Act("case_box", QT_TRANSLATE_NOOP("Acts", "案件：装盒（盒号）"), group="case"),
    Act("case_contact", QT_TRANSLATE_NOOP("Acts", "案件：登记联系"), group="case"),
    Act("case_sign", QT_TRANSLATE_NOOP("Acts", "案件：登记签字"), group="case"),
    Act("case_answer", QT_TRANSLATE_NOOP("Acts", "案件：答复催办、督办"), group="case"),
    Act("case_tried", QT_TRANSLATE_NOOP("Acts", "案件：回访未联系上"), group="case"),
    Act("case_attach", QT_TRANSLATE_NOOP("Acts", "案件：添加附件"), group="case"),
    Act(
        "case_paste", QT_TRANSLATE_NOOP("Acts", "案件：粘贴图片、文件为附件"), ("Ctrl+Shift+V",), group="case"
    ),
    Act("case_incident", QT_TRANSLATE_NOOP("Acts", "案件：安全事件"), group="case"),
    Act("case_file", QT_TRANSLATE_NOOP("Acts", "案件：整卷（目录、文书、附件）"), group="case"),
    Act("case_conflict", QT_TRANSLATE_NOOP("Acts", "案件：回避（不让有利害关系的人看到）"), group="case"),
    Act("light", QT_TRANSLATE_NOOP("Acts", "浅色界面"), group="look"),
    Act("dark", QT_TRANSLATE_NOOP("Acts", "深色界面"), group="look"),
    Act("system", QT_TRANSLATE_NOOP("Acts", "界面颜色跟随系统"), group="look"),
    Act("larger", QT_TRANSLATE_NOOP("Acts", "放大字体"), ("Ctrl++", "Ctrl+="), group="look"),
    Act("smaller", QT_TRANSLATE_NOOP("Acts", "缩小字体"), ("Ctrl+-",), group="look"),
    Act("language", QT_TRANSLATE_NOOP("Acts", "中文 / English"), group="look"),
    Act("own", QT_TRANSLATE_NOOP("Acts", "我的口令和 PIN 码"), group="desk"),
    Act("switch", QT_TRANSLATE_NOOP("Acts", "换经办人"), ("Ctrl+L",), group="desk"),
    Act("quit", QT_TRANSLATE_NOOP("Acts", "退出"), ("Ctrl+Q",), group="desk"),
)

OTHER_KEYS: tuple[tuple[str, str], ...] = (
    ("Enter", QT_TRANSLATE_NOOP("Acts", "下一项；最后一项到“保存”")),
    ("Shift+Enter、↑", QT_TRANSLATE_NOOP("Acts", "上一项")),
    ("Ctrl+Enter、Tab", QT_TRANSLATE_NOOP("Acts", "长文字里到下一项（Enter 是换行）")),
    ("F4、↓", QT_TRANSLATE_NOOP("Acts", "列出可选项；直接打拼音首字母也可以")),
    ("Y / N", QT_TRANSLATE_NOOP("Acts", "“是 / 否”项；退格清空")),
    ("Ctrl+C", QT_TRANSLATE_NOOP("Acts", "复制列表中所选的行（带表头）")),
)


def words_of(act: Act) -> str:
    """The act in the language of the window."""
    return QCoreApplication.translate("Acts", act.words)


def make_actions(window: QWidget, do: Callable[[str], None]) -> dict[str, QAction]:
    """Every act as a QAction of the window; ``do`` gets the id."""
    actions = {}
    for act in ACTS:
        action = QAction(words_of(act), window)
        action.setShortcuts([QKeySequence(key) for key in act.keys])
        action.setObjectName(act.id)
        action.triggered.connect(lambda _=False, id_=act.id: do(id_))
        window.addAction(action)
        actions[act.id] = action
    return actions


def key_buttons(actions: dict[str, QAction]) -> list[QPushButton]:
    """The row of keys below: the same acts for people who point."""
    buttons = []
    for act in ACTS:
        if act.below:
            button = QPushButton(f"{act.keys[0]} {words_of(act).partition('（')[0]}")
            button.setProperty("key", True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(words_of(act))
            button.clicked.connect(actions[act.id].trigger)
            buttons.append(button)
    return buttons
