"""A small valid layer over the sample pack, as an author would write it, with every kind of file; small pictures."""

import struct
import zlib
from pathlib import Path

ID = "kab-contoh"
HEADER, RULES, ITEMS = "setempat.yaml", "aturan.yaml", "soal/setempat.yaml"
SCENARIO, PLEDGE, CALENDAR, PICTURE = "skenario/apel.yaml", "ikrar.yaml", "kalender.yaml", "gambar/kab-contoh-papan.png"


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 3, height: int = 2) -> bytes:
    """A grey picture; its header may say more than there is."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * min(width, 9)) * min(height, 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 3, height: int = 2) -> bytes:
    """The markers of a JPEG around no pixels."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    parts = (
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
        (0xC4, bytes(17)),
        (0xC0, frame),
        (0xDA, b"\1\1\0\0\x3f\0"),
    )
    body = b"".join(b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data for marker, data in parts)
    return b"\xff\xd8" + body + b"\0\xff\xd9"


FILES: dict[str, str | bytes] = {
    HEADER: """\
schema: asnquiz/layer/1
id: kab-contoh
version: "3"
title: Netralitas di Kabupaten Contoh
publisher: BKPSDM Kabupaten Contoh
base: {id: contoh, version: 2026.11.1}
changed: 2026-11-25
contacts:
  - {role: satgas, name: Satgas Netralitas, phone: "0265 123456"}
offices:
  - {name: Dinas Kesehatan, units: [Puskesmas Satu, Puskesmas Dua]}
  - {name: Sekretariat Daerah}
letterhead: [Pemerintah Kabupaten Contoh]
marks:
  kab-contoh-apel:
    standing: reviewed
    author: {name: Siti Aminah, on: 2026-11-20}
    reviewer: {name: Budi Santoso, on: 2026-11-22}
  kab-contoh-papan:
    standing: reviewed
    author: {name: Siti Aminah, on: 2026-11-20}
    reviewer: {name: Budi Santoso, on: 2026-11-22}
  kab-contoh-cuti: {standing: review, author: {name: Budi Santoso, on: 2026-11-24}}
  kab-contoh-pagi: {standing: review, author: {name: Budi Santoso, on: 2026-11-24}}
""",
    RULES: """\
- id: kab-contoh-apel
  act: Memimpin apel kantor dengan ajakan memihak
  phases: [during]
  stages: []
  subjects: [pns]
  verdict: tidak
  condition: null
  reason: Apel adalah acara dinas.
  instead: Sampaikan urusan dinas saja.
  citations: [{law: pp-contoh, ref: "Pasal 1"}]
  violation: disiplin
  sanction: {}
  confidence: A
  facts: []
  words: [apel]
  positions: []
  safe: null
""",
    ITEMS: """\
- id: kab-contoh-papan
  revision: 1
  type: single
  phase: during
  topic: media-sosial
  rules: [kab-contoh-apel, suka-akun-calon]
  jobs: [staf]
  difficulty: 1
  stem: >-
    Papan pengumuman di depan kantor Anda masih kosong. Seorang rekan ingin memasang gambar calon di sana sebelum apel,
    lalu memotretnya untuk grup kerja. Apa yang sebaiknya Anda sampaikan kepadanya?
  options:
    - {text: Papan itu untuk urusan dinas., key: true, feedback: Papan kantor adalah fasilitas dinas.}
    - {text: Pasang saja selama apel., feedback: Apel pun acara dinas.}
    - {text: Potret saja tanpa dipasang., feedback: Fotonya tetap terlihat memihak.}
    - {text: Pasang di sisi belakang., feedback: Sisi mana pun milik kantor.}
  explanation: Fasilitas dinas tidak dipakai untuk memihak.
  instead: Pakai papan untuk urusan dinas.
  citations: [{law: pp-contoh, ref: "Pasal 2"}]
  confidence: B
  scored: true
  review: {written: 2026-11-20, read: 2026-11-22, law_checked: null}
  picture: {image: kab-contoh-papan, alt: Papan pengumuman yang kosong.}
- id: kab-contoh-cuti
  revision: 1
  type: verdict
  phase: during
  topic: cuti
  rules: [cuti-dampingi-suami]
  jobs: []
  difficulty: 2
  stem: Mendampingi suami berkampanye di kabupaten ini.
  key: bersyarat
  feedback: {boleh: Perlu cuti dahulu., tidak: Dapat dengan cuti., bersyarat: Benar.}
  explanation: Cuti memisahkan pribadi dan jabatan.
  instead: Ajukan cuti.
  citations: [{law: pp-contoh, ref: "Pasal 1"}]
  confidence: A
  scored: true
  review: {written: 2026-11-24, read: null, law_checked: null}
""",
    SCENARIO: """\
id: kab-contoh-pagi
title: Pagi di kantor
phase: during
jobs: [staf]
start: apel
scenes:
  apel:
    text: Atasan meminta Anda memimpin apel.
    choices:
      - {text: Memimpin seperti biasa., to: tenang, trust: 1, risk: -1, rule: kab-contoh-apel, feedback: Tepat.}
      - {text: Mengajak memilih calon., to: lapor, trust: -2, risk: 3, rule: kab-contoh-apel, feedback: Keliru.}
      - {text: Mengalihkan ke debat calon., to: ragu, trust: 0, risk: 1, rule: menonton-debat, feedback: Tidak perlu.}
  tenang: {text: Apel selesai., ending: {kind: baik, title: Tenang, debrief: Anda tetap netral.}}
  lapor: {text: Anda dilaporkan., ending: {kind: buruk, title: Dilaporkan, debrief: Ajakan itu terekam.}}
  ragu: {text: Pegawai bingung., ending: {kind: campuran, title: Ragu, debrief: Apel bukan tempatnya.}}
""",
    PLEDGE: """\
name: Ikrar Kabupaten Contoh
opening: Kami berikrar
points:
  - {text: Satu, meaning: Arti satu, example: Contoh satu}
  - {text: Dua, meaning: Arti dua, example: Contoh dua}
  - {text: Tiga, meaning: Arti tiga, example: Contoh tiga}
  - {text: Empat, meaning: Arti empat, example: Contoh empat}
closing: Demikian.
source: []
""",
    CALENDAR: """\
name: Pilkada Kabupaten Contoh
candidates_fixed: 2029-09-22
voting: 2029-11-27
stages:
  - {id: kampanye, name: Kampanye, first: 2029-09-25, last: 2029-11-23}
""",
    PICTURE: png(),
}


def write_layer(folder: Path) -> Path:
    """Writes the sample layer into `folder` and returns the folder."""
    for file, content in FILES.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
