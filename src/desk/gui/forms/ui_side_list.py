################################################################################
## Form generated from reading UI file 'side_list.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)


class Ui_SideList:
    def setupUi(self, SideList):
        if not SideList.objectName():
            SideList.setObjectName("SideList")
        SideList.setProperty("card", True)
        self.layout_1 = QVBoxLayout(SideList)
        self.layout_1.setSpacing(4)
        self.layout_1.setObjectName("layout_1")
        self.layout_1.setContentsMargins(14, 10, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setObjectName("layout_2")
        self.title = QLabel(SideList)
        self.title.setObjectName("title")
        self.title.setProperty("title", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.title)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.number = QLabel(SideList)
        self.number.setObjectName("number")
        self.number.setProperty("muted", True)
        self.number.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.number)

        self.layout_1.addLayout(self.layout_2)

        self.about = QLabel(SideList)
        self.about.setObjectName("about")
        self.about.setProperty("muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.about)

        self.rows = QListWidget(SideList)
        self.rows.setObjectName("rows")
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

    # retranslateUi
