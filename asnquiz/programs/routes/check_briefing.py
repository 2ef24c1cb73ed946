"""To the check before a briefing: what surrounds it, a door that one phone can try, and beginning it."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtGui import QGuiApplication

from asnquiz.classroom.hall import RunningHall
from asnquiz.domain.briefing import Briefing, Occasion, Way
from asnquiz.domain.invitation import Invited
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.programs.lan import lan_addresses
from asnquiz.programs.routes.briefings import begin, store_of
from asnquiz.programs.routes.prepare_briefing import begin_draft
from asnquiz.programs.surroundings import keep_awake_words, power
from asnquiz.programs.trial_door import open_trial_door
from asnquiz.ui.briefing.draft import Draft
from asnquiz.ui.briefing.lead.bridge import Bridge
from asnquiz.ui.briefing.ready_page import ReadyPage, Wifi
from asnquiz.ui.destinations import BriefingPapers, CheckBriefing, LeadBriefing, Section
from asnquiz.usecases.begin_briefing import BriefingForm
from asnquiz.usecases.briefing_ports import DoorWish, News, Trouble
from asnquiz.usecases.check_briefing import Around, Screens, check_briefing
