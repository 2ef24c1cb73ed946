"""Pictures of a briefing as scenes: what is said where, before anybody draws it."""

from html import escape

from asnquiz.domain.briefing import StepKind, Way
from asnquiz.domain.briefing_codes import class_code_words
from asnquiz.domain.briefing_wording import STEP
from asnquiz.domain.pack import Verdict
from asnquiz.domain.prose import Block, Bullets, Heading, Paragraph, Picture, Quote, RuleTable
from asnquiz.domain.wording import LESSON_PART, VERDICT, number_words
from asnquiz.painting.verdicts import VERDICT_ICON, VERDICT_TONE
from asnquiz.ui.briefing.audience.frame import Frame
from asnquiz.ui.briefing.audience.parts import (
    BODY,
    CODE,
    LEAD,
    NOTE,
    OPTION,
    PODIUM,
    QUIET,
    STEM,
    STRONG,
    TITLE,
    TYPED,
    Barred,
    Beside,
    Code,
    Drawing,
    Mark,
    Part,
    Point,
    Progress,
    Scene,
    Text,
    Toned,
)
from asnquiz.ui.briefing.audience.vote_scenes import law, outcome_scene, question_scene
from asnquiz.usecases import show_audience as shown

_HOW_TO_ANSWER = {
    Way.CARDS: ("Hari ini kita menjawab dengan kartu huruf", "Ambil satu set kartu huruf A sampai E."),
    Way.HANDS: ("Hari ini kita menjawab dengan mengangkat tangan", "Dengarkan hurufnya satu per satu."),
    Way.PAPER: ("Hari ini kita menjawab di lembar jawaban", "Ambil lembar soal dan lembar jawaban."),
}
_THEN = {
    Way.CARDS: "Saat diminta, angkat kartu pilihan Anda bersama-sama.",
    Way.HANDS: "Angkat tangan saat huruf pilihan Anda disebut, sampai selesai dihitung.",
    Way.PAPER: "Tulis nama dan unit kerja, lalu tunggu aba-aba narasumber.",
}
_NOT_ALONE = "Boleh bertanya kepada narasumber kapan saja."
_CODES = 0.4  # their share of the width
_ONE_CODE, _TWO_CODES = 640, 430
_VERDICTS = 0.66


def scene(picture: shown.Picture, frame: Frame) -> Scene:
    """What a picture says."""
    match picture:
        case shown.JoinPicture():
            return _join(picture, frame) if picture.way.networked else _without_phones(picture)
        case shown.SlidePicture():
            return _slide(picture)
        case shown.RulePicture():
            return _rule(picture)
        case shown.DebatePicture():
            return _debate(picture)
        case shown.QuestionPicture():
            return question_scene(picture)
        case shown.OutcomePicture():
            return outcome_scene(picture)
        case shown.TestPicture():
            return _test(picture)
        case shown.PledgePicture():
            return _pledge(picture)
        case shown.ClosingPicture():
            return _closing(picture)


def wifi_text(network: str, password: str) -> str:
    """What a phone's camera takes for a Wi-Fi, by the convention of ZXing; an empty password is an open one."""
    name, secret = (_escaped(text) for text in (network, password))
    return f"WIFI:T:WPA;S:{name};P:{secret};;" if password else f"WIFI:T:nopass;S:{name};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in '\\;,:"' else char for char in text)


def _join(picture: shown.JoinPicture, frame: Frame) -> Scene:
    door, title = frame.door, Mark(picture.title)
    told = "Tanpa HP? Angkat kartu huruf"
    if picture.people:
        told = f"{number_words(picture.people)} orang sudah bergabung · {told}"
    if door is None:
        waiting = Text("Alamat untuk HP belum siap. Mohon tunggu sebentar.", LEAD)
        return Scene("", "", ((title, waiting),), ("join",), entry=False, centred=True)
    url = f"http://{door.address}/#{frame.class_code}"
    codes: tuple[Part, ...] = (Code(url, "Pindai untuk bergabung", _ONE_CODE),)
    network = f"<b>{escape(door.network)}</b>" if door.network else "ruangan ini"
    wifi: tuple[Part, ...] = (Text(f"1. Sambungkan HP ke Wi-Fi {network}", BODY, html=True, above=40),)
    if door.network and door.password is not None:
        to_wifi = Code(wifi_text(door.network, door.password), "1. Pindai untuk Wi-Fi", _TWO_CODES)
        codes = (to_wifi, Code(url, "2. Pindai untuk bergabung", _TWO_CODES))
        if door.password:
            wifi += (Text(f"Kata sandi: <b>{escape(door.password)}</b>", BODY, html=True),)
    one = "2. Buka di satu HP untuk satu meja" if picture.way is Way.TABLES else "2. Buka di HP"
    steps = (
        title,
        *wifi,
        Text(one, above=40),
        Text(door.address, TYPED, whole=True),
        Text("3. Ketik kode kelas", above=40),
        Text(class_code_words(frame.class_code), CODE, whole=True),
        Text(told, NOTE, above=40),
    )
    return Scene("", "", ((Beside(codes, steps, _CODES, centred=True),),), ("join",), entry=False, centred=True)


def _without_phones(picture: shown.JoinPicture) -> Scene:
    how, first = _HOW_TO_ANSWER[picture.way]
    steps = tuple(Point(f"{at}.", words) for at, words in enumerate((first, _THEN[picture.way], _NOT_ALONE), start=1))
    return Scene(
        "", "", ((Mark(picture.title), Text(how, STEM, level=2), *steps),), ("join",), entry=False, centred=True
    )


def _of(what: str, page: int, pages: int) -> str:
    return f"{what} {page + 1} dari {pages}" if pages > 1 else ""


def _slide(picture: shown.SlidePicture) -> Scene:
    parts: list[Part] = []
    blocks = picture.blocks
    if not isinstance(blocks[0] if blocks else None, Heading):
        parts.append(Text(picture.title, STEM, level=2))
    for block in blocks:
        parts += _block(block, picture, first=not parts)
    return Scene(
        left=f"{LESSON_PART[picture.part]} · {picture.title}",
        right=_of("Halaman", picture.page, picture.pages),
        groups=(tuple(parts),),
        at=("slide", picture.title, picture.page),
        stamped=True,
    )


def _block(block: Block, picture: shown.SlidePicture, *, first: bool) -> list[Part]:
    match block:
        case Heading(_, words):
            return [Text(words, STEM if first else LEAD, level=2)]
        case Paragraph(html):
            return [Text(html, html=True)]
        case Bullets(items, ordered):
            return [Point(f"{at}." if ordered else "•", html) for at, html in enumerate(items, start=1)]
        case Quote(html):
            return [Barred(html, BODY)]
        case RuleTable(rules):
            return [_act(picture.acts[rule]) for rule in rules]
        case Picture(name, words):
            return [Drawing(picture.drawings[name], words)]


def _act(act: shown.Act) -> Part:
    said = (Text(act.act), *(Text(caution, NOTE) for caution in act.cautions))
    return Beside(said, (_verdict(act.verdict, large=False),), _VERDICTS, ruled=True)


def _verdict(verdict: Verdict, *, large: bool) -> Toned:
    style = LEAD if large else STRONG
    return Toned(VERDICT[verdict], VERDICT_TONE[verdict], VERDICT_ICON[verdict], style, short=True)


def _rule(picture: shown.RulePicture) -> Scene:
    parts: list[Part] = [Text(picture.act, STEM, level=2), _verdict(picture.verdict, large=True)]
    if picture.condition:
        parts.append(Text(f"<b>Syarat:</b> {escape(picture.condition)}", html=True))
    if not picture.verified:
        parts.append(Text("Belum diverifikasi", NOTE))
    parts.append(Text(picture.reason))
    parts.append(_instead(picture.instead))
    left = " · ".join(("Boleh atau tidak?", *picture.when))
    right = _of("Tindakan", picture.page, picture.pages)
    return Scene(left, right, ((*parts, *law(picture.law)),), ("rule", picture.page), stamped=True)


def _instead(words: str) -> Toned:
    return Toned(f"<b>Sebaiknya:</b> {escape(words)}", "teal", "lightbulb")


def _debate(picture: shown.DebatePicture) -> Scene:
    parts: list[Part] = [Text(picture.act, STEM, level=2), _verdict(Verdict.DIPERDEBATKAN, large=True)]
    said = ((f"<b>{escape(one.who)}</b> · {escape(one.when)}", escape(one.says)) for one in picture.positions)
    sides = [Barred(f"{who}<br>{says}", OPTION) for who, says in said]
    parts += [Beside(tuple(sides[at : at + 1]), tuple(sides[at + 1 : at + 2])) for at in range(0, len(sides), 2)]
    parts.append(Text(picture.reason))
    if picture.safe:
        parts.append(Toned(f"<b>Sikap aman:</b> {escape(picture.safe)}", "teal", "lightbulb"))
    right = _of("Tindakan", picture.page, picture.pages)
    return Scene("Bahan diskusi", right, ((*parts, *law(picture.law)),), ("debate", picture.page), stamped=True)


def _test(picture: shown.TestPicture) -> Scene:
    name = STEP[StepKind.POSTTEST if picture.post else StepKind.PRETEST]
    where = "di lembar jawaban" if picture.way is Way.PAPER else "di HP Anda"
    if picture.revealed:
        told = f"{name} sudah selesai. Terima kasih, Bapak/Ibu."
    elif picture.open:
        told = f"Kerjakan {where}. Tidak perlu terburu-buru, dan tidak ada peringkat."
    elif picture.through:
        told = f"{name} sudah ditutup."
    else:
        told = f"Bersiaplah menjawab {where}. {name} dibuka sebentar lagi."
    parts: list[Part] = [
        Text(name, TITLE, level=1),
        Text(f"{picture.items} soal · sekitar {picture.minutes} menit", LEAD),
        Text(told),
    ]
    if picture.through is not None and picture.expected:
        words = f"{number_words(picture.through)} dari {number_words(picture.expected)} sudah selesai"
        parts.append(Progress(words, picture.through, picture.expected))
    return Scene("", "", (tuple(parts),), ("test", picture.post), centred=True)


def _pledge(picture: shown.PledgePicture) -> Scene:
    parts: list[Part] = []
    if picture.line == 0:
        parts.append(Text("Bapak/Ibu, mohon berdiri dan tirukan kalimat demi kalimat.", QUIET))
    words = picture.text if picture.number is None else f"{picture.number}. {picture.text}"
    parts.append(Text(words, PODIUM))
    if picture.taps is not None and picture.expected:
        told = f"{number_words(picture.taps)} dari {number_words(picture.expected)} sudah berikrar di HP"
        parts.append(Progress(told, picture.taps, picture.expected))
    left = f"Ikrar · {picture.line + 1} dari {picture.lines}"
    return Scene(left, picture.marked, (tuple(parts),), ("pledge", picture.line), centred=True)


def _closing(picture: shown.ClosingPicture) -> Scene:
    parts: list[Part] = [Mark(), Text("Terima kasih, Bapak/Ibu", TITLE, level=1, centred=True)]
    parts.append(Text(picture.title, LEAD, centred=True))
    if picture.people:
        parts.append(Text(f"Diikuti {number_words(picture.people)} orang", NOTE, centred=True))
    return Scene("", "", (tuple(parts),), ("closing",), entry=False, centred=True)
