# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_seals.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDoubleSpinBox, QGridLayout,
    QHBoxLayout, QLabel, QListWidget, QListWidgetItem,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_SealsPart(object):
    def setupUi(self, SealsPart):
        if not SealsPart.objectName():
            SealsPart.setObjectName(u"SealsPart")
        self.layout_1 = QVBoxLayout(SealsPart)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.explain = QLabel(SealsPart)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.explain)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.seal_label = QLabel(SealsPart)
        self.seal_label.setObjectName(u"seal_label")

        self.grid.addWidget(self.seal_label, 0, 0, 1, 1)

        self.seals = QComboBox(SealsPart)
        self.seals.setObjectName(u"seals")

        self.grid.addWidget(self.seals, 0, 1, 1, 1)

        self.state = QLabel(SealsPart)
        self.state.setObjectName(u"state")
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)

        self.grid.addWidget(self.state, 1, 1, 1, 1)

        self.file_label = QLabel(SealsPart)
        self.file_label.setObjectName(u"file_label")

        self.grid.addWidget(self.file_label, 2, 0, 1, 1)

        self.file_row = QHBoxLayout()
        self.file_row.setObjectName(u"file_row")
        self.choose = QPushButton(SealsPart)
        self.choose.setObjectName(u"choose")

        self.file_row.addWidget(self.choose)

        self.file = QLabel(SealsPart)
        self.file.setObjectName(u"file")
        self.file.setTextFormat(Qt.TextFormat.PlainText)

        self.file_row.addWidget(self.file)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.file_row.addItem(self.space_1)


        self.grid.addLayout(self.file_row, 2, 1, 1, 1)

        self.width_label = QLabel(SealsPart)
        self.width_label.setObjectName(u"width_label")

        self.grid.addWidget(self.width_label, 3, 0, 1, 1)

        self.breadth = QDoubleSpinBox(SealsPart)
        self.breadth.setObjectName(u"breadth")
        self.breadth.setDecimals(1)
        self.breadth.setMinimum(10.000000000000000)
        self.breadth.setMaximum(60.000000000000000)
        self.breadth.setValue(42.000000000000000)

        self.grid.addWidget(self.breadth, 3, 1, 1, 1)

        self.keepers_label = QLabel(SealsPart)
        self.keepers_label.setObjectName(u"keepers_label")

        self.grid.addWidget(self.keepers_label, 4, 0, 1, 1)

        self.keepers = QListWidget(SealsPart)
        self.keepers.setObjectName(u"keepers")
        self.keepers.setMinimumSize(QSize(200, 160))

        self.grid.addWidget(self.keepers, 4, 1, 1, 1)


        self.layout_1.addLayout(self.grid)

        self.remove = QPushButton(SealsPart)
        self.remove.setObjectName(u"remove")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.remove.sizePolicy().hasHeightForWidth())
        self.remove.setSizePolicy(sizePolicy)

        self.layout_1.addWidget(self.remove)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_1.addItem(self.space_2)


        self.retranslateUi(SealsPart)

        QMetaObject.connectSlotsByName(SealsPart)
    # setupUi

    def retranslateUi(self, SealsPart):
        self.explain.setText(QCoreApplication.translate("SealsPart", u"\u628a\u5370\u7ae0\u626b\u63cf\u6210\u56fe\u7247\u5b58\u5728\u8fd9\u91cc\uff0c\u4fdd\u7ba1\u4eba\u51fa\u5177\u6587\u4e66\u65f6\u53ef\u4ee5\u52a0\u76d6\uff0c\u6bcf\u6b21\u90fd\u8981\u8f93\u5165\u81ea\u5df1\u7684\u53e3\u4ee4\uff0c\u5e76\u8bb0\u5165\u64cd\u4f5c\u8bb0\u5f55\u3002\u4e0d\u5b58\u5c31\u4e0d\u7528\uff1a\u6587\u4e66\u51fa\u5177\u540e\u76d6\u5b9e\u7269\u5370\u7ae0\u3002", None))
        self.seal_label.setText(QCoreApplication.translate("SealsPart", u"\u5370\u7ae0", None))
#if QT_CONFIG(accessibility)
        self.seals.setAccessibleName(QCoreApplication.translate("SealsPart", u"\u5370\u7ae0", None))
#endif // QT_CONFIG(accessibility)
        self.state.setText("")
        self.file_label.setText(QCoreApplication.translate("SealsPart", u"\u56fe\u7247", None))
        self.choose.setText(QCoreApplication.translate("SealsPart", u"\u9009\u62e9\u56fe\u7247\u2026", None))
#if QT_CONFIG(tooltip)
        self.choose.setToolTip(QCoreApplication.translate("SealsPart", u"PNG\uff08\u900f\u660e\u6216\u767d\u5e95\uff09\u6216 JPEG\uff0c300 dpi \u4ee5\u4e0a", None))
#endif // QT_CONFIG(tooltip)
        self.file.setText("")
        self.width_label.setText(QCoreApplication.translate("SealsPart", u"\u5bbd\u5ea6\uff08\u6beb\u7c73\uff09", None))
#if QT_CONFIG(accessibility)
        self.breadth.setAccessibleName(QCoreApplication.translate("SealsPart", u"\u5bbd\u5ea6\uff08\u6beb\u7c73\uff09", None))
#endif // QT_CONFIG(accessibility)
        self.keepers_label.setText(QCoreApplication.translate("SealsPart", u"\u4fdd\u7ba1\u4eba", None))
#if QT_CONFIG(accessibility)
        self.keepers.setAccessibleName(QCoreApplication.translate("SealsPart", u"\u4fdd\u7ba1\u4eba", None))
#endif // QT_CONFIG(accessibility)
        self.remove.setText(QCoreApplication.translate("SealsPart", u"\u5220\u53bb\u8fd9\u679a\u7535\u5b50\u5370\u7ae0", None))
        pass
    # retranslateUi
