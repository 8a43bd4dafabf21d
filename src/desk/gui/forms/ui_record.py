# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'record.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QHBoxLayout, QHeaderView,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget)

class Ui_RecordPage(object):
    def setupUi(self, RecordPage):
        if not RecordPage.objectName():
            RecordPage.setObjectName(u"RecordPage")
        self.layout_1 = QVBoxLayout(RecordPage)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 12)
        self.title = QLabel(RecordPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"title", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.title)

        self.about = QLabel(RecordPage)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.about)

        self.table = QTableWidget(RecordPage)
        self.table.setObjectName(u"table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)

        self.layout_1.addWidget(self.table)

        self.trouble = QLabel(RecordPage)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.trouble)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setObjectName(u"layout_2")
        self.do = QPushButton(RecordPage)
        self.do.setObjectName(u"do")

        self.layout_2.addWidget(self.do)

        self.other = QPushButton(RecordPage)
        self.other.setObjectName(u"other")

        self.layout_2.addWidget(self.other)

        self.show_case = QPushButton(RecordPage)
        self.show_case.setObjectName(u"show_case")

        self.layout_2.addWidget(self.show_case)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)


        self.layout_1.addLayout(self.layout_2)


        self.retranslateUi(RecordPage)

        QMetaObject.connectSlotsByName(RecordPage)
    # setupUi

    def retranslateUi(self, RecordPage):
        self.show_case.setText(QCoreApplication.translate("RecordPage", u"\u67e5\u770b\u6848\u4ef6", None))
        pass
    # retranslateUi
