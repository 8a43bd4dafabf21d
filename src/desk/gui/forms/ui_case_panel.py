# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'case_panel.ui'
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
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_CasePanel(object):
    def setupUi(self, CasePanel):
        if not CasePanel.objectName():
            CasePanel.setObjectName(u"CasePanel")
        CasePanel.setProperty(u"card", True)
        self.layout_1 = QVBoxLayout(CasePanel)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(16, 12, 10, 12)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.number = QLabel(CasePanel)
        self.number.setObjectName(u"number")
        self.number.setProperty(u"big", True)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.number)

        self.state = QLabel(CasePanel)
        self.state.setObjectName(u"state")
        self.state.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.state)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)


        self.layout_1.addLayout(self.layout_2)

        self.due = QLabel(CasePanel)
        self.due.setObjectName(u"due")
        self.due.setWordWrap(True)
        self.due.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.due)

        self.steps = QHBoxLayout()
        self.steps.setSpacing(6)
        self.steps.setObjectName(u"steps")

        self.layout_1.addLayout(self.steps)

        self.area = QScrollArea(CasePanel)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = QWidget()
        self.inner.setObjectName(u"inner")
        self.layout_4 = QVBoxLayout(self.inner)
        self.layout_4.setSpacing(10)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 8, 0)
        self.step_place = QWidget(self.inner)
        self.step_place.setObjectName(u"step_place")
        self.step_place.setVisible(False)
        self.step_layout = QVBoxLayout(self.step_place)
        self.step_layout.setObjectName(u"step_layout")
        self.step_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_4.addWidget(self.step_place)

        self.parts = QVBoxLayout()
        self.parts.setSpacing(10)
        self.parts.setObjectName(u"parts")

        self.layout_4.addLayout(self.parts)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_4.addItem(self.space_2)

        self.area.setWidget(self.inner)

        self.layout_1.addWidget(self.area)

        self.layout_1.setStretch(3, 1)

        self.retranslateUi(CasePanel)

        QMetaObject.connectSlotsByName(CasePanel)
    # setupUi

    def retranslateUi(self, CasePanel):
        self.number.setText("")
        self.state.setText("")
        self.due.setText("")
#if QT_CONFIG(accessibility)
        self.area.setAccessibleName(QCoreApplication.translate("CasePanel", u"\u6848\u4ef6\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
