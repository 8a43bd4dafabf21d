# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'step_form.ui'
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
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_StepForm(object):
    def setupUi(self, StepForm):
        if not StepForm.objectName():
            StepForm.setObjectName(u"StepForm")
        StepForm.setProperty(u"card", True)
        self.layout_1 = QVBoxLayout(StepForm)
        self.layout_1.setSpacing(6)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 10, 14, 10)
        self.title = QLabel(StepForm)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"title", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.title)

        self.place = QWidget(StepForm)
        self.place.setObjectName(u"place")
        self.form_layout = QVBoxLayout(self.place)
        self.form_layout.setObjectName(u"form_layout")
        self.form_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_1.addWidget(self.place)

        self.trouble = QLabel(StepForm)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.trouble)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.space_1)

        self.cancel = QPushButton(StepForm)
        self.cancel.setObjectName(u"cancel")

        self.layout_3.addWidget(self.cancel)

        self.do = QPushButton(StepForm)
        self.do.setObjectName(u"do")
        self.do.setProperty(u"primary", True)

        self.layout_3.addWidget(self.do)


        self.layout_1.addLayout(self.layout_3)


        self.retranslateUi(StepForm)

        QMetaObject.connectSlotsByName(StepForm)
    # setupUi

    def retranslateUi(self, StepForm):
        self.title.setText("")
        self.trouble.setText("")
        self.cancel.setText(QCoreApplication.translate("StepForm", u"\u8fd4\u56de\u3000Esc", None))
        self.do.setText(QCoreApplication.translate("StepForm", u"\u529e\u7406\u3000F12", None))
        pass
    # retranslateUi
