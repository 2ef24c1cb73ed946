"""A table whose rows are opened by a click or Enter: few or many thousands, each told whole to a screen reader."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from asnquiz.painting.charts import paint_tally
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_INSET = 10
_LINE = 42
_TWO_LINES = 62
_ICON = 16
_BAR = 7
_LEAST_BAR = 24
_ROOM_FOR_BARS = 480
_WHOLE = 1000
_FEWEST_SHOWN = 4
_CELL = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column:
    """What stands under one title.

    Attributes:
        sample: the widest that usually stands there, by which it is as wide; the first column takes what is left.
        end: whether figures stand at its end, one under another.
        at_least: how wide the table must be, in pixels at 100 % text, for the column to be there.
        bar: how wide a bar before its words is, at 100 % text, in a table that has room for it; `tone` its colour.
    """

    title: str
    sample: str = ""
    end: bool = False
    at_least: int = 0
    bar: int = 0
    tone: str = "teal"


@dataclass(frozen=True)
class Cell:
    """What stands in one place: words and perhaps a smaller line below, an icon or a bar before them.

    Attributes:
        share: how much of the bar is filled, 0 to 1; None without a bar.
        heard: what a screen reader says in place of the words of both lines.
    """

    words: str
    below: str = ""
    tone: str = "ink"
    icon: str = ""
    share: float | None = None
    heard: str = ""

    @property
    def spoken(self) -> str:
        """What is heard of it."""
        return self.heard or ", ".join(filter(None, (self.words, self.below)))


class Rows(QAbstractTableModel):
    """Rows of cells; a subclass has more of them than it holds, and answers `cells` and `rowCount` itself."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]] = ()) -> None:
        super().__init__()
        self.columns = columns
        self.title_font: QFont | None = None  # under a style sheet a header takes no font but the model's
        self._rows = rows

    def cells(self, row: int) -> Sequence[Cell]:
        """What stands in a row, in the order of the columns."""
        return self._rows[row]

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Shows other rows in place of these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (_CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        cells = self.cells(index.row())
        cell = cells[index.column()]
        if role == _CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole or index.column():
            return cell.spoken
        # Whoever goes from row to row hears the first cell alone.
        rest = zip(self.columns[1:], cells[1:], strict=True)
        return ". ".join((cell.spoken, *(f"{column.title}: {one.spoken}" for column, one in rest if one.spoken)))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignRight if column.end else Qt.AlignmentFlag.AlignLeft
            return across | Qt.AlignmentFlag.AlignVCenter
        return self.title_font if role == Qt.ItemDataRole.FontRole else None


class Table(QTableView):
    """Rows of one height, one line or `two_lines` each; as high as `most` rows need at most, or else as its place.

    `on_open` gets the row that was clicked, or on which Enter or the space bar was pressed.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        rows: Rows,
        on_open: Callable[[int], None],
        *,
        two_lines: bool = False,
        most: int | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self._on_open = on_open
        self._most = most
        self._two_lines = two_lines
        self.setAccessibleName(name)
        self.setFont(theme.font())
        self.setModel(rows)
        self.setItemDelegate(_Painted(theme, self, rows.columns))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tall = two_lines
        rows.title_font = theme.font(Size.CAPTION, QFont.Weight.DemiBold)
        self._set_up_headers()
        self.clicked.connect(lambda index: self._on_open(index.row()))
        rows.modelReset.connect(self._fit)
        self._fit()

    def _set_up_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(1)
        across.setFixedHeight(self._theme.px(_LINE))
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)

    @property
    def _row_height(self) -> int:
        return self._theme.px(_TWO_LINES if self._tall else _LINE)

    def _fit(self) -> None:
        """Takes the height that its rows need."""
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        least = _FEWEST_SHOWN if self._most is None else min(self._most, self._rows.rowCount())
        height = self._theme.px(_LINE) + least * self._row_height
        if self._most is None:
            self.setMinimumHeight(height)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(height + 2)

    def _share_width(self) -> None:
        header, theme = self.horizontalHeader(), self._theme
        room = self.viewport().width()
        words, titles = QFontMetrics(self.font()), QFontMetrics(self._rows.title_font or self.font())
        widths = []
        for place, column in enumerate(self._rows.columns):
            hidden = room < theme.px(column.at_least)
            self.setColumnHidden(place, hidden)
            needed = max(words.horizontalAdvance(column.sample), titles.horizontalAdvance(column.title))
            needed += theme.px(column.bar) if room >= theme.px(_ROOM_FOR_BARS) else 0
            widths.append(0 if hidden or not place else needed + 2 * theme.px(_INSET) + 4)
        widths[0] = max(1, room - sum(widths))
        self._make_tall(widths[0])
        for place, width in enumerate(widths):
            header.resizeSection(place, width)

    def _make_tall(self, room: int) -> None:
        """Gives rows of one line a second one where the names of few rows would be cut."""
        if self._two_lines or self._most is None:
            return
        words = QFontMetrics(self.font())
        names = (self._rows.cells(row)[0].words for row in range(self._rows.rowCount()))
        tall = any(words.horizontalAdvance(name) > room - 2 * self._theme.px(_INSET) for name in names)
        if tall is not self._tall:
            self._tall = tall
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self._rows.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.currentIndex().isValid():
                if not event.isAutoRepeat():
                    self._on_open(self.currentIndex().row())
            case Qt.Key.Key_Home | Qt.Key.Key_End if last >= 0:
                self.setCurrentIndex(self._rows.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: it would read every row for a letter that was meant for the page."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self.minimumHeight())


class _Painted(QStyledItemDelegate):
    def __init__(self, theme: Theme, table: Table, columns: Sequence[Column]) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._columns = columns
        self._words = theme.font()
        self._below = theme.font(Size.CAPTION)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = self._theme.palette
        cell: Cell = index.data(_CELL)
        place = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._table.hasFocus()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(palette.teal_soft))
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), QColor(palette.line))
        if chosen:
            edges = QColor(palette.teal)
            painter.fillRect(QRectF(place.left(), place.top(), place.width(), 2), edges)
            painter.fillRect(QRectF(place.left(), place.bottom() - 2, place.width(), 2), edges)
            if not index.column():
                painter.fillRect(QRectF(place.left(), place.top(), 4, place.height()), edges)
        inset = self._theme.px(_INSET)
        column = self._columns[index.column()]
        self._paint_cell(painter, place.adjusted(inset, 0, -inset, 0), cell, column)
        painter.restore()

    def _paint_cell(self, painter: QPainter, place: QRectF, cell: Cell, column: Column) -> None:
        theme, palette = self._theme, self._theme.palette
        if cell.share is not None:
            place = self._paint_bar(painter, place, cell.share, column)
        if cell.icon:
            side = theme.px(_ICON)
            theme.icons.paint(
                painter,
                cell.icon,
                palette.ink_of(cell.tone),
                QRectF(place.left(), place.center().y() - side / 2, side, side),
            )
            place = place.adjusted(side + theme.px(6), 0, 0, 0)
        across = Qt.AlignmentFlag.AlignRight if column.end else Qt.AlignmentFlag.AlignLeft
        if not cell.below and QFontMetrics(self._words).horizontalAdvance(cell.words) > place.width():
            self._paint_wrapped(painter, place, cell, across)
            return
        lines = [(cell.words, self._words, cell.tone)]
        if cell.below:
            lines.append((cell.below, self._below, "ink-2"))
        heights = [QFontMetrics(font).height() for _, font, _ in lines]
        top = place.center().y() - sum(heights) / 2
        for (words, font, tone), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QPen(QColor(palette.ink_of(tone))))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(QRectF(place.left(), top, place.width(), height), across, shown)
            top += height

    def _paint_wrapped(self, painter: QPainter, place: QRectF, cell: Cell, across: Qt.AlignmentFlag) -> None:
        """Words over as many lines as there is room for, the last one cut where they go on."""
        layout = QTextLayout(cell.words, self._words)
        lines: list[str] = []
        at, height = 0, QFontMetrics(self._words).height()
        room = max(1, int(place.height() // height))
        layout.beginLayout()
        while at < len(cell.words) and len(lines) < room - 1:
            line = layout.createLine()
            line.setLineWidth(place.width())
            lines.append(cell.words[at : at + line.textLength()].rstrip())
            at += line.textLength()
        layout.endLayout()
        if at < len(cell.words):
            rest = cell.words[at:]
            lines.append(QFontMetrics(self._words).elidedText(rest, Qt.TextElideMode.ElideRight, int(place.width())))
        painter.setFont(self._words)
        painter.setPen(QPen(QColor(self._theme.palette.ink_of(cell.tone))))
        top = place.center().y() - len(lines) * height / 2
        for line_words in lines:
            painter.drawText(QRectF(place.left(), top, place.width(), height), across, line_words)
            top += height

    def _paint_bar(self, painter: QPainter, place: QRectF, share: float, column: Column) -> QRectF:
        """Gives what is left of the place for the words beside it."""
        height = self._theme.px(_BAR)
        room = QFontMetrics(self._words).horizontalAdvance(column.sample) + self._theme.px(_INSET)
        bar = QRectF(place.left(), place.center().y() - height / 2, max(0.0, place.width() - room), height)
        if bar.width() < self._theme.px(_LEAST_BAR):
            return place
        paint_tally(painter, bar, round(share * _WHOLE), _WHOLE, self._theme.palette, column.tone)
        return place.adjusted(bar.width() + self._theme.px(_INSET), 0, 0, 0)
