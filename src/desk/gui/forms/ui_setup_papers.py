# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_papers.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_PapersPart(object):
    def setupUi(self, PapersPart):
        if not PapersPart.objectName():
            PapersPart.setObjectName(u"PapersPart")
        self.layout_2 = QVBoxLayout(PapersPart)
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.notes = QCheckBox(PapersPart)
        self.notes.setObjectName(u"notes")

        self.layout_2.addWidget(self.notes)

        self.explain = QLabel(PapersPart)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.explain)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.space_1)


        self.retranslateUi(PapersPart)

        QMetaObject.connectSlotsByName(PapersPart)
    # setupUi

    def retranslateUi(self, PapersPart):
        self.notes.setText(QCoreApplication.translate("PapersPart", u"\u5b98\u65b9\u5f0f\u6837\u7684\u8868\u5355\u4e0b\u9762\u5370\u201c\u6ce8\u201d\uff08\u586b\u5199\u8bf4\u660e\uff09", None))
        self.explain.setText(QCoreApplication.translate("PapersPart", u"\u5173\u6389\u540e\uff0c\u6b63\u5f0f\u8868\u5355\u53ea\u5370\u8868\u683c\u672c\u8eab\u3002\u5df2\u7ecf\u51fa\u5177\u7684\u6587\u4e66\u4e0d\u53d8\u3002", None))
        pass
    # retranslateUi
