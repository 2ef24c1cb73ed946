"""What the template of questions tells whoever fills it in: steps, an example of each type, a word at each cell."""

from typing import Final

from asnquiz.domain.pack import ItemType, Option, Phase, Verdict
from asnquiz.domain.question import LoosePair, Question
from asnquiz.domain.question_table import Part

STEPS: Final = (
    (
        "Langkah 1",
        "Tulis soal di lembar Soal, satu soal satu baris. Urutan dan lebar kolom boleh diubah; judulnya jangan.",
    ),
    (
        "Langkah 2",
        "Mulai dari Jenis soal dan Teks soal. Kolom lain boleh menyusul; yang belum terisi akan diminta saat soal "
        "diajukan untuk ditelaah.",
    ),
    (
        "Langkah 3",
        "Pilih Fase, Topik, Tingkat kesulitan, Terutama untuk, Ketentuan, Dasar hukum, dan Keyakinan isi dari daftar "
        "di selnya. Isi lengkapnya ada di lembar Ketentuan, Dasar hukum, dan Daftar.",
    ),
    (
        "Langkah 4",
        "Tulis pilihan mulai dari A. Saat soal dikerjakan, pilihannya diacak; jadi sebut isi pilihan, bukan hurufnya.",
    ),
    (
        "Langkah 5",
        "Biarkan ID dan Revisi soal yang sudah ada, dan kosongkan keduanya untuk soal baru. Nomor dalam kurung siku di "
        "belakang dasar hukum adalah nomor fakta; biarkan saja.",
    ),
    (
        "Langkah 6",
        "Simpan sebagai .xlsx. Di halaman Soal setempat, tekan Ambil soal dari berkas. Bila ada sel yang salah, "
        "program menyebut lembar dan selnya, dan belum mengambil apa pun.",
    ),
    ("Gambar", "Gambar tidak dapat ditulis di sini. Tambahkan di program setelah soalnya diambil."),
)

HELP: Final = {
    Part.TYPE: "Pilih jenis soal dari daftar. Contoh setiap jenis ada di lembar Petunjuk.",
    Part.STEM: (
        "Tulis keadaan dan pertanyaannya. Untuk beberapa pilihan benar, akhiri dengan “Pilih semua pilihan yang tepat.”"
    ),
    Part.OPTION: (
        "Satu pilihan setiap kolom, mulai dari A.\nMengurutkan: tulis menurut urutan yang benar.\nMenjodohkan: tulis "
        "peristiwanya.\nBoleh atau tidak: Boleh, Tidak boleh, lalu Boleh bersyarat."
    ),
    Part.FEEDBACK: "Alasan pilihan di sebelah kirinya tepat atau keliru. Tampil setelah soal dijawab.",
    Part.KEY: (
        "Satu pilihan benar: satu huruf, misalnya B.\nBeberapa pilihan benar: A, C.\nBoleh atau tidak: pilih dari "
        "daftar.\nMengurutkan: kosongkan.\nMenjodohkan: fase setiap pilihan berurutan, misalnya Sebelum, Selama, "
        "Sesudah."
    ),
    Part.EXPLANATION: "Penjelasan singkat yang tampil setelah soal dijawab.",
    Part.INSTEAD: "Apa yang sebaiknya dilakukan pegawai dalam keadaan itu.",
    Part.PHASE: (
        "Sebelum: sebelum penetapan calon.\nSelama: sejak penetapan calon sampai pemungutan suara.\nSesudah: sesudah "
        "pemungutan suara."
    ),
    Part.TOPIC: "Pilih topik dari daftar.",
    Part.DIFFICULTY: "1 untuk mudah, 2 untuk sedang, 3 untuk sulit.",
    Part.JOB: "Jabatan yang paling memerlukan soal ini. Satu jabatan setiap kolom.",
    Part.RULE: "Ketentuan yang ditanyakan. Satu ketentuan setiap kolom; isi lengkapnya ada di lembar Ketentuan.",
    Part.LAW: "Pasal yang menjadi dasarnya. Satu pasal setiap kolom; isi lengkapnya ada di lembar Dasar hukum.",
    Part.CONFIDENCE: "Seberapa jauh bunyi pasalnya sudah dibaca. Soal berkeyakinan C tidak dinilai.",
    Part.ID: "Diisi program. Biarkan untuk soal yang sudah ada, dan kosongkan untuk soal baru.",
    Part.REVISION: "Diisi program. Biarkan untuk soal yang sudah ada, dan kosongkan untuk soal baru.",
}

# About nothing that any law speaks of, but for what the phases are.
EXAMPLES: Final = (
    Question(
        ItemType.SINGLE,
        "Anda menerima undangan rapat di Kabupaten Contoh, tetapi jamnya tidak tertulis. Apa yang sebaiknya Anda "
        "lakukan?",
        options=(
            Option("Menanyakan jamnya kepada pengirim undangan.", "Pengirim mengetahui jam yang pasti.", key=True),
            Option("Menunggu sampai ada yang menelepon.", "Rapat dapat terlewat. Sebaiknya jamnya ditanyakan."),
            Option("Mengira-ngira dari rapat yang lalu.", "Jamnya dapat berbeda. Sebaiknya jamnya ditanyakan."),
        ),
        explanation="Keterangan yang pasti ada pada pengirim undangan.",
        instead="Tanyakan jamnya kepada pengirim undangan.",
    ),
    Question(
        ItemType.MULTIPLE,
        "Anda mencatat surat yang masuk. Apa yang perlu ditulis? Pilih semua pilihan yang tepat.",
        options=(
            Option("Tanggal surat diterima.", "Tanggal diperlukan untuk menelusuri surat.", key=True),
            Option("Warna amplopnya.", "Warna amplop tidak membantu penelusuran."),
            Option("Pengirim surat.", "Pengirim diperlukan untuk menjawab surat.", key=True),
        ),
        explanation="Catatan surat masuk dipakai untuk menelusuri dan menjawab surat.",
    ),
    Question(
        ItemType.VERDICT,
        "Menurut tata tertib ruang rapat Kabupaten Contoh, minuman boleh dibawa masuk asalkan gelasnya tertutup. "
        "Bolehkah peserta membawa kopi?",
        key=Verdict.BERSYARAT,
        feedback={
            Verdict.BOLEH: "Ada syaratnya: gelas harus tertutup.",
            Verdict.TIDAK: "Tata tertib itu tidak melarangnya.",
            Verdict.BERSYARAT: "Boleh, asalkan gelasnya tertutup.",
        },
        explanation="Tata tertib ruang rapat menyebutkan syaratnya.",
    ),
    Question(
        ItemType.ORDERING,
        "Urutkan langkah meminjam ruang rapat.",
        options=(
            Option("Memeriksa jadwal ruang.", "Pertama, pastikan ruangnya kosong."),
            Option("Mengisi formulir peminjaman.", "Formulir diisi setelah ruangnya pasti kosong."),
            Option("Menunggu persetujuan.", "Persetujuan diberikan atas formulir itu."),
        ),
        explanation="Formulir baru berguna bila ruangnya kosong.",
    ),
    Question(
        ItemType.MATCHING,
        "Jodohkan setiap keadaan dengan fasenya.",
        pairs=(
            LoosePair("Calon belum ditetapkan.", Phase.BEFORE, "Fase Sebelum berakhir dengan penetapan calon."),
            LoosePair(
                "Calon sudah ditetapkan; pemungutan suara belum selesai.",
                Phase.DURING,
                "Fase Selama ada di antara keduanya.",
            ),
            LoosePair("Pemungutan suara sudah selesai.", Phase.AFTER, "Fase Sesudah dimulai setelah pemungutan suara."),
        ),
        explanation="Fase ditandai oleh penetapan calon dan pemungutan suara.",
    ),
)
