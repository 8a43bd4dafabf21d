# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'side_list.ui'
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
    QListWidget, QListWidgetItem, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_SideList(object):
    def setupUi(self, SideList):
        if not SideList.objectName():
            SideList.setObjectName(u"SideList")
        SideList.setProperty(u"card", True)
        self.layout_1 = QVBoxLayout(SideList)
        self.layout_1.setSpacing(4)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 10, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setObjectName(u"layout_2")
        self.title = QLabel(SideList)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"title", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.title)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.number = QLabel(SideList)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"muted", True)
        self.number.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.number)


        self.layout_1.addLayout(self.layout_2)

        self.about = QLabel(SideList)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.about)

        self.rows = QListWidget(SideList)
        self.rows.setObjectName(u"rows")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.rows.sizePolicy().hasHeightForWidth())
        self.rows.setSizePolicy(sizePolicy)
        self.rows.setWordWrap(True)
        self.rows.setFrameShape(QFrame.Shape.NoFrame)

        self.layout_1.addWidget(self.rows)


        self.retranslateUi(SideList)

        QMetaObject.connectSlotsByName(SideList)
    # setupUi

    def retranslateUi(self, SideList):
        self.title.setText("")
        self.number.setText("")
        self.about.setText("")
        pass
    # retranslateUi
