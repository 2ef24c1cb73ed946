"""A hall with its real door and database, and real pages of a browser in the place of phones."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from asnquiz.classroom.hall import RunningHall, start_hall
from asnquiz.content import compiled
from asnquiz.domain.briefing import Briefing
from asnquiz.domain.pack import Pack
from asnquiz.storage.briefings.database import BriefingDatabase, open_briefings
from asnquiz.usecases.briefing_ports import News, Trouble
from asnquiz.usecases.lead_briefing import Command
from tests import builders
from tests.briefings import briefing
from tests.fakes import FakeClock

DEADLINE = 20.0  # seconds
CHROMIUM = "/usr/bin/chromium"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

# Newer than the browsers that the page is for, or only there over a secure line.
TOO_NEW = """
for (const [of, names] of [
    [String.prototype, ["replaceAll", "matchAll", "at", "trimStart", "trimEnd"]],
    [Array.prototype, ["at", "flat", "flatMap", "findLast", "toSorted"]],
    [Object, ["fromEntries", "hasOwn"]], [Promise, ["allSettled", "any"]],
    [Element.prototype, ["replaceChildren", "checkVisibility"]], [Document.prototype, ["replaceChildren"]],
    [window, ["structuredClone", "queueMicrotask", "BroadcastChannel"]],
    [Crypto.prototype, ["subtle", "randomUUID"]], [Navigator.prototype, ["clipboard", "wakeLock", "locks"]],
]) for (const name of names) delete of[name];
"""
ONLY_IN_MEMORY = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""
TWICE_AS_LARGE = """
document.addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "200%"; });
"""

_SMALL = """
() => [...document.querySelectorAll("button, select, label.row, .field input")]
    .filter(one => one.offsetParent && Math.min(one.offsetHeight, one.offsetWidth) < 44).map(one => one.outerHTML)
"""

_IS_CUT_OFF = """
async () => {
    for (let tries = 0; tries < 100; tries++) {
        const came = await new Promise(done => {
            const line = new WebSocket(`ws://${location.host}/ws`);
            line.onopen = () => { line.close(); done(true); };
            line.onerror = () => done(false);
        });
        if (!came) return true;
    }
    return false;
}
"""


def own_address() -> str:
    """One of this computer to itself that no other process of the tests takes."""
    number = os.getpid()
    return f"127.{1 + (number >> 16) % 254}.{(number >> 8) % 256}.{1 + number % 254}"


@dataclass
class Room:
    """A briefing that is running, or that can be opened again from what was kept of it."""

    path: Path
    briefing: Briefing
    pack: Pack
    news: list[News] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._told = threading.Condition()
        self._clock = FakeClock()
        store = open_briefings(self.path)
        store.begin(self.briefing, compiled.encode(self.pack))
        self._open(store)

    def _open(self, store: BriefingDatabase) -> None:
        self._store = store
        self._hall: RunningHall = start_hall(
            self.briefing, self.pack, store, self._clock, self._tell, host=own_address()
        )

    def _tell(self, what: News | Trouble) -> None:
        with self._told:
            if isinstance(what, Trouble):
                self.troubles.append(what.words)
            else:
                self.news.append(what)
            self._told.notify_all()

    @property
    def address(self) -> str:
        door = self.news[-1].door
        assert door is not None
        return f"http://{door.address}/"

    def do(self, *commands: Command) -> None:
        for command in commands:
            self._hall.send(command)

    def wait(self, until: Callable[[News], bool]) -> News:
        with self._told:
            assert self._told.wait_for(lambda: until(self.news[-1]), DEADLINE), self.news[-1]
            return self.news[-1]

    def close(self) -> None:
        self._hall.close()
        self._store.close()

    def reopen(self) -> None:
        self._open(open_briefings(self.path))


def room(folder: Path, **changes: Any) -> Room:
    pack = builders.pack()
    return Room(folder / "sosialisasi.db", briefing(pack, **changes), pack)


class Phone:
    """A page in a browser that takes itself for a phone, with what it fetched and complained of."""

    def __init__(
        self, browser: Browser, room: Room, *, script: str = "", width: int = 390, height: int = 844, **more: Any
    ) -> None:
        size = {"width": width, "height": height}
        options: dict[str, Any] = {"viewport": size, "is_mobile": True, "has_touch": True, "device_scale_factor": 3}
        self.context = browser.new_context(locale="id-ID", **(options | more))
        self.context.add_init_script(script)
        self._room = room
        self.complaints: list[str] = []
        self.fetched: list[str] = []
        self.open()

    def open(self, fragment: str = "482913") -> Page:
        """Opens the page in a tab of its own."""
        self.page = self.context.new_page()
        self.page.set_default_timeout(DEADLINE * 1000)
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda asked: self.fetched.append(asked.url))
        self.page.on("websocket", lambda line: self.fetched.append(line.url))
        self.page.goto(f"{self._room.address}#{fragment}")
        return self.page

    def close(self) -> None:
        self.context.close()

    def cut_off(self) -> None:
        """Takes the network away, and waits until it is gone. The line of the page stays open without a word."""
        self.context.set_offline(True)
        assert self.page.evaluate(_IS_CUT_OFF)

    def connect(self) -> None:
        self.context.set_offline(False)

    def button(self, words: str) -> Locator:
        return self.page.get_by_role("button", name=words, exact=True)

    def press(self, words: str) -> None:
        self.button(words).tap()

    def row(self, letter: str) -> Locator:
        return self.page.locator("label.row").filter(has=self.page.locator(f".letter:text-is('{letter}')"))

    def pick(self, *letters: str) -> None:
        for letter in letters:
            self.row(letter).tap()

    def picked(self) -> list[str]:
        return self.page.locator("label.row:has(:checked) .letter").all_inner_texts()

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def join_by_code(self, code: str = "7K2M") -> None:
        self.write("Kode peserta", code)
        self.press("Masuk")

    def join_by_name(self, name: str, unit: str = "Dinas Kesehatan") -> None:
        self.press("Tidak punya kode peserta? Masuk dengan nama")
        self.write("Nama", name)
        self.page.get_by_label("Unit kerja").select_option(unit)
        self.press("Masuk")

    def shows(self, words: str) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=DEADLINE * 1000)

    def heads(self, words: str) -> None:
        """A screen with this heading stands, and where it is not the first one its heading has the focus."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(words, timeout=DEADLINE * 1000)

    def notes(self, words: str) -> None:
        """What its person did stands so."""
        expect(self.page.locator("#note")).to_contain_text(words, timeout=DEADLINE * 1000)

    def faults(self) -> list[object]:
        """What is wrong with the screen as it stands for somebody who sees or hears it, or points at it."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        found = self.page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return [
            *((one["id"], [node["html"] for node in one["nodes"]]) for one in found),
            *([f"{wide} pixels too wide"] if wide > 0 else []),
            *self.page.evaluate(_SMALL),
        ]
