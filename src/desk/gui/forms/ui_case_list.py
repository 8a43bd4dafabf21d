# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'case_list.ui'
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
    QTableView, QVBoxLayout, QWidget)

class Ui_CaseList(object):
    def setupUi(self, CaseList):
        if not CaseList.objectName():
            CaseList.setObjectName(u"CaseList")
        self.layout_1 = QVBoxLayout(CaseList)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(6)
        self.layout_2.setObjectName(u"layout_2")
        self.all = QPushButton(CaseList)
        self.all.setObjectName(u"all")
        self.all.setProperty(u"chip", True)
        self.all.setCheckable(True)
        self.all.setAutoExclusive(True)
        self.all.setChecked(True)

        self.layout_2.addWidget(self.all)

        self.waiting = QPushButton(CaseList)
        self.waiting.setObjectName(u"waiting")
        self.waiting.setProperty(u"chip", True)
        self.waiting.setCheckable(True)
        self.waiting.setAutoExclusive(True)

        self.layout_2.addWidget(self.waiting)

        self.running = QPushButton(CaseList)
        self.running.setObjectName(u"running")
        self.running.setProperty(u"chip", True)
        self.running.setCheckable(True)
        self.running.setAutoExclusive(True)

        self.layout_2.addWidget(self.running)

        self.soon = QPushButton(CaseList)
        self.soon.setObjectName(u"soon")
        self.soon.setProperty(u"chip", True)
        self.soon.setCheckable(True)
        self.soon.setAutoExclusive(True)

        self.layout_2.addWidget(self.soon)

        self.overdue = QPushButton(CaseList)
        self.overdue.setObjectName(u"overdue")
        self.overdue.setProperty(u"chip", True)
        self.overdue.setCheckable(True)
        self.overdue.setAutoExclusive(True)

        self.layout_2.addWidget(self.overdue)

        self.ended = QPushButton(CaseList)
        self.ended.setObjectName(u"ended")
        self.ended.setProperty(u"chip", True)
        self.ended.setCheckable(True)
        self.ended.setAutoExclusive(True)

        self.layout_2.addWidget(self.ended)

        self.sought = QLabel(CaseList)
        self.sought.setObjectName(u"sought")
        self.sought.setProperty(u"muted", True)
        self.sought.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.sought)

        self.forget_sought = QPushButton(CaseList)
        self.forget_sought.setObjectName(u"forget_sought")
        self.forget_sought.setProperty(u"link", True)
        self.forget_sought.setVisible(False)

        self.layout_2.addWidget(self.forget_sought)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.columns = QPushButton(CaseList)
        self.columns.setObjectName(u"columns")

        self.layout_2.addWidget(self.columns)

        self.export_rows = QPushButton(CaseList)
        self.export_rows.setObjectName(u"export_rows")

        self.layout_2.addWidget(self.export_rows)

        self.copy = QPushButton(CaseList)
        self.copy.setObjectName(u"copy")

        self.layout_2.addWidget(self.copy)


        self.layout_1.addLayout(self.layout_2)

        self.table = QTableView(CaseList)
        self.table.setObjectName(u"table")
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setCornerButtonEnabled(False)

        self.layout_1.addWidget(self.table)

        self.empty = QLabel(CaseList)
        self.empty.setObjectName(u"empty")
        self.empty.setProperty(u"muted", True)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setVisible(False)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.empty)

        self.layout_1.setStretch(1, 1)

        self.retranslateUi(CaseList)

        QMetaObject.connectSlotsByName(CaseList)
    # setupUi

    def retranslateUi(self, CaseList):
        self.all.setText(QCoreApplication.translate("CaseList", u"\u5168\u90e8", None))
        self.waiting.setText(QCoreApplication.translate("CaseList", u"\u5f85\u53d7\u7406", None))
        self.running.setText(QCoreApplication.translate("CaseList", u"\u529e\u7406\u4e2d", None))
        self.soon.setText(QCoreApplication.translate("CaseList", u"\u5c06\u5230\u671f", None))
        self.overdue.setText(QCoreApplication.translate("CaseList", u"\u5df2\u903e\u671f", None))
        self.ended.setText(QCoreApplication.translate("CaseList", u"\u5df2\u529e\u7ed3", None))
        self.sought.setText("")
        self.forget_sought.setText(QCoreApplication.translate("CaseList", u"\u6e05\u9664\u67e5\u627e", None))
        self.columns.setText(QCoreApplication.translate("CaseList", u"\u663e\u793a\u5217", None))
#if QT_CONFIG(accessibility)
        self.columns.setAccessibleName(QCoreApplication.translate("CaseList", u"\u663e\u793a\u5217", None))
#endif // QT_CONFIG(accessibility)
        self.export_rows.setText(QCoreApplication.translate("CaseList", u"\u5bfc\u51fa\u2026", None))
#if QT_CONFIG(tooltip)
        self.export_rows.setToolTip(QCoreApplication.translate("CaseList", u"\u6309\u73b0\u5728\u7684\u7b5b\u9009\u3001\u6b21\u5e8f\u548c\u663e\u793a\u7684\u5217\uff0c\u5b58\u4e3a Excel\u3001CSV \u6216 PDF", None))
#endif // QT_CONFIG(tooltip)
        self.copy.setText(QCoreApplication.translate("CaseList", u"\u590d\u5236\u6240\u9009", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("CaseList", u"\u6848\u4ef6\u5217\u8868", None))
#endif // QT_CONFIG(accessibility)
        self.empty.setText("")
        pass
    # retranslateUi
