"""The leader's page: what is on the wall, what only the leader may know, who is missing, and what comes next."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from asnquiz.domain.briefing_codes import class_code_words
from asnquiz.domain.wording import clock_words, law_stamp, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.briefing.lead.notes import Counter, Notes
from asnquiz.ui.briefing.lead.presenter import LeadPresenter
from asnquiz.ui.briefing.lead.stage import Place, Stage
from asnquiz.ui.destinations import Destination, Section, ShowBriefing
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import Answer, ask, tell
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.frames import card, titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.ui.widgets.wrap import WrapLayout
from asnquiz.usecases.lead_briefing import Command, CountHands, End, GoTo
from asnquiz.usecases.show_leader import Action, LeaderView, Missing

_SIDE_BY_SIDE = 900
_NAMED = 40
_TICK_MS = 1_000
_MINUTE_MS = 60_000
