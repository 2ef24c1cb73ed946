"""A small valid pack as an author would write it, with every kind of entry and every type of item."""

from pathlib import Path

FILES = {
    "pack.yaml": """\
schema: asnquiz/pack/1
id: contoh
version: 2026.11.1
title: Paket contoh
language: id
law_as_of: 2026-01-31
compiled: 2026-11-21
publisher: asnquiz
exam:
  items: 2
  minutes: 5
  pass: 75
  phase: {before: 0, during: 2, after: 0}
  max_per_rule: 1
  topics: {media-sosial: 1}
topics:
  media-sosial: Media sosial
  cuti: Cuti kampanye
jobs: {staf: Staf, guru: Guru}
""",
    "hukum.yaml": """\
- id: uu-lama
  kind: undang-undang
  number: UU 1/2000
  title: Undang-undang lama
  date: null
  status: dicabut
  note: null
  replaced_by: pp-contoh
  confidence: B
  source: [S1]
  articles:
    - {ref: "Pasal lama", text: "Bunyi lama.", confidence: A}
- id: pp-contoh
  kind: peraturan-pemerintah
  number: PP 2/2020
  title: Peraturan contoh
  date: 2020-02-29
  status: berlaku
  note: Hanya contoh.
  replaced_by: null
  confidence: A
  source: [S1, S2]
  articles:
    - {ref: "Pasal 1", text: "Bunyi pasal satu.", confidence: A}
    - {ref: "Pasal 2", text: "Bunyi pasal dua.", confidence: B}
""",
    "istilah.yaml": """\
- {term: CLTN, long: cuti di luar tanggungan negara, meaning: Cuti tanpa gaji., see: [pp-contoh]}
- {term: KPU, long: null, meaning: Penyelenggara pemilihan., see: []}
""",
    "aturan.yaml": """\
- id: suka-akun-calon
  act: Menyukai unggahan akun calon
  phases: [during]
  stages: []
  subjects: [pns, pppk]
  verdict: tidak
  condition: null
  reason: Tanda suka terlihat oleh semua orang.
  instead: Jangan bereaksi.
  citations: [{law: pp-contoh, ref: "Pasal 2"}]
  violation: disiplin-berat
  sanction: {pns: Hukuman disiplin berat}
  confidence: B
  facts: ["3#6"]
  words: [like, suka]
  positions: []
  safe: null
- id: menonton-debat
  act: Menonton debat calon di televisi
  phases: [during, after]
  stages: []
  subjects: [pns]
  verdict: boleh
  condition: null
  reason: Menonton tidak menunjukkan keberpihakan.
  instead: Tontonlah di rumah.
  citations: [{no_prohibition_found: true, facts: ["3#38"]}]
  violation: bukan-pelanggaran
  sanction: {}
  confidence: B
  facts: []
  words: [debat]
  positions: []
  safe: null
- id: cuti-dampingi-suami
  act: Mendampingi suami yang menjadi calon
  phases: [during]
  stages: []
  subjects: [pns]
  verdict: bersyarat
  condition: Setelah cuti disetujui.
  reason: Cuti memisahkan pribadi dan jabatan.
  instead: Ajukan cuti lebih dahulu.
  citations: [{law: pp-contoh, ref: "Pasal 1"}]
  violation: disiplin-sedang
  sanction: {}
  confidence: A
  facts: []
  words: []
  positions: []
  safe: null
- id: stiker-pasangan
  act: Stiker calon pada mobil milik pasangan
  phases: [during]
  stages: []
  subjects: [pns]
  verdict: diperdebatkan
  condition: null
  reason: Peraturan belum tegas.
  instead: Jangan dipakai ke kantor.
  citations: [{law: pp-contoh, ref: "Pasal 1"}]
  violation: kode-etik
  sanction: {}
  confidence: B
  facts: []
  words: []
  positions:
    - {who: Pengawas, when: "2024", says: Dilarang.}
    - {who: Pakar, when: "2025", says: Tidak dilarang.}
  safe: Hindari.
""",
    "materi/media-sosial.md": """\
---
id: media-sosial-selama
title: Satu ketukan jempol
phase: during
topic: media-sosial
order: 1
minutes: 5
rules: [suka-akun-calon, stiker-pasangan]
checks: [soal-suka]
jobs: [staf]
---

## Akun pribadi

Akun pribadi **tetap** akun pegawai.

:::aturan suka-akun-calon menonton-debat:::

![Garis masa.](gambar/garis.svg)

Kalimat penutup.
""",
    "gambar/garis.svg": """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 80" font-family="Plus Jakarta Sans">
  <rect x="4" y="4" width="592" height="72" rx="12" fill="#E2F1EF" stroke="#0E6E6E" stroke-width="1.5"/>
  <path d="M 20,60.5 L 580,60.5 Z" fill="none" stroke="#0E6E6E"/>
  <text x="20" y="40" font-size="15" font-weight="600" fill="#16242B">Sebelum, selama, sesudah</text>
</svg>
""",
    "soal/selama.yaml": """\
- id: soal-suka
  revision: 1
  type: single
  phase: during
  topic: media-sosial
  rules: [suka-akun-calon]
  jobs: [staf]
  difficulty: 1
  stem: >-
    Seorang teman sekantor meneruskan unggahan akun calon ke grup kerja. Ia meminta semua anggota menyukainya sebelum
    makan siang, dan atasan Anda ikut menunggu. Apa yang sebaiknya Anda lakukan?
  options:
    - {text: Membacanya tanpa bereaksi., key: true, feedback: Membaca tidak dilarang.}
    - {text: Memberi tanda suka., feedback: Tanda suka adalah dukungan.}
    - {text: Meneruskannya ke grup lain., feedback: Meneruskan berarti menyebarkan.}
    - {text: Menulis komentar pujian., feedback: Pujian terbaca semua orang.}
  explanation: Tanda suka terlihat oleh semua orang.
  instead: Baca tanpa bereaksi.
  citations: [{law: pp-contoh, ref: "Pasal 2"}]
  confidence: B
  scored: true
  review: {written: 2026-11-21, read: null, law_checked: null}
- id: soal-debat
  revision: 1
  type: multiple
  phase: during
  topic: media-sosial
  rules: [menonton-debat]
  jobs: [guru]
  difficulty: 2
  stem: Mana yang boleh dilakukan? Jawaban dapat lebih dari satu.
  options:
    - {text: Menonton debat., key: true, feedback: Boleh ditonton.}
    - {text: Menyimak visi calon., key: true, feedback: Boleh disimak.}
    - {text: Bersorak dengan atribut., feedback: Itu dukungan terbuka.}
  explanation: Menonton bukan keberpihakan.
  instead: Tontonlah di rumah.
  citations: [{no_prohibition_found: true, facts: ["3#38"]}]
  confidence: B
  scored: true
  review: {written: 2026-11-21, read: 2026-11-22, law_checked: null}
- id: soal-cuti
  revision: 1
  type: verdict
  phase: during
  topic: cuti
  rules: [cuti-dampingi-suami]
  jobs: []
  difficulty: 3
  stem: Mendampingi suami yang menjadi calon.
  key: bersyarat
  feedback: {boleh: Perlu cuti dahulu., tidak: Dapat dengan cuti., bersyarat: Benar.}
  explanation: Cuti memisahkan pribadi dan jabatan.
  instead: Ajukan cuti.
  citations: [{law: pp-contoh, ref: "Pasal 1"}]
  confidence: A
  scored: true
  review: {written: 2026-11-21, read: null, law_checked: null}
- id: soal-urutan
  revision: 1
  type: ordering
  phase: during
  topic: media-sosial
  rules: [suka-akun-calon]
  jobs: [staf]
  difficulty: 2
  stem: Urutkan langkah bila terlanjur memberi tanda suka.
  options:
    - {text: Batalkan., feedback: Langkah awal.}
    - {text: Laporkan., feedback: Sesudah dibatalkan.}
    - {text: Catat., feedback: Langkah akhir.}
  explanation: Batalkan dahulu.
  instead: Jangan menunda.
  citations: [{law: pp-contoh, ref: "Pasal 2"}]
  confidence: B
  scored: true
  review: {written: 2026-11-21, read: null, law_checked: null}
- id: soal-jodoh
  revision: 2
  type: matching
  phase: after
  topic: media-sosial
  rules: [menonton-debat]
  jobs: [staf]
  difficulty: 2
  stem: Pasangkan peristiwa dengan tahapnya.
  pairs:
    - {left: Pendaftaran, phase: before, feedback: Sebelum penetapan.}
    - {left: Kampanye, phase: during, feedback: Selama.}
    - {left: Pelantikan, phase: after, feedback: Sesudah.}
  explanation: Tahap mengikuti peristiwa.
  instead: Lihat tahapan.
  citations: [{law: pp-contoh, ref: "Pasal 1"}]
  confidence: A
  scored: true
  review: {written: 2026-11-21, read: null, law_checked: null}
- id: soal-stiker
  revision: 1
  type: single
  phase: during
  topic: media-sosial
  rules: [stiker-pasangan]
  jobs: [staf]
  difficulty: 2
  stem: >-
    Stiker calon menempel pada mobil pasangan Anda, dan mobil itulah yang biasa mengantar Anda ke kantor setiap pagi.
    Pasangan Anda bukan pegawai dan menolak melepasnya. Sikap mana yang aman?
  options:
    - {text: Tidak memakainya ke kantor., key: true, feedback: Ini aman.}
    - {text: Memarkirnya di kantor., feedback: Terlihat berpihak.}
    - {text: Menambah satu stiker lagi., feedback: Ini bukan penyeimbang.}
    - {text: Membagikan stiker itu., feedback: Ini menyebarkan dukungan.}
  explanation: Masih diperdebatkan.
  instead: Hindari.
  citations: [{law: pp-contoh, ref: "Pasal 1"}]
  confidence: B
  scored: false
  review: {written: 2026-11-21, read: null, law_checked: null}
- id: soal-cuti-lagi
  revision: 1
  type: verdict
  phase: during
  topic: cuti
  rules: [cuti-dampingi-suami]
  jobs: []
  difficulty: 3
  stem: Berkampanye bersama suami dengan cuti yang disetujui.
  key: boleh
  feedback: {boleh: Cuti sudah disetujui., tidak: Cuti sudah ada., bersyarat: Syaratnya terpenuhi.}
  explanation: Syarat cuti sudah dipenuhi.
  instead: Bawa surat cuti.
  citations: [{law: pp-contoh, ref: "Pasal 1"}]
  confidence: A
  scored: true
  review: {written: 2026-11-21, read: null, law_checked: null}
""",
    "skenario/undangan.yaml": """\
id: undangan-deklarasi
title: Undangan dari kepala dinas
phase: during
jobs: [staf]
start: pagi
scenes:
  pagi:
    text: Atasan mengundang Anda.
    choices:
      - {text: Menolak., to: kantor, trust: +1, risk: -2, rule: suka-akun-calon, feedback: Tepat.}
      - {text: Hadir., to: aula, trust: -1, risk: 2, rule: suka-akun-calon, feedback: Berisiko.}
      - {text: Menunda., to: rumah, trust: 0, risk: 1, rule: menonton-debat, feedback: Belum selesai.}
  kantor: {text: Anda bekerja., ending: {kind: baik, title: Tenang, debrief: Anda tetap netral.}}
  aula: {text: Anda difoto., ending: {kind: buruk, title: Dilaporkan, debrief: Foto menjadi bukti.}}
  rumah: {text: Anda menonton debat., ending: {kind: campuran, title: Ragu, debrief: Undangan belum dijawab.}}
""",
    "ikrar.yaml": """\
name: Ikrar contoh
opening: Kami berikrar
points:
  - {text: Satu, meaning: Arti satu, example: Contoh satu}
  - {text: Dua, meaning: Arti dua, example: Contoh dua}
  - {text: Tiga, meaning: Arti tiga, example: Contoh tiga}
  - {text: Empat, meaning: Arti empat, example: Contoh empat}
closing: Demikian.
source: [S1]
""",
    "kalender.yaml": """\
name: Pilkada contoh
candidates_fixed: 2020-09-23
voting: 2020-12-09
stages:
  - {id: kampanye, name: Kampanye, first: 2020-09-26, last: 2020-12-05}
  - {id: masa-tenang, name: Masa tenang, first: 2020-12-06, last: 2020-12-08}
confidence: B
source: [S1]
facts: ["1.9"]
""",
}


def write_pack(folder: Path) -> Path:
    """Writes the sample pack into `folder` and returns the folder."""
    for file, text in FILES.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def break_file(folder: Path, file: str, old: str, new: str) -> str:
    """Replaces the one place where `old` stands in a file of the pack; the file's new text."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in {file}")
    text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return text
