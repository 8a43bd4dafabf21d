# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_recovery.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QFrame, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_RecoveryPart(object):
    def setupUi(self, RecoveryPart):
        if not RecoveryPart.objectName():
            RecoveryPart.setObjectName(u"RecoveryPart")
        RecoveryPart.setMaximumSize(QSize(900, 16777215))
        self.layout_7 = QVBoxLayout(RecoveryPart)
        self.layout_7.setSpacing(12)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(RecoveryPart)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.title)

        self.explain = QLabel(RecoveryPart)
        self.explain.setObjectName(u"explain")
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.explain)

        self.card = QFrame(RecoveryPart)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.layout_1 = QVBoxLayout(self.card)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(20, 20, 20, 20)
        self.key = QLabel(self.card)
        self.key.setObjectName(u"key")
        self.key.setProperty(u"big", True)
        self.key.setWordWrap(True)
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.key)


        self.layout_7.addWidget(self.card)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.print_key = QPushButton(RecoveryPart)
        self.print_key.setObjectName(u"print_key")

        self.layout_3.addWidget(self.print_key)

        self.save_key = QPushButton(RecoveryPart)
        self.save_key.setObjectName(u"save_key")

        self.layout_3.addWidget(self.save_key)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.space_2)


        self.layout_7.addLayout(self.layout_3)

        self.copied = QCheckBox(RecoveryPart)
        self.copied.setObjectName(u"copied")

        self.layout_7.addWidget(self.copied)

        self.remove = QCheckBox(RecoveryPart)
        self.remove.setObjectName(u"remove")
        self.remove.setChecked(True)

        self.layout_7.addWidget(self.remove)

        self.told = QLabel(RecoveryPart)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"muted", True)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.told)

        self.trouble = QLabel(RecoveryPart)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.trouble)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_7.addItem(self.space_4)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(8)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.space_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_6.addItem(self.space_5)

        self.later = QPushButton(RecoveryPart)
        self.later.setObjectName(u"later")

        self.layout_6.addWidget(self.later)

        self.done = QPushButton(RecoveryPart)
        self.done.setObjectName(u"done")
        self.done.setProperty(u"primary", True)
        self.done.setEnabled(False)

        self.layout_6.addWidget(self.done)


        self.layout_7.addLayout(self.layout_6)


        self.retranslateUi(RecoveryPart)

        QMetaObject.connectSlotsByName(RecoveryPart)
    # setupUi

    def retranslateUi(self, RecoveryPart):
        self.title.setText(QCoreApplication.translate("RecoveryPart", u"\u6062\u590d\u5bc6\u94a5", None))
        self.explain.setText(QCoreApplication.translate("RecoveryPart", u"\u6362\u7535\u8111\u3001\u91cd\u88c5\u7cfb\u7edf\u6216\u5fd8\u8bb0\u53e3\u4ee4\u65f6\uff0c\u53ea\u6709\u8fd9\u4e32\u5b57\u80fd\u6253\u5f00\u672c\u5355\u4f4d\u7684\u8d44\u6599\u3002\u8bf7\u6253\u5370\u6216\u6284\u5199\u4e0b\u6765\uff0c\u653e\u8fdb\u4fdd\u9669\u67dc\u6216\u4ea4\u4e13\u4eba\u4fdd\u7ba1\u3002\u4e22\u5931\u540e\u65e0\u6cd5\u8865\u53d1\u3002", None))
        self.key.setText("")
        self.print_key.setText(QCoreApplication.translate("RecoveryPart", u"\u6253\u5370", None))
        self.save_key.setText(QCoreApplication.translate("RecoveryPart", u"\u53e6\u5b58\u5230 U \u76d8\u2026", None))
        self.copied.setText(QCoreApplication.translate("RecoveryPart", u"\u5df2\u6253\u5370\u6216\u6284\u5199\uff0c\u5e76\u5df2\u6838\u5bf9", None))
        self.remove.setText(QCoreApplication.translate("RecoveryPart", u"\u4ece\u8fd9\u53f0\u7535\u8111\u4e0a\u5220\u9664\u5bc6\u94a5\u6587\u4ef6\uff08\u5efa\u8bae\uff09", None))
        self.told.setText("")
        self.trouble.setText("")
        self.later.setText(QCoreApplication.translate("RecoveryPart", u"\u4ee5\u540e\u518d\u8bf4", None))
        self.done.setText(QCoreApplication.translate("RecoveryPart", u"\u5b8c\u6210", None))
        pass
    # retranslateUi
