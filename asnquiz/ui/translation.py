"""Qt's own words in Indonesian: Qt ships none, and its dialogs and field menus would speak English."""

from PySide6.QtCore import QTranslator

# Qt's source texts, with the mnemonics and shortcuts that it appends left out.
_WORDS = {
    # Menus of fields and labels
    "Undo": "Urungkan",
    "Redo": "Ulangi",
    "Cut": "Potong",
    "Copy": "Salin",
    "Paste": "Tempel",
    "Delete": "Hapus",
    "Select All": "Pilih semua",
    # Buttons of dialogs
    "OK": "Oke",
    "Open": "Buka",
    "Save": "Simpan",
    "Cancel": "Batal",
    "Close": "Tutup",
    "Yes": "Ya",
    "No": "Tidak",
    # The file dialog where the system has none of its own
    "Look in:": "Lihat di:",
    "File name:": "Nama berkas:",
    "File &name:": "Nama berkas:",
    "Files of type:": "Jenis berkas:",
    "Directory:": "Folder:",
    "Back": "Mundur",
    "Forward": "Maju",
    "Go back": "Mundur",
    "Go forward": "Maju",
    "Go to the parent directory": "Naik ke folder di atasnya",
    "Parent Directory": "Folder di atasnya",
    "Create New Folder": "Buat folder baru",
    "Create a New Folder": "Buat folder baru",
    "New Folder": "Folder baru",
    "List View": "Tampilan daftar",
    "Detail View": "Tampilan rinci",
    "Change to list view mode": "Ganti ke tampilan daftar",
    "Change to detail view mode": "Ganti ke tampilan rinci",
    "Sidebar": "Bilah samping",
    "Files": "Berkas",
    "Recent Places": "Tempat terakhir",
    "My Computer": "Komputer saya",
    "Computer": "Komputer",
    "Name": "Nama",
    "Size": "Ukuran",
    "Kind": "Jenis",
    "Type": "Jenis",
    "Date Modified": "Tanggal diubah",
    "Drive": "Diska",
    "File": "Berkas",
    "Folder": "Folder",
    "Remove": "Hapus dari daftar",
    "Rename": "Ganti nama",
    "Show hidden files": "Tampilkan berkas tersembunyi",
    "All Files (*)": "Semua berkas (*)",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti berkas itu?",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolder tidak ditemukan.\nPeriksa nama foldernya."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nBerkas tidak ditemukan.\nPeriksa nama berkasnya."
    ),
    "Are you sure you want to delete '%1'?": "Hapus “%1”?",
}


class QtInIndonesian(QTranslator):
    """Answers Qt when it asks for a word of its own; what is not known stays as it is."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002 - the same word means the same in all of Qt's dialogs
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        # Without a word of ours the source itself: an empty answer would be shown as such.
        return _WORDS.get(source) or _WORDS.get(source.replace("&", "")) or source
