# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDateEdit,
    QFrame, QHBoxLayout, QHeaderView, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

class Ui_ReportPage(object):
    def setupUi(self, ReportPage):
        if not ReportPage.objectName():
            ReportPage.setObjectName(u"ReportPage")
        self.layout_1 = QVBoxLayout(ReportPage)
        self.layout_1.setSpacing(10)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.book_label = QLabel(ReportPage)
        self.book_label.setObjectName(u"book_label")
        self.book_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.book_label)

        self.book = QComboBox(ReportPage)
        self.book.setObjectName(u"book")

        self.layout_2.addWidget(self.book)

        self.start_label = QLabel(ReportPage)
        self.start_label.setObjectName(u"start_label")
        self.start_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.start_label)

        self.start = QDateEdit(ReportPage)
        self.start.setObjectName(u"start")
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat(u"yyyy-MM-dd")

        self.layout_2.addWidget(self.start)

        self.end_label = QLabel(ReportPage)
        self.end_label.setObjectName(u"end_label")
        self.end_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.end_label)

        self.end = QDateEdit(ReportPage)
        self.end.setObjectName(u"end")
        self.end.setCalendarPopup(True)
        self.end.setDisplayFormat(u"yyyy-MM-dd")

        self.layout_2.addWidget(self.end)

        self.today = QPushButton(ReportPage)
        self.today.setObjectName(u"today")
        self.today.setProperty(u"chip", True)

        self.layout_2.addWidget(self.today)

        self.week = QPushButton(ReportPage)
        self.week.setObjectName(u"week")
        self.week.setProperty(u"chip", True)

        self.layout_2.addWidget(self.week)

        self.month = QPushButton(ReportPage)
        self.month.setObjectName(u"month")
        self.month.setProperty(u"chip", True)

        self.layout_2.addWidget(self.month)

        self.last_month = QPushButton(ReportPage)
        self.last_month.setObjectName(u"last_month")
        self.last_month.setProperty(u"chip", True)

        self.layout_2.addWidget(self.last_month)

        self.half_year = QPushButton(ReportPage)
        self.half_year.setObjectName(u"half_year")
        self.half_year.setProperty(u"chip", True)

        self.layout_2.addWidget(self.half_year)

        self.year = QPushButton(ReportPage)
        self.year.setObjectName(u"year")
        self.year.setProperty(u"chip", True)

        self.layout_2.addWidget(self.year)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)


        self.layout_1.addLayout(self.layout_2)

        self.figures = QFrame(ReportPage)
        self.figures.setObjectName(u"figures")
        self.figures.setProperty(u"card", True)
        self.figures_layout = QHBoxLayout(self.figures)
        self.figures_layout.setSpacing(28)
        self.figures_layout.setObjectName(u"figures_layout")
        self.figures_layout.setContentsMargins(16, 10, 16, 10)

        self.layout_1.addWidget(self.figures)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setObjectName(u"layout_3")
        self.heading = QLabel(ReportPage)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"title", True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.heading)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.space_2)

        self.filter = QLineEdit(ReportPage)
        self.filter.setObjectName(u"filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumSize(QSize(120, 0))
        self.filter.setMaximumSize(QSize(260, 16777215))

        self.layout_3.addWidget(self.filter)

        self.template_book = QPushButton(ReportPage)
        self.template_book.setObjectName(u"template_book")

        self.layout_3.addWidget(self.template_book)

        self.csv = QPushButton(ReportPage)
        self.csv.setObjectName(u"csv")

        self.layout_3.addWidget(self.csv)

        self.pdf = QPushButton(ReportPage)
        self.pdf.setObjectName(u"pdf")

        self.layout_3.addWidget(self.pdf)

        self.xlsx = QPushButton(ReportPage)
        self.xlsx.setObjectName(u"xlsx")
        self.xlsx.setProperty(u"primary", True)

        self.layout_3.addWidget(self.xlsx)


        self.layout_1.addLayout(self.layout_3)

        self.table = QTableView(ReportPage)
        self.table.setObjectName(u"table")
        self.table.setSortingEnabled(True)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.setCornerButtonEnabled(False)

        self.layout_1.addWidget(self.table)

        self.empty = QLabel(ReportPage)
        self.empty.setObjectName(u"empty")
        self.empty.setProperty(u"muted", True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setVisible(False)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.empty)

        self.layout_1.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.book_label.setBuddy(self.book)
        self.start_label.setBuddy(self.start)
        self.end_label.setBuddy(self.end)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportPage)

        QMetaObject.connectSlotsByName(ReportPage)
    # setupUi

    def retranslateUi(self, ReportPage):
        self.book_label.setText(QCoreApplication.translate("ReportPage", u"\u767b\u8bb0\u7c3f", None))
#if QT_CONFIG(accessibility)
        self.book.setAccessibleName(QCoreApplication.translate("ReportPage", u"\u767b\u8bb0\u7c3f", None))
#endif // QT_CONFIG(accessibility)
        self.start_label.setText(QCoreApplication.translate("ReportPage", u"\u4ece", None))
#if QT_CONFIG(accessibility)
        self.start.setAccessibleName(QCoreApplication.translate("ReportPage", u"\u8d77\u59cb\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.end_label.setText(QCoreApplication.translate("ReportPage", u"\u5230", None))
#if QT_CONFIG(accessibility)
        self.end.setAccessibleName(QCoreApplication.translate("ReportPage", u"\u622a\u6b62\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.today.setText(QCoreApplication.translate("ReportPage", u"\u4eca\u5929", None))
        self.week.setText(QCoreApplication.translate("ReportPage", u"\u672c\u5468", None))
        self.month.setText(QCoreApplication.translate("ReportPage", u"\u672c\u6708", None))
        self.last_month.setText(QCoreApplication.translate("ReportPage", u"\u4e0a\u6708", None))
        self.half_year.setText(QCoreApplication.translate("ReportPage", u"\u672c\u534a\u5e74", None))
        self.year.setText(QCoreApplication.translate("ReportPage", u"\u672c\u5e74", None))
        self.heading.setText("")
        self.filter.setPlaceholderText(QCoreApplication.translate("ReportPage", u"\u5728\u672c\u8868\u4e2d\u7b5b\u9009", None))
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("ReportPage", u"\u5728\u672c\u8868\u4e2d\u7b5b\u9009", None))
#endif // QT_CONFIG(accessibility)
        self.template_book.setText(QCoreApplication.translate("ReportPage", u"\u586b\u5165\u6a21\u677f\u2026", None))
#if QT_CONFIG(tooltip)
        self.template_book.setToolTip(QCoreApplication.translate("ReportPage", u"\u628a\u8fd9\u4efd\u767b\u8bb0\u7c3f\u586b\u8fdb\u672c\u5355\u4f4d\u81ea\u5df1\u7684 Excel \u6a21\u677f\uff1a\u6309\u8868\u5934\u7684\u680f\u540d\u5bf9\u5e94", None))
#endif // QT_CONFIG(tooltip)
        self.csv.setText(QCoreApplication.translate("ReportPage", u"\u5bfc\u51fa CSV", None))
        self.pdf.setText(QCoreApplication.translate("ReportPage", u"\u5bfc\u51fa PDF", None))
        self.xlsx.setText(QCoreApplication.translate("ReportPage", u"\u5bfc\u51fa Excel", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("ReportPage", u"\u767b\u8bb0\u7c3f\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.empty.setText("")
        pass
    # retranslateUi
