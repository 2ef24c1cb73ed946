"""Several people at one window, as a test sets them up and as a hand chooses among them."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from asnquiz.domain.person import Person, Profile
from asnquiz.ui.destinations import ChoosePerson
from asnquiz.ui.people.pin_page import PinPage
from asnquiz.ui.people.who_page import WhoPage
from asnquiz.usecases.guard_profile import set_pin
from asnquiz.usecases.know_person import know_person, welcome
from tests.ui.conftest import Opened

PIN = "2468"


def add(opened: Opened, name: str | None, *, pin: str = "", unit: str | None = None) -> Profile:
    """Somebody else on this computer, as if they had begun on another day."""
    learning, journey = opened.learning, opened.journey
    profile = welcome(name, store=learning.store, clock=learning.clock, profile_id=uuid4())
    if unit:
        profile = know_person(profile, Person(name, unit=unit), learning.store)
    if pin:
        profile = set_pin(profile, pin, learning.store)
    journey.people = (*journey.people, profile)
    return profile


def lock(opened: Opened) -> WhoPage:
    """Goes away as the program does when nobody has been at it."""
    opened.window.travel(ChoosePerson())
    opened.walker.settle()
    page = opened.window.page
    assert isinstance(page, WhoPage)
    return page


def switch(opened: Opened, name: str, pin: str = "") -> None:
    """From a page with the rail to somebody else."""
    opened.walker.press("Ganti orang")
    opened.walker.press(name)
    if pin:
        enter(opened, pin)


def enter(opened: Opened, pin: str) -> None:
    page = opened.window.page
    assert isinstance(page, PinPage)
    type_into(opened, page.entry.field.line, pin)


def type_into(opened: Opened, line: QLineEdit, pin: str) -> None:
    line.setFocus()
    QTest.keyClicks(line, pin)
    QTest.keyClick(line, Qt.Key.Key_Return)
    opened.walker.settle()


def words(opened: Opened) -> str:
    """Everything written on screen, and the names of what can be pressed."""
    buttons = [one.accessibleName() for one in opened.window.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join([*(label.text() for label in opened.labels()), *buttons])
