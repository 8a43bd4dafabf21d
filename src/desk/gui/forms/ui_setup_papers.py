# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_papers.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_PapersPart(object):
    def setupUi(self, PapersPart):
        if not PapersPart.objectName():
            PapersPart.setObjectName(u"PapersPart")
        self.layout_2 = QVBoxLayout(PapersPart)
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.notes = QCheckBox(PapersPart)
        self.notes.setObjectName(u"notes")

        self.layout_2.addWidget(self.notes)

        self.explain = QLabel(PapersPart)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.explain)

        self.fangsong = QLabel(PapersPart)
        self.fangsong.setObjectName(u"fangsong")
        self.fangsong.setWordWrap(True)
        self.fangsong.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.fangsong)

        self.layout_font = QHBoxLayout()
        self.layout_font.setObjectName(u"layout_font")
        self.choose_font = QPushButton(PapersPart)
        self.choose_font.setObjectName(u"choose_font")
        self.choose_font.setAutoDefault(False)

        self.layout_font.addWidget(self.choose_font)

        self.remove_font = QPushButton(PapersPart)
        self.remove_font.setObjectName(u"remove_font")
        self.remove_font.setAutoDefault(False)

        self.layout_font.addWidget(self.remove_font)

        self.space_font = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_font.addItem(self.space_font)


        self.layout_2.addLayout(self.layout_font)

        self.explain_font = QLabel(PapersPart)
        self.explain_font.setObjectName(u"explain_font")
        self.explain_font.setProperty(u"muted", True)
        self.explain_font.setWordWrap(True)
        self.explain_font.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.explain_font)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.space_1)


        self.retranslateUi(PapersPart)

        QMetaObject.connectSlotsByName(PapersPart)
    # setupUi

    def retranslateUi(self, PapersPart):
        self.notes.setText(QCoreApplication.translate("PapersPart", u"\u5b98\u65b9\u5f0f\u6837\u7684\u8868\u5355\u4e0b\u9762\u5370\u201c\u6ce8\u201d\uff08\u586b\u5199\u8bf4\u660e\uff09", None))
        self.explain.setText(QCoreApplication.translate("PapersPart", u"\u5173\u6389\u540e\uff0c\u6b63\u5f0f\u8868\u5355\u53ea\u5370\u8868\u683c\u672c\u8eab\u3002\u5df2\u7ecf\u51fa\u5177\u7684\u6587\u4e66\u4e0d\u53d8\u3002", None))
        self.choose_font.setText(QCoreApplication.translate("PapersPart", u"\u9009\u62e9\u4eff\u5b8b\u5b57\u4f53\u6587\u4ef6\u2026", None))
        self.remove_font.setText(QCoreApplication.translate("PapersPart", u"\u4e0d\u518d\u7528\u8fd9\u4e2a\u5b57\u4f53\u6587\u4ef6", None))
        self.explain_font.setText(QCoreApplication.translate("PapersPart", u"\u516c\u6587\u6b63\u6587\u7528\u4eff\u5b8b\u3002\u7a0b\u5e8f\u4e0d\u5e26\u4eff\u5b8b\u5b57\u4f53\uff1a\u8fd9\u53f0\u7535\u8111\u88c5\u6709\u7684\u5c31\u7528\uff0c\u6ca1\u6709\u7684\u53ef\u4ee5\u9009\u4e00\u4e2a\u5b57\u4f53\u6587\u4ef6\uff0c\u590d\u5236\u5230\u8fd9\u53f0\u7535\u8111\u7684\u8d44\u6599\u76ee\u5f55\u91cc\uff1b\u6bcf\u53f0\u7535\u8111\u5404\u9009\u4e00\u6b21\u3002", None))
        pass
    # retranslateUi
