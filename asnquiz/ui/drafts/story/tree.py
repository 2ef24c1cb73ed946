"""The scenes of a case study as a list that unfolds: each with its choices, heard and done with as on the map."""

from collections.abc import Iterator
from string import ascii_uppercase

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from asnquiz.painting.story_map import Spot
from asnquiz.ui.cases.words import excerpt
from asnquiz.ui.drafts.story.commands import Commands
from asnquiz.ui.drafts.story.writing import leads_words, scene_end_words
from asnquiz.ui.theme import Theme

NAME = "Daftar adegan"
_INSET = 7
_ASIDE = 8  # what the style leaves beside the words of a row
Index = QModelIndex | QPersistentModelIndex

_SPOT = Qt.ItemDataRole.UserRole
_HEARD = Qt.ItemDataRole.AccessibleTextRole


class _Rows(QStyledItemDelegate):
    """Rows as high as their words need at the width that the list has."""

    def __init__(self, tree: QTreeWidget, inset: int) -> None:
        super().__init__(tree)
        self._tree = tree
        self._inset = inset

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        deep = self._tree.indentation() * (2 if index.parent().isValid() else 1)
        width = self._tree.viewport().width() - deep - 2 * _ASIDE
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        metrics = QFontMetrics(self._tree.font())
        height = metrics.boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, words).height()
        return QSize(width, height + 2 * self._inset)


class StoryTree(QTreeWidget):
    """Everything that the map does, for whoever reads rather than looks."""

    def __init__(self, theme: Theme, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self._writing = commands.writing
        self._filling = False
        self._items: dict[Spot, QTreeWidgetItem] = {}
        self.setAccessibleName(NAME)
        self.setFont(theme.font())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setIndentation(theme.px(20))
        self.setItemDelegate(_Rows(self, theme.px(_INSET)))
        self.currentItemChanged.connect(self._chose)
        self.itemDoubleClicked.connect(lambda *_: commands.edit())
        self.setExpandsOnDoubleClick(False)
        self.show_content()

    def show_content(self) -> None:
        """Lists the scenes as they are now, all unfolded; where only words are others, every row stays."""
        self._filling = True
        rows = dict(self._rows())
        if list(rows) != list(self._items):
            self.clear()
            self._items = {spot: QTreeWidgetItem() for spot in rows}
            for (name, at), item in self._items.items():
                item.setData(0, _SPOT, (name, at))
                if at is None:
                    self.addTopLevelItem(item)
                else:
                    self._items[name, None].addChild(item)
            self.expandAll()
        for spot, item in self._items.items():
            if item.text(0) != rows[spot]:
                item.setText(0, rows[spot])
            item.setData(0, _HEARD, self._writing.spot_words(spot))
        self._filling = False
        self.show_chosen()

    def _rows(self) -> Iterator[tuple[Spot, str]]:
        """Each scene and each of its choices, in words."""
        scenario = self._writing.scenario
        for name, scene in scenario.scenes.items():
            begun = " (awal)" if name == scenario.start else ""
            told = excerpt(scene.text) if scene.text else "cerita belum ditulis"
            yield (name, None), f"{name}{begun}: {told} · {scene_end_words(scenario, name)}"
            for at, choice in enumerate(scene.choices):
                words = choice.text or "belum ditulis"
                yield (name, at), f"{ascii_uppercase[at]}. {words} · {leads_words(choice.to, scenario)}"

    def show_chosen(self) -> None:
        self._filling = True
        item = self._items.get(self._writing.chosen) if self._writing.chosen else None
        if item is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(item)
        self._filling = False

    def _chose(self, now: QTreeWidgetItem | None) -> None:
        if not self._filling and now is not None:
            name, at = now.data(0, _SPOT)
            self._writing.choose((name, at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._commands.take(event):
            super().keyPressEvent(event)
