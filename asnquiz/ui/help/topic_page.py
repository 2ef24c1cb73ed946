"""One topic of a guide to read, with the others of the guide beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from asnquiz.domain.guide import Guide, Topic
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, ReadGuide, Section
from asnquiz.ui.help.blocks import guide_block
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import set_apart
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import heading, text

_SIDE_BY_SIDE = 820
_BESIDE = 300
# The widest line of reading text, as in a lesson.
_LINE = 55


class TopicPage(Page):
    """`block`, or its `row`, is what somebody was looking for, or a heading that a link leads to."""

    renews = True

    def __init__(
        self,
        theme: Theme,
        guide: Guide,
        topic: Topic,
        go: Callable[[Destination], None],
        block: int | None = None,
        row: int | None = None,
    ) -> None:
        super().__init__(theme, topic.title, Section.HELP)
        self.topic = topic.title
        self._guide = guide
        self._topic = topic
        self._go = go
        where = f"Bantuan › {guide.title}"
        self.column.addWidget(text(theme, where, size=Size.CAPTION, tone="ink-3"))
        self.title(topic.title)
        reading, column = flow_column(14)
        reading.setMaximumWidth(QFontMetrics(theme.font(Size.READING)).averageCharWidth() * _LINE)
        for place, one in enumerate(topic.blocks):
            here = place == block
            made = guide_block(theme, one, self._follow, row=row if here else None)
            if here and row is None:
                made = set_apart(made)
            if here:
                self.show_found(made.findChild(QFrame, "found") or made)
            column.addWidget(made)
        column.addWidget(self._ways())
        column.addStretch(1)
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=36)
        split.add(narrowed(reading), 2)
        split.add(narrowed(self._contents()), 1, top=True)
        self.column.addWidget(split)
        self.column.addStretch(1)

    def _follow(self, link: str) -> None:
        self._go(ReadGuide(link))

    def _ways(self) -> QWidget:
        """Back to the contents, and the topics before and after."""
        topics = self._guide.topics
        here = topics.index(self._topic)
        back = button(self.theme, "Kembali ke Bantuan", lambda: self._go(Section.HELP), role="quiet")
        onward = []
        if here + 1 < len(topics):
            following = topics[here + 1]
            onward.append(button(self.theme, "Bagian berikutnya", partial(self._go, ReadGuide(following.link))))
            onward[0].setToolTip(following.title)
        return flow_row(back, right=onward)

    def _contents(self) -> QWidget:
        theme, topics = self.theme, self._guide.topics
        host = Flow()
        host.setObjectName("aside")
        host.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        host.setMaximumWidth(theme.px(_BESIDE))
        column = QVBoxLayout(host)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(theme, "Isi panduan"))
        for number, topic in enumerate(topics, start=1):
            here = topic is self._topic
            icon = "circle-dot" if here else "circle"
            entry = RowButton(theme, topic.title, icon, partial(self._go, ReadGuide(topic.link)), current=here)
            state = ", sedang dibaca" if here else ""
            entry.setAccessibleName(f"{topic.title}{state}, {number} dari {len(topics)}")
            column.addWidget(entry)
        return host
