# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QMainWindow, QPushButton, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

class Ui_MainWindow(object):
    def setupUi(self, MainWindow):
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        self.page = QWidget(MainWindow)
        self.page.setObjectName(u"page")
        self.layout_1 = QVBoxLayout(self.page)
        self.layout_1.setSpacing(0)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.demo = QLabel(self.page)
        self.demo.setObjectName(u"demo")
        self.demo.setVisible(False)
        self.demo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.demo.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.demo)

        self.head = QFrame(self.page)
        self.head.setObjectName(u"head")
        self.layout_2 = QHBoxLayout(self.head)
        self.layout_2.setSpacing(6)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(16, 0, 12, 0)
        self.office = QLabel(self.head)
        self.office.setObjectName(u"office")
        self.office.setProperty(u"title", True)
        self.office.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.office)

        self.book = QPushButton(self.head)
        self.book.setObjectName(u"book")
        self.book.setProperty(u"link", True)
        self.book.setVisible(False)

        self.layout_2.addWidget(self.book)

        self.tab_today = QPushButton(self.head)
        self.tab_today.setObjectName(u"tab_today")
        self.tab_today.setProperty(u"tab", True)
        self.tab_today.setCheckable(True)
        self.tab_today.setAutoExclusive(True)

        self.layout_2.addWidget(self.tab_today)

        self.tab_intake = QPushButton(self.head)
        self.tab_intake.setObjectName(u"tab_intake")
        self.tab_intake.setProperty(u"tab", True)
        self.tab_intake.setCheckable(True)
        self.tab_intake.setAutoExclusive(True)

        self.layout_2.addWidget(self.tab_intake)

        self.tab_cases = QPushButton(self.head)
        self.tab_cases.setObjectName(u"tab_cases")
        self.tab_cases.setProperty(u"tab", True)
        self.tab_cases.setCheckable(True)
        self.tab_cases.setAutoExclusive(True)

        self.layout_2.addWidget(self.tab_cases)

        self.tab_report = QPushButton(self.head)
        self.tab_report.setObjectName(u"tab_report")
        self.tab_report.setProperty(u"tab", True)
        self.tab_report.setCheckable(True)
        self.tab_report.setAutoExclusive(True)

        self.layout_2.addWidget(self.tab_report)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.sought = QLineEdit(self.head)
        self.sought.setObjectName(u"sought")
        self.sought.setMinimumSize(QSize(300, 0))
        self.sought.setClearButtonEnabled(True)

        self.layout_2.addWidget(self.sought)

        self.clerk = QLabel(self.head)
        self.clerk.setObjectName(u"clerk")
        self.clerk.setProperty(u"muted", True)
        self.clerk.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.clerk)

        self.menu = QPushButton(self.head)
        self.menu.setObjectName(u"menu")

        self.layout_2.addWidget(self.menu)


        self.layout_1.addWidget(self.head)

        self.pages = QStackedWidget(self.page)
        self.pages.setObjectName(u"pages")

        self.layout_1.addWidget(self.pages)

        self.bar = QFrame(self.page)
        self.bar.setObjectName(u"bar")
        self.bar.setVisible(False)
        self.layout_3 = QHBoxLayout(self.bar)
        self.layout_3.setSpacing(12)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(16, 6, 12, 6)
        self.words = QLabel(self.bar)
        self.words.setObjectName(u"words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.words)

        self.bar_buttons = QHBoxLayout()
        self.bar_buttons.setSpacing(8)
        self.bar_buttons.setObjectName(u"bar_buttons")

        self.layout_3.addLayout(self.bar_buttons)

        self.close_bar = QPushButton(self.bar)
        self.close_bar.setObjectName(u"close_bar")
        self.close_bar.setProperty(u"link", True)

        self.layout_3.addWidget(self.close_bar)

        self.layout_3.setStretch(0, 1)

        self.layout_1.addWidget(self.bar)

        self.foot = QFrame(self.page)
        self.foot.setObjectName(u"foot")
        self.layout_5 = QHBoxLayout(self.foot)
        self.layout_5.setSpacing(16)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(8, 2, 16, 2)
        self.keys = QHBoxLayout()
        self.keys.setSpacing(2)
        self.keys.setObjectName(u"keys")

        self.layout_5.addLayout(self.keys)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_5.addItem(self.space_2)

        self.state = QLabel(self.foot)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"muted", True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.state)

        self.count = QLabel(self.foot)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"muted", True)
        self.count.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.count)


        self.layout_1.addWidget(self.foot)

        self.layout_1.setStretch(2, 1)
        MainWindow.setCentralWidget(self.page)

        self.retranslateUi(MainWindow)

        QMetaObject.connectSlotsByName(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow):
        MainWindow.setWindowTitle(QCoreApplication.translate("MainWindow", u"\u6295\u8bc9\u524d\u53f0", None))
        self.demo.setText(QCoreApplication.translate("MainWindow", u"\u6f14\u793a\u5355\u4f4d\uff1a\u8fd9\u91cc\u7684\u767b\u8bb0\u3001\u7f16\u53f7\u548c\u6587\u4e66\u90fd\u4e0d\u4f5c\u6570", None))
        self.office.setText("")
        self.book.setText("")
#if QT_CONFIG(accessibility)
        self.book.setAccessibleName(QCoreApplication.translate("MainWindow", u"\u89c4\u5219\u7c3f", None))
#endif // QT_CONFIG(accessibility)
        self.tab_today.setText(QCoreApplication.translate("MainWindow", u"\u4eca\u65e5", None))
        self.tab_intake.setText(QCoreApplication.translate("MainWindow", u"\u767b\u8bb0", None))
        self.tab_cases.setText(QCoreApplication.translate("MainWindow", u"\u6848\u4ef6", None))
        self.tab_report.setText(QCoreApplication.translate("MainWindow", u"\u62a5\u8868", None))
        self.sought.setPlaceholderText(QCoreApplication.translate("MainWindow", u"\u67e5\u627e\u7f16\u53f7\u3001\u59d3\u540d\u3001\u7535\u8bdd\u3001\u4e8b\u7531\u3001\u62fc\u97f3\u9996\u5b57\u6bcd\u3000F3", None))
#if QT_CONFIG(accessibility)
        self.sought.setAccessibleName(QCoreApplication.translate("MainWindow", u"\u67e5\u627e", None))
#endif // QT_CONFIG(accessibility)
        self.clerk.setText("")
        self.menu.setText(QCoreApplication.translate("MainWindow", u"\u83dc\u5355", None))
#if QT_CONFIG(accessibility)
        self.menu.setAccessibleName(QCoreApplication.translate("MainWindow", u"\u83dc\u5355", None))
#endif // QT_CONFIG(accessibility)
        self.words.setText("")
        self.close_bar.setText(QCoreApplication.translate("MainWindow", u"\u5173\u95ed", None))
#if QT_CONFIG(accessibility)
        self.close_bar.setAccessibleName(QCoreApplication.translate("MainWindow", u"\u5173\u95ed\u63d0\u793a", None))
#endif // QT_CONFIG(accessibility)
        self.state.setText("")
        self.count.setText("")
    # retranslateUi
