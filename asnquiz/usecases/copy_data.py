"""A person's own copy of everything kept about them, to be read by people and by other programs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.holdings import Holdings
from asnquiz.domain.moment import Moment
from asnquiz.domain.plain import to_plain
from asnquiz.usecases.ports import LearnerStore
from asnquiz.usecases.set_calendar import OfficeCalendar, office_calendar

SCHEMA = "asnquiz/data-copy/1"

HOLDS = (
    "Salinan ini memuat data diri Anda, setiap kuis dengan soal, jawaban, jeda, dan nilainya, materi yang sudah "
    "dibaca, latihan ulang, studi kasus, ikrar, tugas dari kantor, dan pilihan Anda."
)
NOT_LOCKED = "Salinan ini tidak terkunci: siapa pun yang memegangnya dapat membaca isinya."
_NOT_IN_IT = (
    "Yang Anda ketik di Bolehkah saya? dan di kolom pencarian tidak pernah disimpan, jadi tidak ada di sini. PIN tidak "
    "ikut. Isi soal ada di program, dan di berkas ini soal disebut dengan kodenya."
)

# What each name in the file means.
MEANINGS: Mapping[str, str] = {
    "schema": "bentuk berkas ini",
    "about": "penjelasan berkas ini",
    "names": "arti setiap nama di berkas ini",
    "made": "waktu dibuat",
    "program": "versi ASN Netral yang membuatnya",
    "data": "semua yang disimpan tentang orang ini",
    "calendar": "kalender tahapan di komputer ini, bila orang ini yang menetapkannya",
    "owner": "pemilik data ini",
    "profile": "kode profil pemiliknya",
    "id": "kode yang tidak berubah",
    "person": "data diri",
    "name": "nama",
    "nip": "NIP atau NI PPPK",
    "position": "jabatan",
    "unit": "unit kerja",
    "employment": "status kepegawaian",
    "created": "waktu profil dibuat",
    "job": "jabatan yang jalur materinya diikuti",
    "attempts": "semua kuis yang pernah dimulai",
    "incomplete": "jumlah kuis lain yang sebagian catatannya hilang sehingga tidak ada di sini",
    "attempt": "satu kuis",
    "kind": "jenis: practice latihan, exam ujian, check cek pemahaman, review latihan ulang, pretest tes awal, "
    "posttest tes akhir",
    "title": "judul",
    "pack": "paket soal",
    "version": "versi paket soal",
    "sha256": "sidik isi paket soal",
    "seed": "bilangan acak yang dipakai saat soal dipilih",
    "items": "soal yang diajukan, menurut urutannya",
    "item": "kode soal",
    "revision": "revisi soal",
    "order": "urutan pilihan di layar",
    "limit_ms": "batas waktu dalam milidetik",
    "pass_mark": "batas lulus",
    "started": "waktu mulai",
    "state": "keadaan: active belum selesai, finished selesai, expired waktu habis, abandoned ditinggalkan",
    "ended": "waktu berakhir",
    "remaining_ms": "sisa waktu dalam milidetik",
    "seen": "terakhir kali kuis tampil di layar",
    "responses": "setiap jawaban yang tersimpan, juga yang kemudian diganti",
    "answer": "jawaban: letak pilihan di soal, dihitung dari 0",
    "flagged": "ditandai ragu-ragu",
    "certainty": "yakin atau ragu, bila ditanyakan; pada tugas: apakah ditanyakan",
    "at": "waktu kejadian",
    "h": "rantai yang menunjukkan bahwa jawaban tidak berubah",
    "pauses": "jeda; pada tugas: apakah diizinkan",
    "cause": "sebab jeda: closed ditutup, slept komputer tidur",
    "wall_ms": "lama jeda dalam milidetik",
    "score": "nilai",
    "task": "tugas dari kantor; pada kuis: tugas yang dijawab dengannya",
    "session": "ujian yang diawasi: pengawas, tempat, dan kode sesi",
    "supervisor": "nama pengawas",
    "place": "tempat ujian",
    "code": "kode sesi",
    "right": "jumlah jawaban benar",
    "total": "jumlah soal",
    "learning": "yang dipelajari di luar kuis, menurut paket soal",
    "lessons": "materi yang sudah dibaca",
    "lesson": "kode materi",
    "recalls": "latihan ulang: setiap kali satu ketentuan diingat",
    "rule": "kode ketentuan",
    "rating": "seberapa diingat: 1 lupa, 2 ragu, 3 ingat, 4 mudah",
    "due": "kapan perlu diulang",
    "card": "catatan jadwal latihan ulang",
    "case_steps": "pilihan dalam studi kasus",
    "scenario": "kode studi kasus",
    "scene": "kode adegan",
    "choice": "pilihan, dihitung dari 0",
    "pledges": "ikrar yang dibaca sampai selesai",
    "text": "teks yang dibaca",
    "tasks": "tugas dari kantor yang diambil",
    "office": "kantor yang meminta",
    "letterhead": "kepala surat kantor itu",
    "units": "unit kerja yang dapat dipilih",
    "exam": "susunan ujian",
    "minutes": "batas waktu dalam menit",
    "pass": "batas lulus",
    "phase": "jumlah soal tiap fase",
    "max_per_rule": "jumlah soal paling banyak tiap ketentuan",
    "topics": "jumlah soal paling sedikit tiap topik",
    "deadline": "hari terakhir",
    "counting": "pengerjaan yang dihitung: first pertama, best terbaik, last terakhir",
    "supervised": "apakah diawasi",
    "recipients": "kunci yang dapat membuka kiriman",
    "holder": "pemegang kunci: office kantor, escrow cadangan",
    "kid": "sidik kunci",
    "x": "kunci publik",
    "signer": "sidik kunci kantor yang menandatangani tugas",
    "layer": "paket setempat yang diperlukan tugas, dengan versi terendahnya",
    "file": "berkas tugas seperti diterima",
    "taken": "waktu tugas diambil",
    "handed_in": "waktu bukti nilai terakhir disimpan",
    "file_id": "kode berkas nilai di dalam bukti itu",
    "settings": "pilihan orang ini, misalnya tampilan",
    "utc": "waktu UTC",
    "offset_minutes": "selisih jam komputer dari UTC dalam menit",
    "counter": "nomor urut pencatatan",
    "by": "siapa yang menetapkan kalender",
    "candidates_fixed": "tanggal penetapan calon",
    "voting": "tanggal pemungutan suara",
    "stages": "tahapan lain",
    "first": "hari pertama",
    "last": "hari terakhir",
    "confidence": "keyakinan atas kalender bawaan",
    "source": "sumber kalender bawaan",
    "facts": "dasar kalender bawaan",
    "on": "hari kalender ditetapkan",
}


@dataclass(frozen=True)
class DataCopy:
    """What the file says. Its names are those of the program's own values; `names` says what each means."""

    schema: str
    about: str
    names: Mapping[str, str]
    made: Moment
    program: str
    data: Holdings
    calendar: OfficeCalendar | None


def copy_data(profile: UUID, made: Moment, *, store: LearnerStore, program: str) -> DataCopy:
    """Everything kept about a person; `program` is our version. Raises Refusal."""
    calendar = office_calendar(store)
    return DataCopy(
        schema=SCHEMA,
        about=f"{HOLDS} {_NOT_IN_IT} {NOT_LOCKED}",
        names=MEANINGS,
        made=made,
        program=program,
        data=store.holdings(profile),
        calendar=calendar if calendar and calendar.profile == profile else None,
    )


def copy_text(copy: DataCopy) -> str:
    """The file's text: JSON, indented, in letters as they are."""
    return json.dumps(to_plain(copy), indent=2, ensure_ascii=False) + "\n"
