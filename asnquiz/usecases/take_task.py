"""Taking on a task of an office: who asks what by when, what will be sent to whom, and keeping the yes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from uuid import UUID

from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.letters import bare_name
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting, Holder, SignedTask, Task
from asnquiz.domain.wording import date_words
from asnquiz.usecases.ports import Clock, LearnerStore, PackSource
from asnquiz.usecases.take_quiz import draw_for

ReadTask = Callable[[Path], SignedTask]

NEW_OFFICE = (
    "Kantor ini baru pertama kali memberi Anda tugas. Cocokkan sidik kunci di atas dengan yang diumumkan kantor Anda, "
    "misalnya di surat edaran. Bila berbeda, jangan ambil tugas ini; tanyakan kepada kantor Anda."
)
OTHER_KEY = (
    "Tugas sebelumnya dari kantor dengan nama ini memakai kunci lain. Tanyakan kepada kantor Anda apakah kuncinya "
    "memang diganti, lalu cocokkan sidik kunci di atas. Bila ragu, jangan ambil tugas ini."
)
SENT = (
    "Yang disimpan untuk kantor hanya ujian tugas ini: data diri Anda, setiap jawaban dan waktunya, jeda, dan nilai.",
    "Semua itu terkunci. Yang terbaca orang lain hanya halaman muka: nama, unit kerja, judul tugas, dan tanggal.",
    "Anda melihat isinya dahulu, lalu mengirim berkasnya sendiri. Program ini tidak mengirim apa pun.",
)
NO_PAUSES = (
    "Ujian tidak dapat dijeda. Waktu terus berjalan bila program ditutup, layar dikunci, atau komputer tidur; bila "
    "waktu habis, ujian berakhir dengan jawaban yang sudah tersimpan."
)
_COUNTING = {Counting.FIRST: "yang pertama", Counting.BEST: "yang terbaik", Counting.LAST: "yang terakhir"}
_HOLDER = {Holder.OFFICE: "Kunci pembuka", Holder.ESCROW: "Kunci cadangan"}


@dataclass(frozen=True)
class OfferedTask:
    """A task that somebody looks at before they take it on.

    Attributes:
        new_office: whether no task of this key was taken on before.
        other_key: whether a task of an office of this name was, by another key.
        late: whether the deadline is over by this computer's clock.
        taken: whether it was taken on before.
    """

    signed: SignedTask
    new_office: bool
    other_key: bool
    late: bool
    taken: bool

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is to be thought of before the yes."""
        doubt = OTHER_KEY if self.other_key else NEW_OFFICE if self.new_office else ""
        deadline = date_words(self.signed.task.deadline)
        late = (
            f"Batas waktu menurut tugas ini {deadline}; menurut jam komputer ini sudah lewat. Anda tetap dapat "
            "mengerjakan; kantor menilai tepat waktu dari tanggal diterima."
        )
        return tuple(filter(None, (doubt, late if self.late else "")))


def offer_task(path: Path, profile: UUID, read: ReadTask, *, store: LearnerStore, clock: Clock) -> OfferedTask:
    """What a task's file asks of somebody. Raises Refusal for a file that is none."""
    signed = read(path)
    task, known = signed.task, [one.signed for one in store.tasks(profile)]
    same = next((one for one in known if one.task.id == task.id), None)
    if same is not None and same.text != signed.text:
        raise Refusal(
            "Tugas ini sudah Anda ambil dengan isi yang lain, jadi berkas ini tidak dipakai. Tanyakan kepada kantor "
            "Anda mana yang berlaku."
        )
    new = all(one.signer != signed.signer for one in known)
    named = bare_name(task.office)
    return OfferedTask(
        signed,
        new_office=new,
        other_key=new and any(bare_name(one.task.office) == named for one in known),
        late=clock.now().local.date() > task.deadline,
        taken=same is not None,
    )


def take_task(
    signed: SignedTask, profile: UUID, *, store: LearnerStore, packs: PackSource, clock: Clock, seed: int
) -> None:
    """Keeps somebody's yes. Raises Refusal where its exam cannot be drawn here."""
    pack, _, _ = packs.current()
    draw_for(signed.task, pack, Random(seed))
    store.take_task(profile, signed, clock.now())


def office_fields(task: Task, signer: str) -> tuple[tuple[str, str], ...]:
    """Label and value of who asks; `signer` is whose key seals it."""
    return (("Kantor", task.office), ("Sidik kunci", fingerprint(signer)))


def exam_words(task: Task) -> str:
    """`30 soal, 45 menit, batas lulus 75`."""
    return f"{task.exam.items} soal, {task.exam.minutes} menit, batas lulus {task.exam.pass_}"


def exam_fields(task: Task) -> tuple[tuple[str, str], ...]:
    """Label and value of what is asked, and by when."""
    layer = task.layer and f"“{task.layer.id}” versi {task.layer.version} atau yang lebih baru"
    return (
        ("Ujian", exam_words(task)),
        *((("Paket setempat", layer),) if layer else ()),
        ("Diterima kantor paling lambat", date_words(task.deadline)),
        (
            "Pengawasan",
            "diawasi; nama pengawas, tempat, dan kode sesi dicatat" if task.supervised else "tanpa pengawas",
        ),
        ("Jeda", "boleh; waktu ikut berhenti" if task.pauses else "tidak boleh; waktu terus berjalan"),
        ("Keyakinan", "ditanyakan pada setiap jawaban" if task.certainty else "tidak ditanyakan"),
        ("Bila dikerjakan lebih dari sekali", f"yang dihitung {_COUNTING[task.counting]}"),
    )


def recipient_fields(task: Task) -> tuple[tuple[str, str], ...]:
    """Label and value of each key that opens what is sent."""
    return tuple((_HOLDER[one.holder], fingerprint(one.kid)) for one in task.recipients)
