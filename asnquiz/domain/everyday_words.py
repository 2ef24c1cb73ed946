"""What people type for what rules say, for any pack: spellings, words that tell nothing or little, and words alike.

Words that only one rule means belong to that rule's `words` in the pack.
"""

# The word as it is written, and how it is typed.
_SPELLINGS = """
tidak: gak ga nggak ngga enggak engga gk ngk tdk tak kagak ndak ndk tdak nda kaga gaboleh gabisa
dengan: dgn dg sama sm ama bareng brg dengn
untuk: utk buat bwt tuk
yang: yg yng
saya: sy gue gw gua ane aq
karena: krn karna gegara
sudah: sdh udh dah udah
belum: blm blom
boleh: bole blh bolh
bagaimana: gimana gmn bgmn gmana
kalau: klo kalo klu kl klau kalaw
dalam: dlm
pada: pd
saja: aja aj sj ajah
orang: org
teman: temen tmn
foto: poto photo fhoto
grup: group grub grp
istri: isteri istry
dari: dr
juga: jg
jadi: jd
seperti: kayak kyk
dapat: dpt dapet
beri: kasih kasi ngasih ngasi dikasih dikasi kasihin ngasihin
kantor: ktr kntr
masuk: msk
sosialisasi: mensosialisasikan disosialisasikan
pppk: p3k
bilang: blg ngomong omong ngomongin
siapa: sapa
mengapa: knp
sekarang: skrg skrng
banyak: byk bnyk
hari: hr
tahun: thn
bulan: bln
keluarga: klrg
kecamatan: kec
diam: diem mingkem
datang: dateng dtg
dengar: denger dengerin
malam: malem
pakai: pake dipake
benar: bener
balas: bales
antar: anter nganter nganterin
suruh: nyuruh nyuruhin
tetap: tetep ttp
telanjur: terlanjur kadung
saudara: sodara
mantan: eks
sebelum: sblm
sesudah: ssdh
dukung: dukunag dkung
nomor: nomer no nmr
tahu: tau
tampak: keliatan kelihatan
bayar: dibayarin
tari: nari
samar: nyamar nyamar2
deket: dekat
takut: nakut nakutin
ancam: ngancem ancem
lama: ngelama ngelamain
kaus: kaos
"""

# Words that tell nothing of what is asked.
_STOP_WORDS = """
a ada adalah agar akan aku anda antara apa apakah apabila apalagi atau bagaimana bagi bahwa banget bgt bapak berapa
bila bisa boleh bolehkah bu cara contoh dalam dan dapat dari deh demi dengan di dia dibolehkan diperbolehkan
memperbolehkan dong doang dulu gitu gini ia ialah ini itu jadi jika juga kah kalau kami kamu kan karena kata ke kena
kenapa kepada ketika kita kok lagi lah lalu loh lho maka mana mau memang mengapa menjadi mereka min mohon namun nih
nya oleh orang pada padahal pak para pas per perlu perlukah saat saja sambil sampai saya sebagai sebuah secara sedang
sehingga sekali selaku semua seorang seperti serta si sih situ suatu sudah supaya biar tapi tp tentang ttg terhadap
termasuk ternyata tersebut tetapi tidak tolong tuh untuk waktu ya yaitu yang yuk mas mbak kak gan bro sis jangan
bahaya gapapa larangan dilarang melarang dibolehin diizinkan terlarang wajib wajibkah apaan siapa sanksi sangsi
hukuman dihukum asn pns cpns pegawai negeri sipil abdi halo assalamualaikum pagi siang sore terus trus lantas langsung
cuma cuman hanya pun tsb ataupun maupun meski meskipun walau walaupun cukup bolehin salahkah bahayakah dah kayaknya
rupanya sebenarnya emang emangnya gara aturan aturannya kemana dimana dll
"""

# Words that tell little, because they go with any act.
_WEAK_WORDS = """
ajak ambil anggap baca bantu banyak baru bareng beberapa bentuk besar bekerja beri bilang bikin buka cerita datang
dekat depan diri dua belakang begitu biasa ganti guna habis harus hasil ikut ingin ingat isi jalan jam kasus kecil
kejadian keluar kemarin kerja tahu temu kirim kondisi kurang lain lanjut lewat libur lihat luar lupa main malam
masalah masih masuk mendadak menit milik minggu minta mirip muka mulai nama nanti nunggu nyata olah pakai paksa paling
panggil pasti pegang penting pergi pernah punya pura rapi rencana rumah sadar sana sebelah sebelum sekarang selalu
selesai selama sempat sendiri senang sengaja sering sesudah setelah setiap siap sibuk simpan sini soal suruh susah
tadi takut tambah tampil tampak tanggal tanggung taruh teman tempat telepon tentu terima tertentu terlalu tetap tiap
tiba tinggal tulis tunggu turut usah satu tiga sekadar coba dalih alasan kebetulan butuh kira pikir rasa maksud akhir
awal arti atas bawah baik buruk benar bukan cepat cocok kadang lumayan mungkin perintah pinjam posisi hapus utama
yakin orang warga tetangga bersama lagi bulan tahun hari jawab beda batal terpaksa diundang undangan tanya sekitar
buru mampir kebawa lalu tawar ayo udara tuju temui omel kumpul balik nempel tempel ketemu ada anak kota kabupaten
kepala dinas negara instansi info cari waktu masa jelang acara tim kantor suka kata
"""

# Words that place a question in an election.
_ELECTION_WORDS = """
calon pilkada kampanye timses coblos tps kpps pps ppk panwascam pantarlih partai bawaslu kpu golput pilih relawan
netral petahana bupati deklarasi kolomkosong pemilu dukung saksi psu cltn jurkam usung caleg capres cawapres
legislatif presiden pilpres pileg terpilih pilkades menang visimisi bedapilih alatperaga bansos panwas rapatumum
twibbon bakal pemenangan
"""

# What means the same: the first word stands for every phrase behind it.
_SAME = """
calon = paslon, pasangan calon, pasangan bakal calon, kandidat, cabup, cagub, cawabup, cawagub, cawalkot, cawali
calon = cawawali, cakada, cawakada, calon bupati, calon gubernur, calon wali kota, calon walikota, calon walkot
calon = calon wakil bupati, calon wakil gubernur, calon wakil wali kota, calon wakil walikota, calon kepala daerah
calon = calon kada, calon pilkada, nyabup, nyagub, nyawalkot
bakal calon = balon, bacalon, bacabup, bacagub, bacawabup, bacawagub, bacawalkot, bacawali, bacakada, bakal cabup
bakal calon = bakal cagub, bakal cawalkot, bakal paslon, bapaslon, balonbup, balongub, balon bupati, balon gubernur
bakal calon = balon walikota, balon walkot, balon wali kota, bakal calon bupati, bakal calon gubernur
bakal calon = bakal calon wali kota, bakal calon walikota, bakal calon walkot, bakal calon wakil bupati
bakal calon = bakal calon wakil gubernur, bakal calon wakil walikota, bakal calon wakil wali kota
bakal calon = bakal calon kepala daerah
bupati = walikota, wali kota, walkot, gubernur, kepala daerah, wabup, wagub, wawali, wakil bupati, wakil gubernur
bupati = wakil wali kota, wakil walikota, kada, pemimpin daerah
pilkada = pemilihan, pemilihan kepala daerah, pemilihan bupati, pemilihan gubernur, pemilihan walikota, pilbup
pilkada = pilgub, pilwalkot, pilwako, pilwali, pemilukada, pilkadal
petahana = incumbent, inkumben
timses = tim sukses, tim pemenangan, tim kampanye, tim pendukung, tim paslon, tim calon, tim cabup, tim bakal calon
timses = team sukses, tim suskses, team pemenangan, tim kandidat, orangnya calon, tim independen
medsos = media sosial, sosmed, socmed, sosial media, medos, sosmet
facebook = fb, efbi, pesbuk
instagram = ig, insta
whatsapp = wa, watsap, whatsap, wasap
youtube = yt, yutub
twitter = cuit, cuitan
caleg = calon legislatif, bacaleg, nyaleg, calon dpr, calon dprd, calon dpd, calon anggota dprd, calon anggota dpr
caleg = anggota dewan, anggota dprd, anggota dpr
capres = calon presiden, nyapres, bacapres
cawapres = calon wakil presiden, bacawapres
pilpres = pemilihan presiden
pileg = pemilihan legislatif, pemilu legislatif
pemilu = pemilihan umum
like = laik, suka, love, jempol, tanda suka, tanda hati, tanda love, lope, ngelove, likes, ketuk dua kali
like = kasih hati, tombol suka
share = repost, forward, fwd, retweet, reshare, sebar, sebar luas, kirim ulang, unggah ulang, posting ulang, sher
share = meneruskan, forwad, bagikan unggahan, bagikan konten, bagikan postingan, bagikan video, bagikan ulang
share = bagikan link
komentar = komen, comment, koment, nyinyir, komentarin, mengomentari
unggah = upload, aplod, posting, postingan, unggahan, post, mosting, aplot, uplod, majang foto, pajang foto
follow = folow, mengikuti akun, ngikutin akun, ikuti akun, subscribe, followers, subscriber, subcribe, pollow
gabung = join, masuk grup, dimasukkan grup, ikut grup, dimasukin grup
foto = selfie, swafoto, wefie, potret, jepret, selpi, groufie, selfi, foto bareng, foto bersama
pose = gaya foto, gaya jari, bergaya, acung, simbol jari, tanda jari, kode jari, angka jari, salam jari
pose = simbol tangan, kode tangan, gaya tangan, gaya
spanduk = banner, baner, mmt, sepanduk
stiker = sticker
baliho = billboard
kaus = kaos, tshirt
alatperaga = alat peraga, apk, atribut kampanye, bahan kampanye
selebaran = brosur, leaflet, pamflet, flyer, famplet
uang = duit, amplop, fulus, doku, angpau, angpao, uang tunai, rupiah
sembako = beras, minyak goreng, mi instan, mie instan, gula
coblos = coblosan
tps = tempat pemungutan suara
suratsuara = surat suara, kertas suara, surat coblosan, kertas coblosan, kertas coblos
honorer = thl, gtt, ptt, ppnpn, guru honor, pegawai honor, tenaga honor, tenaga honorer, outsourcing, tenaga kontrak
honorer = pegawai tidak tetap, tenaga harian lepas, tekon, non asn, nonasn, bukan asn, non pns, pegawai honorer
kades = kepala desa, kuwu, kepdes
perangkatdesa = perangkat desa, pamong desa, aparat desa, aparatur desa, staf desa, pegawai desa, sekdes
perangkatdesa = sekretaris desa, kaur, kasi desa, kadus, kepala dusun, kaling
cltn = cuti di luar tanggungan negara, cuti luar tanggungan, cuti diluar tanggungan negara, cuti diluar tanggungan
mundur = resign, pengunduran diri, mengundurkan diri, undur diri, ngundurin diri, surat mundur
mundur = surat pengunduran diri, undur
kolomkosong = kolom kosong, kotak kosong, kolong kosong
hoaks = hoax, hoak, berita bohong, kabar bohong, berita palsu, kabar palsu, berita hoaks, info palsu, berita hoax
bansos = bantuan sosial, blt, pkh, bantuan langsung tunai, bantuan pangan
partai = parpol, partai politik
kpps = petugas tps, panitia tps
jurkam = juru kampanye
kadis = kepala dinas
kepsek = kepala sekolah
atasan = pimpinan, bos, boss
bawahan = anak buah
fotokopi = fotocopy, foto copy, foto kopi, potokopi, poto copy, photocopy, potocopy
ktp = e-ktp, ektp, kartu tanda penduduk
perseorangan = independen, jalur perseorangan, jalur independen
wawancara = interview, interviu
tandatangan = tanda tangan, ttd, teken
politikuang = politik uang, money politic, money politics, money politik, serangan fajar
penjabat = pj, pjs, penjabat sementara, plt, pelaksana tugas
psu = pemungutan suara ulang, coblos ulang, coblosan ulang, coblos lagi, pilih ulang, pemilihan ulang, pilkada ulang
psu = pilkada diulang
hakpilih = hak pilih, hak suara
adhoc = ad hoc
mobildinas = mobil dinas, mobil plat merah, kendaraan dinas, motor dinas, randis, kendaraan kantor, mobil kantor
mobildinas = mobil pelat merah, plat merah, pelat merah
nonjob = non job, copot, demosi, turun jabatan
hp = handphone, hape, ponsel, telepon genggam, smartphone
rapatumum = rapat umum, kampanye akbar, kampanye terbuka
visimisi = visi misi, visi dan misi
akunpalsu = akun palsu, akun fake, fake account, akun fiktif, akun bodong, akun kloningan, akun samaran, akun kedua
akunpalsu = second account, akun anonim, akun bayangan, akun alter
anonim = anonymous, tanpa nama, tanpa identitas, nama samaran, surat kaleng, rahasiakan nama, rahasiakan identitas
anonim = sembunyikan nama, nama disembunyiin, nama dirahasiakan, sembunyi nama
bedapilihan = beda pilihan, berbeda pilihan, salah pilih, lain pilihan, sehaluan, sejalan, pilihan politik
bedapilihan = tidak memilih, pilih lain, pilih calon lain, pilih yang lain, dukung lawan, pendukung lawan
bedapilihan = milih calon lain
bendera = umbul umbul, umbul
jarijempol = dua jari, satu jari, tiga jari, jari telunjuk
debat = debat publik, debat kandidat, debat calon, debat terbuka
jabatan = eselon
tenggat = batas waktu, deadline, tenggang
narasumber = narsum, pemateri, pembicara, ngisi materi, isi materi, isi acara
"""

# What is often said for something near it, or for a part of it: words of questions, and words of rules.
_NEAR = """
facebook instagram whatsapp youtube twitter tiktok telegram threads > medsos
status story reels feed snap konten > unggah medsos
tagar hashtag trending konten > kampanye medsos
chanel channel > akun
spanduk baliho stiker poster bendera selebaran kalender pin gantungan backdrop topi rompi twibbon > alatperaga
alatperaga > spanduk baliho
bendera kalender poster selebaran > stiker spanduk
uang sembako parsel bingkisan hadiah kaus sarung jilbab mukena voucher pulsa transfer > pemberian
uang sembako > politikuang
bayar dibayar upah gaji > honor
politikuang > uang
bini bojo > istri
pacar tunangan > pasangan
om tante paman bibi bude pakde keponakan sepupu ipar mertua menantu kakek nenek besan abang > kerabat keluarga
kakak adik ayah ibu mama papa ortu cucu > kerabat keluarga
dukung bela support jagokan jago endorse menangin pihak sokong > dukung pihak
pilih > dukung tps suara
terpilih > menang
coblos > pilih tps suara
rapatumum > kampanye
camat lurah kadis kepsek sekda kaban kabid kabag bos > atasan pimpinan pejabat
kadis > kepala
camat lurah > pejabat
staf guru honorer karyawan > bawahan
guru dosen ustaz pengajar > guru
murid siswa mahasiswa santri > siswa murid
sekolah kampus kuliah ngajar ajar > kelas
lurah > kelurahan
kawal ngawal kawal amankan > saksi jaga
mandat > saksi
atur ngatur > tugas
satpol satpolpp dishub lalin perawat dokter bidan ambulans > tugas
lalin > lalu
bidan dokter perawat loket puskesmas pasien izin urus > layan
tolak lama lambat sulit > sulit lambat
nonton saksikan simak tonton lihat > tonton
dengar lihat tonton > hadir pasif
hadir datang > hadir
konvoi pawai arak > pawai kampanye
orasi pidato yel sorak > dukung
petahana mantan > bupati calon
bupati > petahana
bakal > calon
maju > calon
caleg capres cawapres presiden legislatif > calon
pilpres pileg pemilu > pilkada
relawan posko komunitas > timses relawan
konsultan pakar ahli survei naskah koordinator > timses
menang > kemenangan terpilih
sumpah > lantik
adu > lapor
panwas panwascam > bawaslu
screenshot tangkapan rekaman > bukti
fitnah sara agama suku hina ujaran provokasi > hoaks
jelek hina kasar serang hujat caci maki cela nyinyir sindir ejek > menghina serang
semangat emoji emot puji > komentar
takut tekan intimidasi paksa > ancam
geser lempar rotasi rolling > mutasi
ganti > mutasi
pindah > mutasi
pecat > nonjob
naik angkat > promosi
perpanjang > kontrak
aula gedung balai wifi printer genset print ngeprint cetak anggaran > fasilitas
mobildinas > fasilitas
jarijempol telunjuk salam metal peace acung jempol > jari pose
tinta kelingking ungu jari > tinta
kelingking > jari
bilik > tps
kertas > suratsuara
antri antrian antrean antre > antrean
berhenti keluar > mundur
daftar > daftar
nik > ktp catut
sopir satpam kontrak > honorer
tentara tni polri polisi babinsa bhabinkamtibmas kodim koramil polsek prajurit aparat > tni polri
kades perangkatdesa bpd > desa
ulang > psu
kpps pps ppk pantarlih coklit > selenggara
gugat sengketa mk > sengketa
pengacara > sengketa
bunga papan karangan iklan > ucap
pesta syukuran makan rayakan selamatan > pesta
bingung ragu konsultasi > tanya ragu
cuek pura tutup > biar diam
nyogok sogok suap > uang
toa masjid > sosialisasi
himbau imbau ajak arah seru > ajak
pemutakhiran > coklit
rahasia sembunyi > rahasia anonim
lewat telat lambat kedaluwarsa > telat
cerita pamer status umum umumin > umum
lantik > lantik
"""


def _pairs(table: str, sign: str, between: str | None = None) -> tuple[tuple[str, str], ...]:
    """Every pair of what stands before the sign of a line and a part of what stands behind it."""
    lines = (line.partition(sign) for line in table.strip().splitlines())
    return tuple((before.strip(), part.strip()) for before, _, behind in lines for part in behind.split(between))


STOP_WORDS = frozenset(_STOP_WORDS.split())
WEAK_WORDS = frozenset(_WEAK_WORDS.split())
ELECTION_WORDS = frozenset(_ELECTION_WORDS.split())
SPELLINGS = {variant: word for word, variant in _pairs(_SPELLINGS, ":")}
SAME = tuple((phrase, word) for word, phrase in _pairs(_SAME, "=", ","))
NEAR = tuple((word, near) for words, near in _pairs(_NEAR, ">") for word in words.split())
