"""Qt's own words in Indonesian: Qt ships none, and its dialogs and field menus would speak English."""

from PySide6.QtCore import QTranslator

# Qt's source texts, with the mnemonics and shortcuts that it appends left out.
_WORDS = {
    # Menus of fields, labels and number fields
    "Undo": "Urungkan",
    "Redo": "Ulangi",
    "Cut": "Potong",
    "Copy": "Salin",
    "Copy Link Location": "Salin alamat tautan",
    "Paste": "Tempel",
    "Delete": "Hapus",
    "Select All": "Pilih semua",
    "Step up": "Naik",
    "Step down": "Turun",
    "True": "Ya",
    "False": "Tidak",
    # Menus of scroll bars
    "Scroll here": "Gulir ke sini",
    "Top": "Paling atas",
    "Bottom": "Paling bawah",
    "Left edge": "Tepi kiri",
    "Right edge": "Tepi kanan",
    "Page up": "Satu layar ke atas",
    "Page down": "Satu layar ke bawah",
    "Page left": "Satu layar ke kiri",
    "Page right": "Satu layar ke kanan",
    "Scroll up": "Gulir ke atas",
    "Scroll down": "Gulir ke bawah",
    "Scroll left": "Gulir ke kiri",
    "Scroll right": "Gulir ke kanan",
    # Buttons of dialogs
    "OK": "Oke",
    "Open": "Buka",
    "Save": "Simpan",
    "Save All": "Simpan semua",
    "Cancel": "Batal",
    "Close": "Tutup",
    "Close without Saving": "Tutup tanpa menyimpan",
    "Yes": "Ya",
    "Yes to All": "Ya untuk semua",
    "No": "Tidak",
    "No to All": "Tidak untuk semua",
    "Abort": "Hentikan",
    "Apply": "Terapkan",
    "Discard": "Buang",
    "Help": "Bantuan",
    "Ignore": "Abaikan",
    "Reset": "Atur ulang",
    "Restore Defaults": "Kembalikan ke semula",
    "Retry": "Coba lagi",
    "Show Details...": "Tampilkan rincian …",
    "Hide Details...": "Sembunyikan rincian",
    # What a screen reader says that one can do with a control
    "Press": "Tekan",
    "Triggers the action": "Menjalankan tombol ini",
    "Toggle": "Ganti",
    "Toggles the state": "Mengganti keadaannya",
    "Increase": "Naikkan",
    "Increase the value": "Menaikkan nilainya",
    "Decrease": "Turunkan",
    "Decrease the value": "Menurunkan nilainya",
    "SetFocus": "Pindahkan fokus",
    "Sets the focus": "Memindahkan fokus ke sini",
    "ShowMenu": "Tampilkan menu",
    "Shows the menu": "Menampilkan menunya",
    "Open the combo box selection popup": "Membuka daftar pilihan",
    "Scroll Up": "Gulir ke atas",
    "Scroll Down": "Gulir ke bawah",
    "Scroll Left": "Gulir ke kiri",
    "Scroll Right": "Gulir ke kanan",
    "Scrolls up": "Menggulir ke atas",
    "Scrolls down": "Menggulir ke bawah",
    "Scrolls to the left": "Menggulir ke kiri",
    "Scrolls to the right": "Menggulir ke kanan",
    "Previous Page": "Halaman sebelumnya",
    "Next Page": "Halaman berikutnya",
    "Goes back a page": "Mundur satu halaman",
    "Goes to the next page": "Maju satu halaman",
    # The file dialog where the system has none of its own
    "Look in:": "Lihat di:",
    "File name:": "Nama berkas:",
    "Files of type:": "Jenis berkas:",
    "Directory:": "Folder:",
    "Directories": "Folder",
    "Choose": "Pilih",
    "Save As": "Simpan sebagai",
    "Find Directory": "Cari folder",
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
    "List of places and bookmarks": "Daftar tempat dan penanda",
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
    "File Folder": "Folder berkas",
    "Folder": "Folder",
    "Alias": "Pintasan",
    "Shortcut": "Pintasan",
    "Unknown": "Tidak dikenal",
    "Show ": "Tampilkan ",
    "Remove": "Hapus dari daftar",
    "Rename": "Ganti nama",
    "Show hidden files": "Tampilkan berkas tersembunyi",
    "All Files (*)": "Semua berkas (*)",
    "All files (*)": "Semua berkas (*)",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti berkas itu?",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolder tidak ditemukan.\nPeriksa nama foldernya."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nBerkas tidak ditemukan.\nPeriksa nama berkasnya."
    ),
    "Are you sure you want to delete '%1'?": "Hapus “%1”?",
    "'%1' is write protected.\nDo you want to delete it anyway?": ("“%1” dilindungi agar tidak diubah.\nTetap hapus?"),
    "Could not delete directory.": "Folder tidak dapat dihapus. Periksa apakah folder itu kosong dan izin aksesnya.",
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
        return _WORDS.get(source.replace("&", "")) or source
