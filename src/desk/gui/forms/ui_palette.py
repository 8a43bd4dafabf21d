################################################################################
## Form generated from reading UI file 'palette.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QVBoxLayout,
)


class Ui_Palette:
    def setupUi(self, Palette):
        if not Palette.objectName():
            Palette.setObjectName("Palette")
        Palette.setProperty("card", True)
        self.layout_1 = QVBoxLayout(Palette)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName("layout_1")
        self.layout_1.setContentsMargins(12, 12, 12, 12)
        self.sought = QLineEdit(Palette)
        self.sought.setObjectName("sought")

        self.layout_1.addWidget(self.sought)

        self.found = QListWidget(Palette)
        self.found.setObjectName("found")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.layout_1.addWidget(self.found)

        self.retranslateUi(Palette)

        QMetaObject.connectSlotsByName(Palette)

    # setupUi

    def retranslateUi(self, Palette):
        self.sought.setPlaceholderText(
            QCoreApplication.translate(
                "Palette", "\u8f93\u5165\u8981\u505a\u7684\u4e8b\uff0c\u4f8b\uff1a\u6253\u5370\u3001dy", None
            )
        )
        # if QT_CONFIG(accessibility)
        self.sought.setAccessibleName(QCoreApplication.translate("Palette", "\u8981\u505a\u7684\u4e8b", None))
        # endif // QT_CONFIG(accessibility)
        # if QT_CONFIG(accessibility)
        self.found.setAccessibleName(
            QCoreApplication.translate("Palette", "\u53ef\u4ee5\u505a\u7684\u4e8b", None)
        )


# endif // QT_CONFIG(accessibility)
# retranslateUi
