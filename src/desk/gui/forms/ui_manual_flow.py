# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'manual_flow.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QScrollArea, QSizePolicy, QVBoxLayout,
    QWidget)

class Ui_FlowPart(object):
    def setupUi(self, FlowPart):
        if not FlowPart.objectName():
            FlowPart.setObjectName(u"FlowPart")
        self.layout_5 = QVBoxLayout(FlowPart)
        self.layout_5.setSpacing(8)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QHBoxLayout()
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.legend = QLabel(FlowPart)
        self.legend.setObjectName(u"legend")
        self.legend.setProperty(u"muted", True)
        self.legend.setWordWrap(True)
        self.legend.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.legend)

        self.kind_label = QLabel(FlowPart)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.kind_label)

        self.kind = QComboBox(FlowPart)
        self.kind.setObjectName(u"kind")
        self.kind.setMinimumSize(QSize(160, 0))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.layout_1.addWidget(self.kind)

        self.layout_1.setStretch(0, 1)

        self.layout_5.addLayout(self.layout_1)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(14)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea(FlowPart)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.layout_4.addWidget(self.area)

        self.card = QFrame(FlowPart)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.card.setMinimumSize(QSize(290, 0))
        self.card.setMaximumSize(QSize(310, 16777215))
        self.layout_3 = QVBoxLayout(self.card)
        self.layout_3.setSpacing(6)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(14, 10, 14, 10)
        self.step = QLabel(self.card)
        self.step.setObjectName(u"step")
        self.step.setProperty(u"title", True)
        self.step.setWordWrap(True)
        self.step.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.step)

        self.facts_scroll = QScrollArea(self.card)
        self.facts_scroll.setObjectName(u"facts_scroll")
        self.facts_scroll.setWidgetResizable(True)
        self.facts_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = QWidget()
        self.inner.setObjectName(u"inner")
        self.facts = QVBoxLayout(self.inner)
        self.facts.setSpacing(4)
        self.facts.setObjectName(u"facts")
        self.facts.setContentsMargins(0, 0, 0, 0)
        self.facts_scroll.setWidget(self.inner)

        self.layout_3.addWidget(self.facts_scroll)

        self.layout_3.setStretch(1, 1)

        self.layout_4.addWidget(self.card)

        self.layout_4.setStretch(0, 1)

        self.layout_5.addLayout(self.layout_4)

        self.layout_5.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FlowPart)

        QMetaObject.connectSlotsByName(FlowPart)
    # setupUi

    def retranslateUi(self, FlowPart):
        self.legend.setText(QCoreApplication.translate("FlowPart", u"\u5de6\u8fb9\u662f\u72b6\u6001\uff0c\u4e2d\u95f4\u662f\u53ef\u4ee5\u529e\u7684\u6b65\u9aa4\uff0c\u53f3\u8fb9\u662f\u529e\u540e\u7684\u72b6\u6001\u3002\u2191\u2193 \u9009\u6b65\u9aa4\uff0c\u56de\u8f66\u770b\u529e\u540e\u7684\u72b6\u6001\uff0cPageUp\u3001PageDown \u6eda\u52a8\u3002", None))
        self.kind_label.setText(QCoreApplication.translate("FlowPart", u"\u7c7b\u578b", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("FlowPart", u"\u7c7b\u578b", None))
#endif // QT_CONFIG(accessibility)
        self.step.setText("")
        pass
    # retranslateUi
