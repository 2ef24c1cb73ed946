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
teman: temen tmn nemenin temenin nemani nemenin
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
datang: dateng ngedatengin dtg
arak: ngarak ngarakin
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
lihat: liat ngeliat liatin ngeliatin
ingat: inget ingetin ngingetin
ketahuan: ketauan
habis: abis
kapan: kpn
sampai: smpe smpai nyampe
bisa: bs bsa
harus: hrs
padahal: pdhl
langsung: lgsg lsg
mungkin: mgkn
memang: emg emang
punya: pny
kemarin: kmrn
bapak: bpk
jalan: jln
tanggal: tgl
kampanye: kmpnye kampany
calon: caln clon
pilih: plih
dukung: dukng
siap: syap
kirim: krm
nomor: nmr
istirahat: istrahat
tampak: keliatan kelihatan
bayar: dibayarin
tari: nari
samar: nyamar nyamar2
dekat: deket deketin ngedeketin
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
cuma cuman hanya pun tsb ataupun maupun meski meskipun walau walaupun cukup bolehin salahkah bahayakah nge kapan dah
kayaknya rupanya sebenarnya emang emangnya gara aturan aturannya kemana dimana dll
"""

# Words that tell little, because they go with any act, or say who acts.
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
kepala dinas negara instansi info cari waktu masa jelang acara tim kantor suka kata empat lima enam tujuh delapan
sembilan puluh ratus digital modal kabar rt rw aman aktif pribadi keliling lokasi rame ramai sebentar bentar berhenti
henti duduk berdiri hadap luas guru dosen camat lurah staf kadis kepsek sekda sopir bidan dokter perawat satpol dishub
kabid kasi kabag rsud negeri operator bendahara ketua anggota ajudan rekan atasan bawahan pimpinan
"""

# Words by which a rule of a special case differs from the general one.
_CASE_WORDS = "suami istri kerabat bakal honorer desa tni polri petahana pppk pribadi"

# Words that place a question in an election.
_ELECTION_WORDS = """
calon pilkada kampanye timses coblos tps kpps pps ppk panwascam pantarlih partai bawaslu kpu golput pilih relawan
netral petahana bupati deklarasi kolomkosong pemilu dukung saksi psu cltn jurkam usung caleg capres cawapres
legislatif presiden pilpres pileg terpilih pilkades menang visimisi bedapilih alatperaga bansos panwas rapatumum
twibbon bakal pemenangan panelis kelingking lantik sipol kader panwaslu pkd ptps demokrasi mandat anonim hakpilih
suratsuara adhoc nomorurut kandidat skb massa tunggal tinta jago periode penetapan jari posko kubu bilik catut
perseorangan kemenangan hoaks orasi simpatisan langgar akunpalsu jarijempol pose nonjob
"""

# What means the same: the first word stands for every phrase behind it.
_SAME = """
calon = kontestan, peserta pilkada, paslon, pasangan calon, pasangan bakal calon, kandidat, cabup, cagub, cawabup
calon = cawagub, cawalkot, cawali, cawawali, cakada, cawakada, calon bupati, calon gubernur, calon wali kota
calon = calon walikota, calon walkot, calon wakil bupati, calon wakil gubernur, calon wakil wali kota
calon = calon wakil walikota, calon kepala daerah, calon kada, calon pilkada, nyabup, nyagub, nyawalkot
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
timses = tim ses, tim hore, barisan pendukung, tim relawan, tim sukses, tim pemenangan, tim kampanye, tim pendukung
timses = tim paslon, tim calon, tim cabup, tim bakal calon, team sukses, tim suskses, team pemenangan, tim kandidat
timses = orangnya calon, tim independen
medsos = facebook, fb, efbi, pesbuk, instagram, ig, insta, tiktok, tik tok, twitter, threads, youtube, yt, yutub
medsos = snackvideo, media sosial, sosmed, socmed, sosial media, medos, sosmet
whatsapp = wag, wa, watsap, whatsap, wasap
caleg = calon legislatif, bacaleg, nyaleg, calon dpr, calon dprd, calon dpd, calon anggota dprd, calon anggota dpr
caleg = anggota dewan, anggota dprd, anggota dpr
capres = calon presiden, nyapres, bacapres
cawapres = calon wakil presiden, bacawapres
pilpres = pemilihan presiden
pileg = pemilihan legislatif, pemilu legislatif
pemilu = pemilihan umum
like = laik, suka, love, jempol, tanda suka, tanda hati, tanda love, lope, ngelove, likes, ketuk dua kali
like = kasih hati, tombol suka, heart, ngeheart, tap love, tap tap, kasih love, kasih jempol, pencet like
like = pencet jempol, klik suka
share = repost, forward, fwd, retweet, reshare, sebar, sebar luas, kirim ulang, unggah ulang, posting ulang, sher
share = forwad, bagikan unggahan, bagikan konten, bagikan postingan, bagikan video, bagikan ulang, bagikan link
komentar = komen, comment, koment, nyinyir, komentarin, mengomentari
unggah = upload, aplod, posting, postingan, unggahan, post, mosting, aplot, uplod, majang foto, pajang foto
follow = folow, mengikuti akun, ngikutin akun, ikuti akun, subscribe, followers, subscriber, subcribe, pollow
gabung = join, masuk grup, dimasukkan grup, ikut grup, dimasukin grup
hadir = nongol, nimbrung, menghadiri, ngehadirin
komunitas = paguyuban, forum, perkumpulan, klub
foto = fotbar, potoan, selfie, swafoto, wefie, potret, jepret, selpi, groufie, selfi, foto bareng, foto bersama
pose = gaya foto, gaya jari, bergaya, acung, simbol jari, tanda jari, kode jari, angka jari, salam jari
pose = simbol tangan, kode tangan, gaya tangan, gaya
spanduk = banner, baner, mmt, sepanduk
stiker = sticker
baliho = billboard
kaus = kaos, tshirt
alatperaga = alat peraga, apk, atribut kampanye, bahan kampanye
selebaran = brosur, leaflet, pamflet, flyer, famplet
uang = saweran, sangu, uang saku, uang transport, uang transpor, uang bensin, uang rokok, ongkos, receh, duit
uang = amplop, fulus, doku, angpau, angpao, uang tunai, rupiah
sembako = beras, minyak goreng, mi instan, mie instan, gula
coblos = coblosan, contreng, nyontreng, hari pencoblosan, hari coblosan, pemungutan suara
tps = tempat pemungutan suara
suratsuara = surat suara, kertas suara, surat coblosan, kertas coblosan, kertas coblos
honorer = thl, gtt, ptt, ppnpn, guru honor, pegawai honor, tenaga honor, tenaga honorer, outsourcing, tenaga kontrak
honorer = pegawai tidak tetap, tenaga harian lepas, tekon, non asn, nonasn, bukan asn, non pns, pegawai honorer
tni = tentara, babinsa, koramil, kodim, dandim, danramil, prajurit, aparat tni, anggota tni
polri = polisi, bhabinkamtibmas, bhabin, polsek, kapolsek, kapolres, polres, polda, brimob, anggota polri
kerabat = bapak saya, bapakku, ibu saya, ibuku, anak saya, anakku, ayah saya, ayahku, mama saya, papa saya
kerabat = orang tua saya, orang tua, orangtua, ortu, om, tante, paman, bibi, bude, pakde, keponakan, sepupu, ipar
kerabat = mertua, menantu, kakek, nenek, besan, abang, kakak, adik, saudara, famili, sanak, cucu
hadiah = bingkisan, parsel, kado, hampers, suvenir, souvenir, cendera mata, oleh oleh, pemberian, buah tangan
fasilitas = ruang kelas, ruang rapat, ruang kantor, halaman kantor, aula, gedung, balai desa, balai, pendopo, gor
fasilitas = printer, proyektor, lcd, infocus, genset, wifi, internet
nakes = dokter, bidan, perawat, tenaga kesehatan, tenaga medis, medis
murid = siswa, mahasiswa, santri, pelajar, anak didik, peserta didik, anak sekolah
hina = menghina, jelek, kasar, hujat, caci, maki, cela, mencela, ejek, mengejek, olok, cemooh, jelekin, menjelekkan
hina = serang
dukung = satu suara, beking, dibekingi, pro, nyokong, bela, membela, support, suport, sokong, jagokan, jagoin
dukung = menangin, memenangkan, menangkan, memihak, berpihak, keberpihakan, condong, berat sebelah, ngedukung
kampanye = kampanyein, ngampanye, berkampanye
tunggal = calon tunggal, satu calon, calon satu, calon cuma satu, cuma satu calon, calon hanya satu, satu paslon
tunggal = paslon satu, calonnya satu
antre = antri, antrian, antrean, ngantri
tanda pengenal = name tag, nametag, id card, idcard, kartu pegawai
netral = netralitas, kenetralan
massa = orang banyak, kerumunan
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
panwascam = panwaslu kecamatan, panwas kecamatan, panwaslucam
fotoprofil = foto profil, pp, dp, profil wa, profile picture, foto akun, gambar profil
penjabat = pj, pjs, penjabat sementara, plt, pelaksana tugas
psu = pemungutan suara ulang, coblos ulang, coblosan ulang, coblos lagi, pilih ulang, pemilihan ulang, pilkada ulang
psu = pilkada diulang
golput = tidak memilih, tidak nyoblos, tidak mencoblos, tidak ke tps, tidak datang ke tps, tidak ikut nyoblos
golput = tidak ikut memilih, tidak ikut mencoblos, tidak usah nyoblos, tidak usah memilih, tidak gunakan hak pilih
golput = tidak menggunakan hak pilih, abstain
nomorurut = nomor urut, nomor paslon, nomor calon, no urut
walimurid = wali murid, orang tua murid, orang tua siswa, ortu murid, wali siswa, orangtua murid
hakpilih = hak pilih, hak suara
adhoc = ad hoc
mobildinas = mobil dinas, mobil plat merah, kendaraan dinas, motor dinas, randis, kendaraan kantor, mobil kantor
mobildinas = mobil pelat merah, plat merah, pelat merah
nonjob = non job, copot, demosi, turun jabatan
hp = handphone, hape, ponsel, telepon genggam, smartphone
rapatumum = rapat umum, kampanye akbar, kampanye terbuka
visimisi = visi misi, visi dan misi
akunpalsu = akun palsu, akun fake, fake account, akun fiktif, akun bodong, akun kloningan, akun samaran, akun kedua
akunpalsu = second account, akun anonim, akun bayangan, akun alter, fb palsu, facebook palsu, ig palsu
akunpalsu = instagram palsu, medsos palsu, tiktok palsu, fb fake, akun lain, identitas palsu, nama palsu
anonim = anonymous, tanpa nama, tanpa identitas, nama samaran, surat kaleng, rahasiakan nama, rahasiakan identitas
anonim = sembunyikan nama, nama disembunyiin, nama dirahasiakan, sembunyi nama
bedapilihan = beda pilihan, berbeda pilihan, salah pilih, lain pilihan, sehaluan, sejalan, pilihan politik
bedapilihan = tidak memilih calon, tidak milih calon, tidak memilih dia, tidak dukung, tidak mendukung, pilih lain
bedapilihan = satu pilihan, pilih lawan, memilih lawan, pilih calon lain, pilih yang lain, dukung lawan
bedapilihan = pendukung lawan, milih calon lain
bendera = umbul umbul, umbul
jarijempol = dua jari, satu jari, tiga jari, jari telunjuk
debat calon = debat kandidat, debat publik
jabatan = eselon
tenggat = batas waktu, deadline, tenggang
narasumber = narsum, pemateri, pembicara, ngisi materi, isi materi, isi acara
"""

# What is often said for something near it, or for a part of it: words of questions, and words of rules.
_NEAR = """
whatsapp telegram cuit > medsos
status story reels feed snap konten > unggah medsos
tagar hashtag trending konten > kampanye medsos
chanel channel > akun
spanduk baliho stiker poster bendera selebaran kalender pin gantungan backdrop topi rompi twibbon > alatperaga
alatperaga > spanduk baliho
bendera kalender poster selebaran > stiker spanduk
uang sembako kaus sarung jilbab mukena voucher pulsa transfer > hadiah
uang sembako > politikuang
bayar dibayar upah gaji > honor
politikuang > uang
bini bojo > istri
pacar tunangan > pasangan
ayah ibu mama papa ortu > kerabat keluarga
endorse jago pihak > dukung
tunggal > kolomkosong
keluarga > kerabat
kerabat > keluarga
nakes > tugas layan
hadiah > politikuang
pilih > dukung tps suara
terpilih > menang
coblos > pilih tps suara
rapatumum > kampanye
camat lurah kadis kepsek sekda kaban kabid kabag bos > atasan pimpinan pejabat
kadis > kepala
camat lurah > pejabat
staf guru honorer karyawan > bawahan
guru dosen ustaz pengajar > guru
walimurid > murid guru
sekolah kampus kuliah ngajar ajar > kelas
lurah > kelurahan
kawal ngawal kawal amankan > saksi jaga
mandat > saksi
atur ngatur > tugas
satpol satpolpp dishub lalin ambulans > tugas
lalin > lalu
loket puskesmas pasien urus > layan
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
fotoprofil > foto unggah
angkot motor mobil truk sepeda helm > kendaraan
salur distribusi sebar drop > bagi
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
nyinyir sindir > hina
semangat emoji emot puji > komentar
takut tekan intimidasi paksa > ancam
geser lempar rotasi rolling > mutasi
ganti > mutasi
pindah > mutasi
pecat > nonjob
naik angkat > promosi
perpanjang > kontrak
print cetak anggaran > fasilitas
mobildinas > fasilitas
jarijempol telunjuk salam metal peace acung jempol > jari pose
tinta kelingking ungu jari > tinta
kelingking > jari
bilik > tps
kertas > suratsuara
berhenti keluar > mundur
daftar > daftar
nik > ktp catut
sopir satpam kontrak > honorer
aparat tni > polri
aparat polri > tni
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
CASE_WORDS = frozenset(_CASE_WORDS.split())
ELECTION_WORDS = frozenset(_ELECTION_WORDS.split())
SPELLINGS = {variant: word for word, variant in _pairs(_SPELLINGS, ":")}
SAME = tuple((phrase, word) for word, phrase in _pairs(_SAME, "=", ","))
NEAR = tuple((word, near) for words, near in _pairs(_NEAR, ">") for word in words.split())
