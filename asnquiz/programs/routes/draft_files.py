"""Questions of other programs' files into the editor, and out of it: what is lost is told before anything is done."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.question import Brought, Carried
from asnquiz.domain.wording import harmless, number_words
from asnquiz.programs.journey import Journey
from asnquiz.programs.question_forms import bytes_of
from asnquiz.ui.drafts.choose_panel import ChoosePanel, Offer
from asnquiz.ui.drafts.told_page import ToldPage
from asnquiz.ui.printing.saving import FileKind, ask_where, tell_saved
from asnquiz.ui.recap.choosing import ask_for_files
from asnquiz.usecases.hand_over import free_path
from asnquiz.usecases.local_ports import QuestionForm
from asnquiz.usecases.take_questions import TakenIn, take_questions

_TAKING, _NOT_TAKEN = "Membaca berkas …", "Soal belum diambil"
_NOT_SAVED = "Soal belum tersimpan"
_TEMPLATE = FileKind("Simpan templat Excel", "Excel", ".xlsx")

Read = Callable[[bytes], Brought]
Office = Callable[[], Workshop]


def take_in(journey: Journey, workshop: Office, again: Callable[[], None]) -> None:
    """Asks for a file, and where its ending fits several forms for which of them; tells what it brings before any of
    it is kept.
    """
    forms = [form for form in journey.learning.drafts.tools.forms if form.read]
    endings = sorted({f"*{ending}" for form in forms for ending in form.endings})

    def chosen(files: Sequence[Path]) -> None:
        file = files[0]
        fitting = [(form, form.read) for form in forms if file.suffix.lower() in form.endings and form.read]
        if not fitting:
            known = ", ".join(ending.removeprefix("*") for ending in endings)
            words = f"“{harmless(file.name)}” bukan berkas soal yang dikenal. Yang dapat diambil berakhiran {known}."
            journey.window.report(_NOT_TAKEN, words)
        elif len(fitting) == 1:
            _take(journey, file, fitting[0][1], workshop, again)
        else:
            offers = [
                Offer(form.name, "", partial(_take, journey, file, read, workshop, again)) for form, read in fitting
            ]
            window = journey.window
            ChoosePanel(window.theme, window, "Bentuk berkas ini", "Cari bentuk berkas", offers).open()

    title = "Ambil soal dari berkas"
    ask_for_files(journey.window, title, journey.folder, chosen, kinds=f"Berkas soal ({' '.join(endings)})")


def _take(journey: Journey, file: Path, read: Read, workshop: Office, again: Callable[[], None]) -> None:
    def work() -> TakenIn:
        store = journey.learning.drafts.store
        tools, office, drafts = journey.learning.drafts.tools, workshop(), store.drafts()
        brought = read(bytes_of(file))
        return take_questions(brought, office, drafts, store.used_ids(), tools.content_of, tools.question_of)

    if not journey.under_way:
        journey.fetch(work, partial(_tell_taken, journey, file, again), _TAKING, _NOT_TAKEN)


def _tell_taken(journey: Journey, file: Path, again: Callable[[], None], taken: TakenIn) -> None:
    def keep() -> None:
        if not journey.under_way:
            work = lambda: journey.learning.drafts.store.keep_workshop(taken.workshop, taken.drafts)  # noqa: E731
            journey.fetch(work, lambda _: again(), "Menyimpan soal …", _NOT_TAKEN)

    counted = (
        (taken.new, "soal baru"),
        (taken.changed, "mengubah soal yang ada"),
        (taken.same, "sama dengan yang ada"),
    )
    parts = [f"{number_words(count)} {words}" for count, words in counted if count]
    sentences = (
        f"Berkas “{harmless(file.name)}”: {', '.join(parts) or 'tidak ada soal'}.",
        "Semuanya masuk sebagai konsep. Soal yang sudah ditelaah dan berubah kembali menjadi konsep.",
    )
    window = journey.window
    onward = f"Ambil {number_words(len(taken.drafts))} soal"
    page = ToldPage(
        window.theme,
        "Ambil soal dari berkas",
        sentences,
        taken.losses,
        onward=onward if taken.drafts else "Selesai",
        on_onward=keep if taken.drafts else again,
        on_back=again,
    )
    window.show_page(page)


def save_questions(journey: Journey, drafts: Sequence[Draft], workshop: Office, again: Callable[[], None]) -> None:
    """Asks in which form the questions among these are saved."""
    asked = [draft for draft in drafts if draft.kind is DraftKind.ITEM]
    if not asked:
        words = "Tidak ada soal di daftar ini; ketentuan dan studi kasus hanya ikut di paket. Ubah saringannya."
        journey.window.report(_NOT_SAVED, words)
        return
    window, forms = journey.window, journey.learning.drafts.tools.forms
    offers = [
        Offer(form.name, ", ".join(form.endings), partial(_carry, journey, form, asked, workshop, again))
        for form in forms
    ]
    title = f"Simpan {number_words(len(asked))} soal ke berkas"
    ChoosePanel(window.theme, window, title, "Cari bentuk berkas", offers).open()


def _carry(
    journey: Journey, form: QuestionForm, drafts: Sequence[Draft], workshop: Office, again: Callable[[], None]
) -> None:
    def work() -> Carried:
        images = {image.name: image for image in workshop().images}
        question_of = journey.learning.drafts.tools.question_of
        return form.write([found for draft in drafts if (found := question_of(draft, images))])

    if not journey.under_way:
        shown = partial(_tell_carried, journey, form, len(drafts), again)
        journey.fetch(work, shown, "Menyusun berkas …", _NOT_SAVED)


def save_template(journey: Journey, again: Callable[[], None]) -> None:
    """Asks where an empty workbook goes that questions can be written in."""
    save = partial(_save, journey, again, _TEMPLATE, "templat-soal")
    if not journey.under_way:
        journey.fetch(journey.learning.drafts.tools.template, save, "Menyusun templat …", "Templat belum tersimpan")


def _save(journey: Journey, again: Callable[[], None], kind: FileKind, name: str, carried: Carried) -> None:
    from asnquiz.scorefiles.durable import write as write_durably

    window = journey.window

    def saved(file: Path, _: object) -> None:
        again()
        tell_saved(window, file, title="Berkas tersimpan")

    def write(file: Path) -> None:
        if not journey.under_way:
            work = partial(write_durably, file, carried.content)
            journey.fetch(work, partial(saved, file), "Menyimpan berkas …", "Berkas belum tersimpan")

    ask_where(window, free_path(journey.folder / f"{name}{kind.ending}"), write, kind)


def _tell_carried(
    journey: Journey, form: QuestionForm, count: int, again: Callable[[], None], carried: Carried
) -> None:
    window, ending = journey.window, form.endings[0]
    kind = FileKind(f"Simpan {form.name}", form.name, ending)
    page = ToldPage(
        window.theme,
        f"Simpan ke {form.name}",
        (f"{number_words(count)} soal ditulis ke satu berkas {ending}.",),
        carried.losses,
        onward="Simpan berkas …",
        on_onward=partial(_save, journey, again, kind, "soal-setempat", carried),
        on_back=again,
    )
    window.show_page(page)
