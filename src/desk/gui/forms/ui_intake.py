# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'intake.ui'
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
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_IntakePage(object):
    def setupUi(self, IntakePage):
        if not IntakePage.objectName():
            IntakePage.setObjectName(u"IntakePage")
        self.layout_1 = QHBoxLayout(IntakePage)
        self.layout_1.setSpacing(14)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.area = QScrollArea(IntakePage)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget()
        self.inner.setObjectName(u"inner")
        self.layout_3 = QVBoxLayout(self.inner)
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 6, 0)
        self.frame_card = QFrame(self.inner)
        self.frame_card.setObjectName(u"frame_card")
        self.frame_card.setProperty(u"card", True)
        self.layout_4 = QVBoxLayout(self.frame_card)
        self.layout_4.setSpacing(6)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(18, 8, 18, 8)
        self.frame_title = QLabel(self.frame_card)
        self.frame_title.setObjectName(u"frame_title")
        self.frame_title.setProperty(u"title", True)
        self.frame_title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.frame_title)

        self.frame_place = QWidget(self.frame_card)
        self.frame_place.setObjectName(u"frame_place")
        self.frame_layout = QVBoxLayout(self.frame_place)
        self.frame_layout.setObjectName(u"frame_layout")
        self.frame_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_4.addWidget(self.frame_place)


        self.layout_3.addWidget(self.frame_card)

        self.first_card = QFrame(self.inner)
        self.first_card.setObjectName(u"first_card")
        self.first_card.setProperty(u"card", True)
        self.layout_6 = QVBoxLayout(self.first_card)
        self.layout_6.setSpacing(6)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(18, 8, 18, 8)
        self.first_title = QLabel(self.first_card)
        self.first_title.setObjectName(u"first_title")
        self.first_title.setProperty(u"title", True)
        self.first_title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_6.addWidget(self.first_title)

        self.first_place = QWidget(self.first_card)
        self.first_place.setObjectName(u"first_place")
        self.first_layout = QVBoxLayout(self.first_place)
        self.first_layout.setObjectName(u"first_layout")
        self.first_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_6.addWidget(self.first_place)


        self.layout_3.addWidget(self.first_card)

        self.more_card = QFrame(self.inner)
        self.more_card.setObjectName(u"more_card")
        self.more_card.setProperty(u"card", True)
        self.layout_8 = QVBoxLayout(self.more_card)
        self.layout_8.setSpacing(6)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(18, 8, 18, 8)
        self.layout_9 = QHBoxLayout()
        self.layout_9.setObjectName(u"layout_9")
        self.more = QPushButton(self.more_card)
        self.more.setObjectName(u"more")
        self.more.setCheckable(True)
        self.more.setProperty(u"link", True)

        self.layout_9.addWidget(self.more)

        self.more_about = QLabel(self.more_card)
        self.more_about.setObjectName(u"more_about")
        self.more_about.setProperty(u"muted", True)
        self.more_about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_9.addWidget(self.more_about)

        self.layout_9.setStretch(1, 1)

        self.layout_8.addLayout(self.layout_9)

        self.more_place = QWidget(self.more_card)
        self.more_place.setObjectName(u"more_place")
        self.more_place.setVisible(False)
        self.more_layout = QVBoxLayout(self.more_place)
        self.more_layout.setObjectName(u"more_layout")
        self.more_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_8.addWidget(self.more_place)


        self.layout_3.addWidget(self.more_card)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.space_1)

        self.area.setWidget(self.inner)

        self.layout_2.addWidget(self.area)

        self.layout_11 = QHBoxLayout()
        self.layout_11.setSpacing(8)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(-1, -1, 6, -1)
        self.trouble = QLabel(IntakePage)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_11.addWidget(self.trouble)

        self.park_button = QPushButton(IntakePage)
        self.park_button.setObjectName(u"park_button")

        self.layout_11.addWidget(self.park_button)

        self.repeat_button = QPushButton(IntakePage)
        self.repeat_button.setObjectName(u"repeat_button")

        self.layout_11.addWidget(self.repeat_button)

        self.save_button = QPushButton(IntakePage)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"primary", True)

        self.layout_11.addWidget(self.save_button)

        self.layout_11.setStretch(0, 1)

        self.layout_2.addLayout(self.layout_11)


        self.layout_1.addLayout(self.layout_2)

        self.side_area = QScrollArea(IntakePage)
        self.side_area.setObjectName(u"side_area")
        self.side_area.setMinimumSize(QSize(256, 0))
        self.side_area.setMaximumSize(QSize(300, 16777215))
        self.side_area.setWidgetResizable(True)
        self.side_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side = QWidget()
        self.side.setObjectName(u"side")
        self.side_layout = QVBoxLayout(self.side)
        self.side_layout.setSpacing(10)
        self.side_layout.setObjectName(u"side_layout")
        self.side_layout.setContentsMargins(0, 0, 6, 0)
        self.side_area.setWidget(self.side)

        self.layout_1.addWidget(self.side_area)

        self.layout_1.setStretch(0, 1)

        self.retranslateUi(IntakePage)

        QMetaObject.connectSlotsByName(IntakePage)
    # setupUi

    def retranslateUi(self, IntakePage):
        self.frame_title.setText(QCoreApplication.translate("IntakePage", u"\u6765\u4ef6", None))
        self.first_title.setText(QCoreApplication.translate("IntakePage", u"\u5185\u5bb9", None))
        self.more.setText(QCoreApplication.translate("IntakePage", u"\u66f4\u591a\uff08\u4ee5\u540e\u8865\uff09", None))
        self.more_about.setText("")
        self.trouble.setText("")
        self.park_button.setText(QCoreApplication.translate("IntakePage", u"\u6682\u5b58\uff0c\u53e6\u8d77\u4e00\u4ef6\u3000F2", None))
        self.repeat_button.setText(QCoreApplication.translate("IntakePage", u"\u91cd\u590d\u4e0a\u4e00\u4ef6\u3000F9", None))
        self.save_button.setText(QCoreApplication.translate("IntakePage", u"\u4fdd\u5b58\u767b\u8bb0\u3000F12", None))
        pass
    # retranslateUi
