# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_secrecy.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QHBoxLayout, QLabel,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_SecrecyPart(object):
    def setupUi(self, SecrecyPart):
        if not SecrecyPart.objectName():
            SecrecyPart.setObjectName(u"SecrecyPart")
        self.layout_2 = QVBoxLayout(SecrecyPart)
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_3 = QHBoxLayout()
        self.layout_3.setObjectName(u"layout_3")
        self.strength_label = QLabel(SecrecyPart)
        self.strength_label.setObjectName(u"strength_label")
        self.strength_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.strength_label)

        self.strength = QComboBox(SecrecyPart)
        self.strength.setObjectName(u"strength")

        self.layout_3.addWidget(self.strength)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.space_2)


        self.layout_2.addLayout(self.layout_3)

        self.explain = QLabel(SecrecyPart)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.explain)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.space_1)

#if QT_CONFIG(shortcut)
        self.strength_label.setBuddy(self.strength)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SecrecyPart)

        QMetaObject.connectSlotsByName(SecrecyPart)
    # setupUi

    def retranslateUi(self, SecrecyPart):
        self.strength_label.setText(QCoreApplication.translate("SecrecyPart", u"\u906e\u76d6\u7a0b\u5ea6", None))
        self.explain.setText(QCoreApplication.translate("SecrecyPart", u"\u6ca1\u6709\u6743\u9650\u770b\u8eab\u4efd\u4fe1\u606f\u7684\u4eba\uff0c\u770b\u5230\u7684\u662f\u906e\u76d6\u540e\u7684\u59d3\u540d\u3001\u7535\u8bdd\u3001\u8bc1\u53f7\u548c\u4f4f\u5740\u3002\u5217\u8868\u91cc\u7684\u7535\u8bdd\u5bf9\u6240\u6709\u4eba\u90fd\u906e\u76d6\u3002\u906e\u76d6\u8fc7\u7684\u5185\u5bb9\u4ece\u4e0d\u5b58\u56de\u3002", None))
        pass
    # retranslateUi
