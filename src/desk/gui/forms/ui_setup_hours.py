# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_hours.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QGridLayout, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_WeekHours(object):
    def setupUi(self, WeekHours):
        if not WeekHours.objectName():
            WeekHours.setObjectName(u"WeekHours")
        WeekHours.setMaximumSize(QSize(640, 16777215))
        self.layout_7 = QVBoxLayout(WeekHours)
        self.layout_7.setSpacing(10)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.explain = QLabel(WeekHours)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.explain)

        self.layout_1 = QGridLayout()
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setHorizontalSpacing(12)
        self.layout_1.setVerticalSpacing(8)
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.day0_label = QLabel(WeekHours)
        self.day0_label.setObjectName(u"day0_label")
        self.day0_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.day0_label, 0, 0, 1, 1)

        self.day0 = QLineEdit(WeekHours)
        self.day0.setObjectName(u"day0")

        self.layout_1.addWidget(self.day0, 0, 1, 1, 1)

        self.day1_label = QLabel(WeekHours)
        self.day1_label.setObjectName(u"day1_label")
        self.day1_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.day1_label, 1, 0, 1, 1)

        self.day1 = QLineEdit(WeekHours)
        self.day1.setObjectName(u"day1")

        self.layout_1.addWidget(self.day1, 1, 1, 1, 1)

        self.day2_label = QLabel(WeekHours)
        self.day2_label.setObjectName(u"day2_label")
        self.day2_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.day2_label, 2, 0, 1, 1)

        self.day2 = QLineEdit(WeekHours)
        self.day2.setObjectName(u"day2")

        self.layout_1.addWidget(self.day2, 2, 1, 1, 1)

        self.day3_label = QLabel(WeekHours)
        self.day3_label.setObjectName(u"day3_label")
        self.day3_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.day3_label, 3, 0, 1, 1)

        self.day3 = QLineEdit(WeekHours)
        self.day3.setObjectName(u"day3")

        self.layout_1.addWidget(self.day3, 3, 1, 1, 1)

        self.day4_label = QLabel(WeekHours)
        self.day4_label.setObjectName(u"day4_label")
        self.day4_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.day4_label, 4, 0, 1, 1)

        self.day4 = QLineEdit(WeekHours)
        self.day4.setObjectName(u"day4")

        self.layout_1.addWidget(self.day4, 4, 1, 1, 1)

        self.day5_label = QLabel(WeekHours)
        self.day5_label.setObjectName(u"day5_label")
        self.day5_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.day5_label, 5, 0, 1, 1)

        self.day5 = QLineEdit(WeekHours)
        self.day5.setObjectName(u"day5")

        self.layout_1.addWidget(self.day5, 5, 1, 1, 1)

        self.day6_label = QLabel(WeekHours)
        self.day6_label.setObjectName(u"day6_label")
        self.day6_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.day6_label, 6, 0, 1, 1)

        self.day6 = QLineEdit(WeekHours)
        self.day6.setObjectName(u"day6")

        self.layout_1.addWidget(self.day6, 6, 1, 1, 1)

        self.layout_1.setColumnStretch(1, 1)

        self.layout_7.addLayout(self.layout_1)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.like_monday = QPushButton(WeekHours)
        self.like_monday.setObjectName(u"like_monday")

        self.layout_3.addWidget(self.like_monday)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.space_2)


        self.layout_7.addLayout(self.layout_3)

        self.trouble = QLabel(WeekHours)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_7.addWidget(self.trouble)

        self.station_row = QWidget(WeekHours)
        self.station_row.setObjectName(u"station_row")
        self.layout_5 = QHBoxLayout(self.station_row)
        self.layout_5.setSpacing(8)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.station_label = QLabel(self.station_row)
        self.station_label.setObjectName(u"station_label")
        self.station_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.station_label)

        self.station = QComboBox(self.station_row)
        self.station.setObjectName(u"station")
        self.station.setMinimumSize(QSize(220, 0))
        self.station.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.layout_5.addWidget(self.station)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_5.addItem(self.space_4)


        self.layout_7.addWidget(self.station_row)

        self.space_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_7.addItem(self.space_6)

#if QT_CONFIG(shortcut)
        self.day0_label.setBuddy(self.day0)
        self.day1_label.setBuddy(self.day1)
        self.day2_label.setBuddy(self.day2)
        self.day3_label.setBuddy(self.day3)
        self.day4_label.setBuddy(self.day4)
        self.day5_label.setBuddy(self.day5)
        self.day6_label.setBuddy(self.day6)
        self.station_label.setBuddy(self.station)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(WeekHours)

        QMetaObject.connectSlotsByName(WeekHours)
    # setupUi

    def retranslateUi(self, WeekHours):
        self.explain.setText(QCoreApplication.translate("WeekHours", u"\u6309\u201c9:00-12:00 13:30-17:30\u201d\u7684\u6837\u5b50\u5199\uff0c\u7a7a\u7740\u662f\u4f11\u606f\u3002\u4ee5\u5de5\u4f5c\u65f6\u95f4\u8ba1\u7b97\u7684\u65f6\u9650\u6309\u8fd9\u91cc\u7b97\u3002", None))
        self.day0_label.setText(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u4e00", None))
#if QT_CONFIG(accessibility)
        self.day0.setAccessibleName(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u4e00\u529e\u516c\u65f6\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.day0.setPlaceholderText(QCoreApplication.translate("WeekHours", u"\u4f11\u606f", None))
        self.day1_label.setText(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u4e8c", None))
#if QT_CONFIG(accessibility)
        self.day1.setAccessibleName(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u4e8c\u529e\u516c\u65f6\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.day1.setPlaceholderText(QCoreApplication.translate("WeekHours", u"\u4f11\u606f", None))
        self.day2_label.setText(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u4e09", None))
#if QT_CONFIG(accessibility)
        self.day2.setAccessibleName(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u4e09\u529e\u516c\u65f6\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.day2.setPlaceholderText(QCoreApplication.translate("WeekHours", u"\u4f11\u606f", None))
        self.day3_label.setText(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u56db", None))
#if QT_CONFIG(accessibility)
        self.day3.setAccessibleName(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u56db\u529e\u516c\u65f6\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.day3.setPlaceholderText(QCoreApplication.translate("WeekHours", u"\u4f11\u606f", None))
        self.day4_label.setText(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u4e94", None))
#if QT_CONFIG(accessibility)
        self.day4.setAccessibleName(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u4e94\u529e\u516c\u65f6\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.day4.setPlaceholderText(QCoreApplication.translate("WeekHours", u"\u4f11\u606f", None))
        self.day5_label.setText(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u516d", None))
#if QT_CONFIG(accessibility)
        self.day5.setAccessibleName(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u516d\u529e\u516c\u65f6\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.day5.setPlaceholderText(QCoreApplication.translate("WeekHours", u"\u4f11\u606f", None))
        self.day6_label.setText(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u65e5", None))
#if QT_CONFIG(accessibility)
        self.day6.setAccessibleName(QCoreApplication.translate("WeekHours", u"\u661f\u671f\u65e5\u529e\u516c\u65f6\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.day6.setPlaceholderText(QCoreApplication.translate("WeekHours", u"\u4f11\u606f", None))
        self.like_monday.setText(QCoreApplication.translate("WeekHours", u"\u5468\u4e8c\u5230\u5468\u4e94\u7167\u5468\u4e00", None))
        self.trouble.setText("")
        self.station_label.setText(QCoreApplication.translate("WeekHours", u"\u8fd9\u53f0\u7535\u8111\u5728", None))
#if QT_CONFIG(accessibility)
        self.station.setAccessibleName(QCoreApplication.translate("WeekHours", u"\u8fd9\u53f0\u7535\u8111\u6240\u5728\u7684\u7a97\u53e3", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
