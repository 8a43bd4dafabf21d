# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'manual_layout.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QPushButton,
    QScrollArea, QSizePolicy, QVBoxLayout, QWidget)

class Ui_LayoutPart(object):
    def setupUi(self, LayoutPart):
        if not LayoutPart.objectName():
            LayoutPart.setObjectName(u"LayoutPart")
        self.layout_2 = QVBoxLayout(LayoutPart)
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.explain = QLabel(LayoutPart)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.explain)

        self.layout_1 = QHBoxLayout()
        self.layout_1.setObjectName(u"layout_1")
        self.choose = QPushButton(LayoutPart)
        self.choose.setObjectName(u"choose")

        self.layout_1.addWidget(self.choose)

        self.file = QLabel(LayoutPart)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"muted", True)
        self.file.setWordWrap(True)
        self.file.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.file)

        self.layout_1.setStretch(1, 1)

        self.layout_2.addLayout(self.layout_1)

        self.told = QLabel(LayoutPart)
        self.told.setObjectName(u"told")
        self.told.setWordWrap(True)
        self.told.setVisible(False)
        self.told.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.told)

        self.area = QScrollArea(LayoutPart)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.sheets = QWidget()
        self.sheets.setObjectName(u"sheets")
        self.column = QVBoxLayout(self.sheets)
        self.column.setObjectName(u"column")
        self.area.setWidget(self.sheets)

        self.layout_2.addWidget(self.area)

        self.layout_2.setStretch(3, 1)

        self.retranslateUi(LayoutPart)

        QMetaObject.connectSlotsByName(LayoutPart)
    # setupUi

    def retranslateUi(self, LayoutPart):
        self.explain.setText(QCoreApplication.translate("LayoutPart", u"\u5199\u7248\u5f0f\u6587\u4ef6\u65f6\u5728\u8fd9\u91cc\u770b\u5b83\u7684\u6837\u5b50\uff1a\u5728\u7f16\u8f91\u5668\u91cc\u6bcf\u5b58\u4e00\u6b21\uff0c\u5c31\u91cd\u753b\u4e00\u6b21\uff1b\u5199\u9519\u7684\u5730\u65b9\u6307\u660e\u662f\u7b2c\u51e0\u884c\u3002", None))
        self.choose.setText(QCoreApplication.translate("LayoutPart", u"\u9009\u62e9\u7248\u5f0f\u6587\u4ef6\u2026", None))
        self.file.setText("")
        self.told.setText("")
#if QT_CONFIG(accessibility)
        self.area.setAccessibleName(QCoreApplication.translate("LayoutPart", u"\u7248\u5f0f\u7684\u6837\u5b50", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
