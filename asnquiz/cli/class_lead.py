"""Leading a briefing line by line: what is typed becomes commands to the hall, and where it stands becomes lines."""

from collections.abc import Callable, Iterator
from threading import Condition
from typing import TextIO

from asnquiz.domain.briefing import Briefing, StepKind
from asnquiz.domain.briefing_codes import class_code_words
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import number_words
from asnquiz.usecases.briefing_ports import Hall, News, Trouble
from asnquiz.usecases.lead_briefing import Command, End, by_trainer
from asnquiz.usecases.show_audience import Prose, people_in
from asnquiz.usecases.show_leader import Action, LeaderView, Missing, QuestionNotes, leader_view

COMMANDS = "Enter atau lanjut, kembali, status, belum, kunci, akhiri, keluar"
_YES = "ya"
_DONE = {StepKind.PRETEST: "selesai", StepKind.POSTTEST: "selesai", StepKind.PLEDGE: "berikrar"}


class Terminal:
    """Where a briefing is led from. Names and keys are told only when they are asked for.

    Attributes:
        news: what the hall told last.
    """

    news: News

    def __init__(
        self, briefing: Briefing, pack: Pack, prose: Prose, *, say: Callable[[str], None], warn: Callable[[str], None]
    ) -> None:
        """`say` and `warn` print a line; `warn` is called in the hall's thread."""
        self._briefing, self._pack, self._prose = briefing, pack, prose
        self._say, self._warn = say, warn
        self._heard = Condition()
        self._troubles = 0

    def tell(self, told: News | Trouble) -> None:
        """Hears the hall; in its thread."""
        with self._heard:
            if isinstance(told, News):
                self.news = told
            else:
                self._troubles += 1
                self._warn(told.words)
            self._heard.notify_all()

    def way_in(self) -> Iterator[str]:
        """Where phones come in, and with which code."""
        if self.news.door:
            yield f"Alamat untuk HP: http://{self.news.door.address}"
        yield f"Kode kelas: {class_code_words(self._briefing.class_code)}"

    def lead(self, hall: Hall, lines: TextIO) -> None:
        """Until `keluar`, the end of the lines or of the briefing."""
        self._say_standing()
        while not self.news.course.ended and (line := lines.readline()):
            word = line.strip().lower()
            if word == "keluar":
                return
            self._obey(word, hall, lines)
            self._say_standing()

    def _obey(self, word: str, hall: Hall, lines: TextIO) -> None:
        view = self._view()
        match word:
            case "" | "lanjut":
                self._do(view.forward, hall, "Ini bagian terakhir.")
            case "kembali":
                self._do(view.back, hall, "Ini bagian pertama.")
            case "status":
                self._say_all(self._status())
            case "belum":
                self._say_all(_missing_lines(view.missing))
            case "kunci":
                self._say_all(_key_lines(view.question))
            case "akhiri":
                self._say(f"Setelah diakhiri, jawaban tidak diterima lagi. Ketik {_YES} untuk mengakhiri.")
                if lines.readline().strip().lower() == _YES:
                    self._send(End(), hall)
            case _:
                self._say(f"Perintah tidak dikenal: {word}. Yang ada: {COMMANDS}.")

    def _do(self, action: Action | None, hall: Hall, otherwise: str) -> None:
        if action is None:
            self._say(otherwise)
        else:
            self._send(action.command, hall)

    def _send(self, command: Command, hall: Hall) -> None:
        """Sends a command and waits until the hall told what came of it."""
        troubles = self._troubles
        hall.send(command)
        with self._heard:
            self._heard.wait_for(lambda: self._troubles > troubles or self._is_done(command))

    def _is_done(self, command: Command) -> bool:
        """Whether it would change nothing any more."""
        course = self.news.course
        try:
            return not by_trainer(command, self._briefing, self._pack, course)
        except Refusal:
            return course.ended

    def _view(self) -> LeaderView:
        return leader_view(self._briefing, self._pack, self.news.course, self.news.online, self._prose)

    def _say_all(self, lines: Iterator[str]) -> None:
        for line in lines:
            self._say(line)

    def _say_standing(self) -> None:
        self._say_all(self._standing(self._view()))

    def _standing(self, view: LeaderView) -> Iterator[str]:
        yield f"{view.place}: {view.title}"
        if view.ended:
            yield "Sosialisasi sudah diakhiri."
            return
        if view.answered is None or view.expected is None:
            yield self._people()
        else:
            done = _DONE.get(self._briefing.steps[view.step].kind, "menjawab")
            taken = "Jawaban masih diterima." if view.since else "Jawaban sudah ditutup."
            yield f"{number_words(view.answered)} dari {number_words(view.expected)} sudah {done}. {taken}"
        forward = view.forward
        yield f"Berikutnya: Enter untuk “{forward.words}”." if forward else "Berikutnya: ketik akhiri."

    def _status(self) -> Iterator[str]:
        yield from self.way_in()
        yield self._people()

    def _people(self) -> str:
        here, online = people_in(self.news.course), len(self.news.online)
        return f"{number_words(here)} orang hadir, {number_words(online)} HP tersambung."


def _missing_lines(missing: tuple[Missing, ...] | None) -> Iterator[str]:
    if missing is None:
        yield "Belum ada yang ditunggu di bagian ini."
        return
    for one in missing:
        lost = "" if one.online else ", HP terputus"
        yield f"{one.participant.name} ({one.participant.unit}{lost})"
    if not missing:
        yield "Semua yang hadir sudah menjawab."


def _key_lines(question: QuestionNotes | None) -> Iterator[str]:
    """The rows of a vote, which of them are right, and their votes before and after the talk."""
    if question is None:
        yield "Kunci hanya ditampilkan untuk soal yang dijawab bersama."
        return
    for row in question.rows:
        votes = [number_words(count) for count in (row.first, row.second) if count is not None]
        notes = [*(["jawaban yang benar"] if row.right else []), *([f"{' lalu '.join(votes)} suara"] if votes else [])]
        yield f"{row.letter}. {row.text}" + (f" ({', '.join(notes)})" if notes else "")
