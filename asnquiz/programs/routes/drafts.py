"""To Soal setempat: its list, one draft, the office's facts, and what is published."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Image, Item, Pack, Rule
from asnquiz.domain.question import question_of
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import PHASE
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.draft_files import save_questions, save_template, take_in
from asnquiz.programs.routes.draft_story import show_story
from asnquiz.ui.destinations import DraftOffice, Drafts, EditDraft, OpenFile, PublishDrafts, Section
from asnquiz.ui.drafts.begin_page import BeginPage
from asnquiz.ui.drafts.choose_panel import ChoosePanel, Offer
from asnquiz.ui.drafts.desk import DraftDesk
from asnquiz.ui.drafts.draft_page import DraftPage
from asnquiz.ui.drafts.list_page import DraftsPage, Written
from asnquiz.ui.drafts.office_page import DraftOfficePage
from asnquiz.ui.drafts.publish_page import Publishing, PublishPage
from asnquiz.ui.drafts.words import title_words
from asnquiz.ui.drafts.writing import Looked, Writing
from asnquiz.ui.messages import sentence
from asnquiz.ui.printing.saving import FileKind, ask_where, open_folder
from asnquiz.ui.recap.choosing import ask_for_files
from asnquiz.ui.widgets.ask import ask
from asnquiz.ui.widgets.texts import path_words
from asnquiz.usecases.hand_over import free_path
from asnquiz.usecases.see_packs import key_words
from asnquiz.usecases.show_rule import own_rules, rule_to_show, with_own_rules
from asnquiz.usecases.take_questions import copy_of, own_picture
from asnquiz.usecases.write_drafts import (
    Wanted,
    begin_workshop,
    layer_of,
    new_draft,
    next_version,
    note_published,
    outgoing,
)

_OPENING = "Membuka Soal setempat …"
_NOT_KEPT = "Soal setempat belum tersimpan"
_PACK = FileKind("Simpan paket", "Paket ASN Netral", ".asnpack")
_ANNOUNCE = (
    "Umumkan sidik ini dengan cara lain daripada berkasnya, misalnya di surat edaran: pegawai membandingkannya ketika "
    "pertama kali memakai paket Anda."
)
_CHANGED = "Isi Soal setempat berubah sejak halaman ini dibuka. Periksa lagi apa yang ikut, lalu simpan paketnya."
_GONE = "Entri itu tidak ada lagi. Pilih entri lain di daftar."
_MOST_PICTURE_BYTES = 5_000_000


def travel(journey: Journey, destination: Drafts | EditDraft | DraftOffice | PublishDrafts) -> None:
    match destination:
        case EditDraft(draft):
            _edit(journey, partial(_found, journey, draft))
        case DraftOffice():
            journey.fetch(partial(_read_office, journey), partial(_office, journey), _OPENING)
        case PublishDrafts():
            journey.fetch(partial(_read_publishing, journey), partial(_publish, journey), "Memeriksa paket …")
        case _:
            journey.fetch(partial(_read, journey), partial(_list, journey), _OPENING)


def desk_of(journey: Journey) -> DraftDesk:
    if journey.drafting is None:
        journey.drafting = DraftDesk()
    return journey.drafting


def _workshop(journey: Journey) -> Workshop:
    """For the background. Raises Refusal where nothing was begun."""
    found = journey.learning.drafts.store.workshop()
    if found is None:
        raise Refusal("Soal setempat belum dimulai di komputer ini. Mulailah dari halaman Soal setempat.")
    return found


# The list, and beginning.


def _read(journey: Journey) -> Written | None:
    store = journey.learning.drafts.store
    workshop = store.workshop()
    if workshop is None:
        return None
    pending = desk_of(journey).pending
    return Written(workshop, tuple(pending.get(draft.id, draft) for draft in store.drafts()))


def _list(journey: Journey, written: Written | None) -> None:
    window, desk = journey.window, desk_of(journey)
    if written is None:
        office, back = journey.profile.person.unit or "", partial(window.go, Section.SETTINGS)
        window.show_page(BeginPage(window.theme, office, begin=partial(_begin, journey), back=back))
        return

    def narrowed(wanted: Wanted) -> None:
        desk.wanted = wanted

    doing = _Doing(journey)
    page = DraftsPage(window.theme, written, desk.wanted, doing=doing, narrowed=narrowed, go=window.go)
    window.show_page(page)


def _begin(journey: Journey, title: str, office: str) -> None:
    learning = journey.learning

    def work() -> Written | None:
        learning.drafts.store.keep_workshop(begin_workshop(title, office, learning.national()))
        return _read(journey)

    if not journey.under_way:
        journey.fetch(work, partial(_list, journey), _OPENING, _NOT_KEPT)


@dataclass(frozen=True)
class _Doing:
    """See list_page.Doing."""

    journey: Journey

    def begin(self, kind: DraftKind) -> None:
        if not self.journey.under_way:
            _edit(self.journey, partial(self._new, kind))

    def _new(self, kind: DraftKind) -> Draft:
        store = self.journey.learning.drafts.store
        used = store.used_ids() | desk_of(self.journey).pending.keys()
        return new_draft(_workshop(self.journey), kind, used)

    def copy_national(self) -> None:
        if not self.journey.under_way:
            self.journey.fetch(self.journey.learning.national, self._choose_national, "Membuka soal nasional …")

    def _choose_national(self, base: Pack) -> None:
        window = self.journey.window
        offers = [Offer(item.stem, _about(item, base), partial(self._copy, base, item)) for item in base.items]
        ChoosePanel(window.theme, window, "Salin soal nasional", "Cari kata di soal, topik, atau fase", offers).open()

    def _copy(self, base: Pack, item: Item) -> None:
        if not self.journey.under_way:
            _edit(self.journey, partial(self._copied, base, item))

    def _copied(self, base: Pack, item: Item) -> Draft:
        question = question_of(item, {image.name: image for image in base.images})
        draft, image = copy_of(question, self._new(DraftKind.ITEM), self.journey.learning.drafts.tools.content_of)
        _keep(self.journey, draft, image)
        return draft

    def take_in(self) -> None:
        take_in(self.journey, partial(_workshop, self.journey), self._again)

    def save_template(self) -> None:
        save_template(self.journey, self._again)

    def save_as(self, drafts: tuple[Draft, ...]) -> None:
        save_questions(self.journey, drafts, partial(_workshop, self.journey), self._again)

    def _again(self) -> None:
        self.journey.window.go(Drafts())

    def remove(self, draft: Draft) -> None:
        _ask_to_remove(self.journey, draft, lambda: None)


def _about(item: Item, base: Pack) -> str:
    return f"{base.topics.get(item.topic, item.topic)} · {PHASE[item.phase]} · {item.id}"


def _ask_to_remove(journey: Journey, draft: Draft, before: Callable[[], None]) -> None:
    def removed(_: object) -> None:
        before()
        desk_of(journey).pending.pop(draft.id, None)
        journey.window.travel(Drafts())

    def remove() -> None:
        if not journey.under_way:
            work = partial(journey.learning.drafts.store.remove, draft.id)
            journey.fetch(work, removed, "Menghapus entri …", "Entri belum terhapus")

    published = " Yang sudah dibagikan hilang dari paket mulai versi berikutnya." if draft.published else ""
    words = f"“{title_words(draft)}” ({draft.id}) dihapus untuk seterusnya.{published}"
    ask(journey.window, "Hapus entri ini?", words, [("Hapus", remove), ("Batal", None)], default=1)


# One draft.


@dataclass(frozen=True)
class _Opened:
    draft: Draft
    looked: Looked
    base: Pack
    workshop: Workshop
    rules: tuple[Rule, ...]


def _found(journey: Journey, id_: str) -> Draft:
    found = _standing(journey, id_)
    if found is None:
        raise Refusal(_GONE)
    return found


def _standing(journey: Journey, id_: str) -> Draft | None:
    standing = journey.learning.drafts.store.drafts()
    return desk_of(journey).pending.get(id_) or next((draft for draft in standing if draft.id == id_), None)


def _edit(journey: Journey, find: Callable[[], Draft]) -> None:
    journey.fetch(partial(_open, journey, find), partial(_show, journey), "Membuka entri …")


def _open(journey: Journey, find: Callable[[], Draft]) -> _Opened:
    draft, base, office = find(), journey.learning.national(), _workshop(journey)
    others = _others(journey, draft)
    looked = _looked(journey, draft, others, base, office)
    return _Opened(draft, looked, base, office, own_rules(others))


def _look(journey: Journey, draft: Draft) -> Looked:
    """What is wrong with a draft, and how it will be seen; for the background."""
    return _looked(journey, draft, _others(journey, draft), journey.learning.national(), _workshop(journey))


def _others(journey: Journey, draft: Draft) -> tuple[Draft, ...]:
    return tuple(one for one in journey.learning.drafts.store.drafts() if one.id != draft.id)


def _looked(journey: Journey, draft: Draft, others: tuple[Draft, ...], base: Pack, office: Workshop) -> Looked:
    tools = journey.learning.drafts.tools
    base = replace(base, images=(*base.images, *office.images))
    findings = tools.find_faults(draft, others, base)
    match draft.kind:
        case DraftKind.ITEM:
            return Looked(findings, tools.item_to_show(draft.content, with_own_rules(base, office, others)))
        case DraftKind.RULE:
            return Looked(findings, rule_to_show(draft))
        case _:
            return Looked(findings, None)


def _show(journey: Journey, opened: _Opened) -> None:
    window, desk = journey.window, desk_of(journey)
    writing = Writing(
        opened.draft,
        opened.looked,
        base=opened.base,
        workshop=opened.workshop,
        rules={rule.id: rule.act for rule in opened.rules},
        journal=desk.journals[opened.draft.id],
        keep=partial(_send, journey, desk),
        today=partial(_today, journey),
    )
    page = DraftPage(
        window.theme,
        writing,
        name=journey.profile.person.name or "",
        go=window.go,
        remove=lambda: _ask_to_remove(journey, writing.draft, writing.forget),
        choose_picture=partial(_choose_picture, journey, writing),
        open_story=partial(_story, journey, opened, writing),
    )
    window.show_page(page)


def _story(journey: Journey, opened: _Opened, writing: Writing) -> None:
    def send(draft: Draft, done: Callable[[Looked], None], lost: Callable[[], None]) -> None:
        _send(journey, desk_of(journey), draft, None, done, lost)

    def back() -> None:
        """Nothing was kept of a case study in which nothing was written."""
        _edit(journey, lambda: _standing(journey, opened.draft.id) or opened.draft)

    show_story(journey, writing.draft, writing.looked, opened.base, opened.rules, send=send, back=back)


def _send(
    journey: Journey,
    desk: DraftDesk,
    draft: Draft,
    image: Image | None,
    done: Callable[[Looked], None],
    lost: Callable[[], None],
) -> None:
    """Keeps a draft while its page goes on; what could not be kept waits on the desk."""
    report = journey.reporter()
    desk.pending[draft.id] = draft

    def kept(looked: Looked) -> None:
        if desk.pending.get(draft.id) is draft:
            del desk.pending[draft.id]
        done(looked)

    def failed(error: Exception) -> None:
        report(_NOT_KEPT, sentence(error))
        lost()

    def work() -> Looked:
        _keep(journey, draft, image)
        return _look(journey, draft)

    journey.background.run(work, kept, failed)


def _keep(journey: Journey, draft: Draft, image: Image | None) -> None:
    """With its picture where it has a new one."""
    store = journey.learning.drafts.store
    if image is None:
        store.keep(draft)
        return
    workshop = _workshop(journey)
    others = (one for one in workshop.images if one.name != image.name)
    store.keep_workshop(replace(workshop, images=(*others, image)), [draft])


def _choose_picture(journey: Journey, writing: Writing) -> None:
    image_of = journey.learning.drafts.tools.image_of

    def read(file: Path) -> Image:
        try:
            if file.stat().st_size > _MOST_PICTURE_BYTES:
                raise Refusal("Gambar itu terlalu besar. Perkecil lebih dahulu, lalu pilih lagi.")
            content = file.read_bytes()
        except OSError as error:
            raise Refusal("Gambar itu tidak dapat dibuka. Periksa berkas dan izinnya, lalu pilih lagi.") from error
        return own_picture(image_of(writing.draft.id, content), writing.draft.id)

    def chosen(files: Sequence[Path]) -> None:
        trouble = "Gambar belum dapat dipakai"
        journey.fetch(partial(read, files[0]), writing.add_picture, "Membuka gambar …", trouble)

    kinds = "Gambar (*.png *.jpg *.jpeg)"
    ask_for_files(journey.window, "Pilih gambar", journey.folder, chosen, kinds=kinds)


def _today(journey: Journey) -> date:
    return journey.learning.clock.now().local.date()


# The office's facts.


def _read_office(journey: Journey) -> tuple[Workshop, Pack]:
    return _workshop(journey), journey.learning.national()


def _office(journey: Journey, read: tuple[Workshop, Pack]) -> None:
    workshop, base = read
    window = journey.window

    def keep(changed: Workshop, kept: Callable[[], None]) -> None:
        def work() -> None:
            """A command may have brought pictures meanwhile."""
            journey.learning.drafts.store.keep_workshop(replace(changed, images=_workshop(journey).images))

        if not journey.under_way:
            journey.fetch(work, lambda _: kept(), "Menyimpan keterangan …", "Keterangan belum tersimpan")

    window.show_page(DraftOfficePage(window.theme, workshop, base.pledge, keep=keep, go=window.go))


# Publishing.


def _read_publishing(journey: Journey) -> Publishing:
    drafts, tools = journey.learning.drafts, journey.learning.drafts.tools
    workshop, standing = _workshop(journey), drafts.store.drafts()
    base, goes = journey.learning.national(), outgoing(standing)
    faulty = []
    for draft in goes:
        found = tools.find_faults(draft, tuple(one for one in goes if one is not draft), base)
        if many := sum(not finding.advice for finding in found):
            faulty.append((draft, many))
    return Publishing(workshop, standing, tuple(faulty))


def _publish(journey: Journey, shown: Publishing) -> None:
    window = journey.window

    def save() -> None:
        name = f"{shown.workshop.id}-{next_version(shown.workshop)}{_PACK.ending}"
        write = partial(_write, journey, shown)
        ask_where(window, free_path(journey.folder / name), write, _PACK)

    window.show_page(PublishPage(window.theme, shown, save=save, go=window.go))


def _write(journey: Journey, shown: Publishing, file: Path) -> None:
    drafts = journey.learning.drafts

    def work() -> tuple[Written | None, str]:
        # A command may have brought questions meanwhile, which are neither to go out unseen nor to be written over.
        if (drafts.store.workshop(), drafts.store.drafts()) != (shown.workshop, shown.drafts):
            raise Refusal(_CHANGED)
        layer = _layer(journey, shown)
        note = partial(note_published, drafts.store, shown.workshop, shown.drafts)
        head, notice = drafts.tools.write_pack(layer, file, note)
        told = (path_words(file), f"Sidik kunci penerbit: {key_words(head.key)}. {_ANNOUNCE}", notice)
        return _read(journey), "\n\n".join(filter(None, told))

    def saved(made: tuple[Written | None, str]) -> None:
        window, (written, words) = journey.window, made
        _list(journey, written)
        answers = [
            ("Pakai di komputer ini", partial(window.go, OpenFile(file))),
            ("Buka folder", partial(open_folder, window, file.parent)),
            ("Selesai", None),
        ]
        ask(window, "Paket tersimpan", words, answers, default=2)

    if not journey.under_way:
        missed = partial(journey.window.travel, PublishDrafts())
        journey.fetch(work, saved, "Menyimpan paket …", "Paket belum tersimpan", missed=missed)


def _layer(journey: Journey, shown: Publishing) -> Layer:
    base, entry_of = journey.learning.national(), journey.learning.drafts.tools.entry_of
    return layer_of(shown.workshop, shown.drafts, base, _today(journey), entry_of)
