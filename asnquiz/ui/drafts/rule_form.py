"""The form of a rule: an act, what is said of it, and the law it stands on."""

from functools import partial

from asnquiz.domain.calendar import stage_names
from asnquiz.domain.pack import Confidence, Phase, Subject, Verdict, Violation
from asnquiz.domain.wording import PHASE, PHASE_MEANING, SUBJECT, VERDICT
from asnquiz.ui.drafts.form import Form
from asnquiz.ui.drafts.words import SURENESS, VIOLATION

_POSITIONS = "Paling sedikit dua pandangan, masing-masing dengan siapa yang mengatakannya."
_PHASES = "; ".join(f"{PHASE[phase]}: {PHASE_MEANING[phase]}" for phase in Phase) + "."
_STAGES = "Pilih hanya bila ketentuan ini berlaku pada tahapan tertentu saja, bukan sepanjang fasenya."
_SANCTIONS = "Isi hanya bila dasar hukumnya menyebutkannya. Kosongkan bagi yang tidak terkena."


def build_rule_form(form: Form) -> None:
    writing = form.writing
    verdict, violation = writing.value("verdict"), writing.value("violation")
    form.part("Ketentuan")
    form.text("Perbuatan", "act", rows=2, note="Satu perbuatan, misalnya: Memimpin apel di kantor kecamatan.")
    form.ticks("Fase", {phase.value: PHASE[phase] for phase in Phase}, "phases", note=_PHASES)
    form.ticks("Tahapan", stage_names(writing.base), "stages", note=_STAGES)
    form.ticks("Berlaku bagi", {one.value: SUBJECT[one][0].upper() + SUBJECT[one][1:] for one in Subject}, "subjects")
    form.choice("Menurut ketentuan", {one.value: VERDICT[one] for one in Verdict}, "verdict")
    if verdict == Verdict.BERSYARAT.value or writing.value("condition"):
        form.text("Syaratnya", "condition")
    form.text("Alasan", "reason", rows=3)
    form.text("Sebaiknya", "instead", rows=2)
    if verdict == Verdict.DIPERDEBATKAN.value or writing.value("positions") or writing.value("safe"):
        _contested(form)
    form.part("Dasar hukum")
    form.citations()
    form.choice("Keyakinan isi", {one.value: SURENESS[one] for one in Confidence}, "confidence")
    form.part("Pelanggaran dan sanksi")
    form.choice("Jenis pelanggaran", {one.value: VIOLATION[one] for one in Violation}, "violation")
    if violation != Violation.BUKAN_PELANGGARAN.value or writing.value("sanction"):
        _sanctions(form)
    form.part("Mencarinya")
    note = "Satu kata atau ungkapan tiap baris, seperti yang diketik orang di Bolehkah saya?"
    form.lines("Kata sehari-hari", "words", note=note)


def _contested(form: Form) -> None:
    form.part("Pandangan yang berbeda", _POSITIONS)
    for at in range(len(form.writing.value("positions") or ())):
        form.row("Pandangan", at, ("positions",), partial(_position, form, at))
    form.more_rows("Pandangan", ("positions",))
    form.text("Sikap aman", "safe")


def _position(form: Form, at: int) -> None:
    form.text(f"Pandangan {at + 1}", "positions", at, "says")
    form.text(f"Siapa yang mengatakan pandangan {at + 1}", "positions", at, "who", rows=1)
    form.text(f"Kapan atau di mana pandangan {at + 1} dikatakan", "positions", at, "when", rows=1)


def _sanctions(form: Form) -> None:
    subjects: list[str] = list(form.writing.value("subjects") or ())
    told = [*subjects, *(one for one in form.writing.value("sanction") or () if one not in subjects)]
    for subject in Subject:
        if subject.value in told:
            note = _SANCTIONS if subject.value == told[0] else ""
            form.text(f"Sanksi bagi {SUBJECT[subject]}", "sanction", subject.value, rows=2, note=note)
