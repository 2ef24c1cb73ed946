"""What a Linux desktop is told of the program: its place in the menu, the kinds of its files, and a page on it."""

from html import escape

# The media type of each kind of file, its ending, and what it is called.
FILE_KINDS = (
    ("application/x-asnquiz-score", ".asnskor", "berkas nilai ASN Netral"),
    ("application/x-asnquiz-task", ".asntugas", "berkas tugas ASN Netral"),
    ("application/x-asnquiz-pack", ".asnpack", "paket soal ASN Netral"),
    ("application/x-asnquiz-class", ".asnkelas", "catatan sosialisasi ASN Netral"),
    ("application/x-asnquiz-move", ".asnpindah", "berkas pindah ASN Netral"),
)
SUMMARY = "Belajar netralitas ASN dalam Pilkada, tanpa internet"


def menu_entry() -> str:
    types = "".join(f"{kind};" for kind, _, _ in FILE_KINDS)
    return f"""\
[Desktop Entry]
Type=Application
Name=ASN Netral
GenericName=Belajar netralitas ASN
Comment={SUMMARY}
Keywords=ASN;netralitas;Pilkada;kuis;ujian;
Exec=asnquiz %f
Icon=asnquiz
Terminal=false
Categories=Education;
MimeType={types}
StartupWMClass=asnquiz
"""


def file_kinds() -> str:
    kinds = "".join(
        f"""\
  <mime-type type="{kind}">
    <comment>{words}</comment>
    <glob pattern="*{ending}"/>
  </mime-type>
"""
        for kind, ending, words in FILE_KINDS
    )
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
{kinds}</mime-info>
"""


def software_page(version: str, date: str) -> str:
    """AppStream's page. The id is that of the menu entry, since the program has no domain of its own."""
    types = "".join(f"    <mediatype>{kind}</mediatype>\n" for kind, _, _ in FILE_KINDS)
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>asnquiz.desktop</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <name>ASN Netral</name>
  <summary>{escape(SUMMARY)}</summary>
  <description>
    <p>Materi singkat, soal situasi, dan studi kasus tentang yang boleh dan tidak boleh dilakukan pegawai ASN sebelum,
    selama, dan sesudah Pilkada, dengan dasar hukum di setiap jawaban. Nilai tersimpan di komputer itu sendiri.</p>
  </description>
  <launchable type="desktop-id">asnquiz.desktop</launchable>
  <content_rating type="oars-1.1"/>
  <provides>
    <binary>asnquiz</binary>
{types}  </provides>
  <releases>
    <release version="{version}" date="{date}"/>
  </releases>
</component>
"""


def manual_page(version: str, date: str) -> str:
    return f"""\
.TH ASNQUIZ 1 {date} "ASN Netral {version}" "ASN Netral"
.SH NAMA
asnquiz \\- {SUMMARY[0].lower()}{SUMMARY[1:]}
.SH RINGKASAN
.B asnquiz
[\\fIpilihan\\fR] [\\fIBERKAS\\fR | \\fIPERINTAH\\fR ...]
.SH URAIAN
Tanpa perintah, jendela program dibuka; \\fIBERKAS\\fR (tugas, berkas nilai, paket soal, atau berkas pindah) dibuka di
dalamnya. Daftar perintah tampil dengan \\fBasnquiz \\-\\-help\\fR, dan penjelasan setiap perintah dengan
\\fBasnquiz\\fR \\fIPERINTAH\\fR \\fB\\-\\-help\\fR.
.SH LINGKUNGAN
.TP
.B ASNQUIZ_DATA
Folder data, bila bukan yang biasa; pilihan \\fB\\-\\-data\\-dir\\fR didahulukan.
.SH STATUS KELUAR
0 selesai; 1 ditolak atau ada kesalahan yang ditemukan; 2 perintah keliru.
"""
