"""Root words that begin or end like an affix, or whose first letter melts into one: the dictionary of stems.py.

A word is here where the plain rules would cut it wrongly or cannot know its first letter; others need no entry.
"""

# Whole words, of which no letter is an affix.
_WHOLE = """
    abadi acara agama ajukan akhir akuntan aman amplop anggaran antrean arahan asing asisten atasan bahan balikan
    bangku banjir bayi belanja belanda beli benar bendera bensin berani beras berapa berat berhala berita berkas
    bersih berubah betul bimbingan bukan bukti bulan bupati camat cari cerai daftar dapat dekan demokrasi demosi
    deklarasi demonstrasi dendam denda dengan depan desa desain diam didik digital diklat dilema dinas dingin diploma
    direksi direktur diri disiplin diskriminasi diskualifikasi diskusi divisi dosen edaran ekspresi emosi fraksi ganti
    gaji hakim harian harus hati himbauan hormati humas ijazah ikan ikatan imbauan imunisasi indonesia informasi
    insentif instansi instruksi interaksi intimidasi inspeksi istri izin janji jabatan jalan jangan jari kabupaten
    kacamata kader kadi kami kampanye kampung kamu kandidat kantin kantor kapan kapasitas karyawan kasi kasus katering
    kawan kebun kecamatan kecil kelas kelurahan keluarga kemarin kembang kembali kemeja kenapa kendaraan kepala
    keranjang keras kerabat kerja kering kertas kesan ketik ketua kewajiban khusus klarifikasi kolom komunikasi
    kondisi konfirmasi konsultan konsultasi konstitusi korupsi koordinasi kota kotak kuliah kursi laku langkah
    lapangan lawan legalisasi legislatif lembur lingkungan lokasi madrasah makanan malam mandat masalah masyarakat
    mata materai materi maternitas media medis medsos mekanik melahirkan melati menang menantu mendagri mengerti menit
    menpan menpanrb menteri mentah mentor merah merek merit mertua mesin mesjid meski mewah milik mobil mobilisasi
    motor narasi negara negeri nikah nota operasi organisasi orientasi pakaian panggung panitia pantau partai partisi
    pasangan pasien pecat pegawai pejabat pekan pelan peluang pemda pemerintah pemilu pemkab pemkot pemprov pemuda
    penjabat penjara pensiun pensi penting penuh per perabot perah peran perang perangkat perawat percaya perempuan
    pergi peri perihal perilaku peristiwa perlu permen permisi pernah persen pertama pertamina perumahan pesan pesta
    petahana petani petugas pidana pilkada pimpin polisi politisi politik posisi posko potensi prajurit prestasi
    pribadi prioritas privasi produksi profesi promosi protokol provinsi provokasi publikasi puskesmas reaksi regulasi
    rekomendasi rekan relawan religi rotasi saksi salah sanksi satgas satpam satuan sebab sebut sedekah sedih segar
    sehat sejarah sekcam sekda sekdes sekolah sekretaris seksi selamat selamatan selancar seleksi seling selfie
    selebaran sembako semester seminar sempat senam senang sendiri sengaja sengketa seni senin senjata sepakbola
    sepatu sepeda seragam serang serangan serikat sering serius serta sertifikasi setara setuju sewa siaran simpati
    simulasi situasi sosialisasi status stiker sumbangan suami surat swafoto tahapan tangan tanpa tarian tekan tempat
    tempel tenaga tentara terakhir terang teras terbit terima teriak termin terbang ternak tertib terompet terus
    terusan toko tradisi transaksi transisi tukin twibbon ujian undangan upah urutan vaksinasi wakil walikota wartawan
    warung wilayah absensi administrasi afiliasi aparatur apresiasi aspirasi dokumentasi donasi edukasi evaluasi
    fasilitas fasilitasi honorer identifikasi identitas industri kolaborasi kompensasi kontribusi kritisi lowongan
    mediasi mutasi negosiasi rekreasi resepsi resmi royalti sayembara sekutu sertijab sosial teliti verifikasi visi
    komisi misi delegasi disposisi distribusi disabilitas disertasi diskon disket domisili alumni amunisi bakti budi
    cuci cuti dasi erosi gizi kaji kopi lari lobi nasi padi pagi peti polri puji ramai rugi sapi saudari sepi sisi
    siti suci tari teri tni topi uji ambisi esai ilusi iri lagi mimpi nanti sakti sendi bagaimana beasiswa beda bela
    belajar belakang belum bencana bendahara benih bersama besar besok didesa dimana dini disana disini kemana kemari
    keponakan keramas kerap kesal ketan keju kejar kekar celana kerah percuma peraturan perintah terlambat sekali
    sekarang selalu selama selain selesai seluruh semua semangat seperti sesuai setelah setiap sesudah sebelum selasa
    rabu kamis perdes perbup perda pergub perwali permendagri terminal terapi terapis temu teman tetap tetangga tes
    lain kaos kain main yakin ingin angin batin admin kabin lilin vaksin asin latin doktrin miskin mungkin kawin bikin
    plugin login penguin aturan bantuan makan minum tahan tekanan proses konsul ambulans keuchik geuchik petinggi
    perbekel ulangan independen perorangan kuota kulkas komunitas merchandise dispenser sedulur dulur preferensi
    rangkap rombongan kerahasiaan pelatih penyaji seruangan mobilisir pengantin elektabilitas bintara pemdes
    pemerintahan sosmed instruktur intel komisioner rakor bimtek rakerda
"""

# Words whose first letter melts into an affix or is hidden by it: meng- and k, men- and n, mem- and m, meny- and c.
_MELTING = """
    kabar kaca kacau kait kaitan kalah kali kampanye kandung kantong karang kasih kata kawal kebut kecam kecewa kejar
    kelola keluar keluh kemas kembang kenal kenan kendali kendara kepung kerah kering keroyok kesan ketahui keterang
    ketik ketuk khianat khawatir kibar kibul kira kirim kisah klaim klik koleksi komando komentar komen kondisi konsep
    konsumsi konversi koordinir koreksi korban kritik kritisi kuasa kuat kumpul kunci kuncur kunjung kupas kurang
    kuras kursus kutip kutuk naik nama nanti nasehat nasihat nafkah nikah nikmat nilai niat nyala nyanyi nyaman nyata
    obrol noda nobat nista masuk mulai minta minat mohon muat mundur musuh mutakhir maaf maju makan makna makin main
    manfaat mandat marah masak menang mimpi minum muda mual muka mufakat murung musnah catat calon coblos coba contek
    cari copot cicil cabut campur cuci cukur contoh curi culik cetus caleg capres cebok salah saksi sadar sambut
    sampai sapa sebar sebut sedia selam selesai selip selundup semangat sembunyi seru serah serang setor setir siap
    siar siksa simak simpan sindir singgung sogok sokong solusi sosialisasi suap suara suka sukses sulit sumbang
    sumpah suruh susun susul susup sorak sita silaturahmi senang siram pakai pamer panggil pandu paksa pantau parkir
    pasang pasti pengaruh percaya perbaharui periksa perintah peringat perkara pesan pidato pihak pikir pilih pilah
    pimpin pinjam pindah pisah potong potret puji pukul pulang pungut putus pajang pelihara peroleh penuh posting post
    tabung tahan tahu tambah tampil tampung tanam tandatangan tanda tandai tangis tanggap tanggung tanya taruh tari
    tarik tawar tebar tegur tekan telepon teliti tembak tempat tempel tentu terima tertib teror terus tim timbang
    tinggal tindak tipu titip tokoh tolak tolong tonton topang tugas tuduh tujuk tukar tulis tunda tunjuk tunggu
    tuntut turun turut tutup tuntun ajak ajar ajang alih ambil ancam antar angkat anggap arah atur awas ekspos ikut
    ikrar imbau imbal incar ingat inap intimidasi isi izin ubah ucap ulang umum undang undur unggah unduh untung urus
    urut usul usir usung utus ujar uji aku akui adu ada apel ambulans ayom iklan iming like share follow upload repost
    endorse tag mention live download forward chat japri add join vote edit screenshot proses konsul tayang sebarluas
    gertak bully ledek umpat rendah cepu bongkar ungkap usut rayu pendam depak lengser spill korek celetuk sahut nyaru
    rekrut rangkap cantum rombong blokir block mute report scroll subscribe unfollow stalking spam
"""

# Words that end like a suffix of their own stem: in k before -an, in i, in n.
_ENDING = """
    berangkat bertahan bawahan halaman petunjuk pesisir cek tegak kecuali kemudi kosong kukuh kepal kabur kipas
    nomor periode kelingking kelompok keliru perahu sebelah pelosok pendopo bijak jajak jejak patok bisik blusuk
    gunung esok tanjak tumpuk rekapitulasi integrasi revisi capai syarat himpun jamu acung senior sepupu sekretariat
    seremonial segera sementara risiko rekam kena mati sisip selip beritahu keliling kerudung koordinator kebun
    kelola sederhana sekadar selaras setia seimbang sejumlah sekitar sebuah kontrak konvoi simpatisan masuk abstain
    kemudian percakapan percaya terkait terapi akses pantau deret rencana mendung lebaran terpilih pemilihan print
    scan spam send call game lantik tarik didik baik balik cetak gerak tolak tembak masak rusak banyak pihak layak
    pajak acak lacak letak tunjuk duduk bentuk unjuk petik detik tampak nampak gelak jebak rombak kotak bujuk rujuk
    sibuk pukul peluk gebuk tepuk asik asyik unik panik publik politik kritik catut galang dukung hitung klik cubit
    sodok dobrak desak injak bagi beri jadi tadi gali kali mandi nyanyi bunyi benci tinggi puji lari ganti gaji rapi
    jahit komisi sanksi ikat lambat cepat sulit mudah hadir hadap undang bantu serta orang seorang perseorangan
    teriak sebar kumpul rugi untung bocor kembali simpul taruh titip sumbang tambah pilih cabut duga tuduh bohong
    dusta palsu sah pamit ijin adik anak ayah ibu paman kakak nenek kakek cucu antri antre pulang pesan sungkan
"""

ROOTS = frozenset((_WHOLE + _MELTING + _ENDING).split())
