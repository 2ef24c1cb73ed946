"""A vote as scenes: before its key is known, and with it."""

from html import escape

from asnquiz.domain.briefing import Way
from asnquiz.domain.briefing_course import AGAIN
from asnquiz.domain.question import LoosePicture
from asnquiz.domain.wording import PHASE, number_words
from asnquiz.painting.photos import decoded
from asnquiz.painting.votes import Vote
from asnquiz.ui.briefing.audience.parts import (
    LEAD,
    NOTE,
    STEM,
    STRONG,
    Barred,
    Bars,
    Beside,
    Choice,
    Part,
    Photo,
    Scene,
    Text,
    Toned,
)
from asnquiz.usecases.show_audience import Outcome, OutcomePicture, QuestionPicture

_HOW = {
    Way.PHONES: "Pilih jawaban di HP Anda.",
    Way.TABLES: "Sepakati satu jawaban di meja, lalu pilih di HP.",
    Way.CARDS: "Angkat kartu huruf pilihan Anda.",
    Way.HANDS: "Angkat tangan saat huruf pilihan Anda disebut.",
    Way.PAPER: "Tulis huruf pilihan Anda di lembar jawaban.",
}
_TALK = "Pilihan sudah ditutup. Bicarakan alasannya dengan yang duduk di dekat Anda; setelah itu kita memilih lagi."
_SPELLED = ("", "", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_ROWS = 0.54


def law(cited: tuple[tuple[str, str], ...], *, loose: bool = False) -> tuple[Barred, ...]:
    """Titles of instruments, each with its articles and status."""
    return tuple(Barred(f"<b>{escape(title)}</b> · {escape(detail)}", loose=loose) for title, detail in cited)


def question_scene(picture: QuestionPicture) -> Scene:
    """What is asked, and how it is answered; nothing of how it came out."""
    rows: tuple[Part, ...] = tuple(Choice(row.letter, row.text) for row in picture.rows)
    if picture.photo:
        rows = (Beside(rows, (_photo(picture.photo),), _ROWS),)
    hint = _hint(picture)
    if picture.several:
        hint = f"Jawaban yang benar dapat lebih dari satu. {hint}"
    place = f"Soal {picture.number} dari {picture.of}"
    return Scene(
        left=" · ".join(filter(None, (place, PHASE[picture.phase], picture.marked))),
        right=_answered(picture),
        groups=((Text(picture.stem, STEM, level=2), *rows, Text(hint, NOTE)),),
        at=("question", picture.number, picture.round),
        stamped=True,
    )


def _hint(picture: QuestionPicture) -> str:
    if not picture.round:
        return "Silakan baca soalnya dahulu; jawaban dibuka sebentar lagi."
    if picture.talk:
        return _TALK
    again = picture.round == AGAIN
    if not picture.open:
        return "Pilihan kedua sudah ditutup." if again else "Pilihan sudah ditutup."
    how = _HOW[picture.way]
    return f"Pilihan kedua, setelah diskusi. {how}" if again else how


def _answered(picture: QuestionPicture) -> str:
    if picture.answered is None or not picture.expected or picture.way is Way.PAPER:
        return ""
    told = f"{number_words(picture.answered)} dari {number_words(picture.expected)}"
    return f"{told} sudah menjawab" if picture.open else f"{told} menjawab"


def outcome_scene(picture: OutcomePicture) -> Scene:
    """The key, how many chose what, what the talk changed; then the reason, on a sheet of its own."""
    stem = Text(picture.stem, STEM, level=2)
    rows = tuple(Choice(row.letter, row.text, row.right) for row in picture.rows)
    votes = tuple(Vote(row.letter, row.right, row.first, row.second) for row in picture.rows)
    voted = any(count is not None for vote in votes for count in (vote.first, vote.second))
    came_out: tuple[Part, ...] = (Beside(rows, (Bars(votes),), _ROWS),) if voted else rows
    reason: tuple[Part, ...] = (
        Text(picture.explanation),
        Toned(f"<b>Sebaiknya:</b> {escape(picture.instead)}", "teal", "lightbulb"),
    )
    if picture.photo:
        reason = (Beside(reason, (_photo(picture.photo),), _ROWS),)
    told = " ".join(filter(None, (_shift(picture.rows), _prompt(picture))))
    return Scene(
        left=f"Soal {picture.number} dari {picture.of} · pembahasan",
        right="" if picture.answered is None else f"{number_words(picture.answered)} jawaban",
        groups=(
            (stem, *came_out, *((Text(told, STRONG, loose=True),) if told else ()), *law(picture.law, loose=True)),
            (Text("Alasan", LEAD, level=2), *reason),
        ),
        at=("outcome", picture.number),
        stamped=True,
    )


def _photo(picture: LoosePicture) -> Part:
    if decoded(picture.image) is None:
        return Text(f"Gambar pada soal ini tidak dapat ditampilkan. Isinya: {picture.alt}", NOTE)
    return Photo(picture.image, picture.alt)


def _shift(rows: tuple[Outcome, ...]) -> str:
    """How many more or fewer chose what is right after the talk."""
    moved = [f"{row.letter} dari {row.first} menjadi {row.second}" for row in rows if row.right and _twice(row)]
    return f"Setelah diskusi: {', '.join(moved)}." if moved else ""


def _twice(row: Outcome) -> bool:
    return row.first is not None and row.second is not None


def _prompt(picture: OutcomePicture) -> str:
    """What to talk about: the wrong row that most chose. Nobody is pointed at who chose it alone."""
    counted = [
        (row.first if row.second is None else row.second, row.letter)
        for row in picture.rows
        if not row.right and (row.first is not None or row.second is not None)
    ]
    most, letter = max(counted, key=lambda one: one[0] or 0, default=(0, ""))
    if not most or most < 2:
        return ""
    who = "meja" if picture.way is Way.TABLES else "orang"
    number = _SPELLED[most] if most < len(_SPELLED) else number_words(most)
    return f"Diskusikan: mengapa {number} {who} memilih {letter}?"
