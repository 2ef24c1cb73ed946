"""What people type for what rules say, for any pack: spellings, words that tell nothing or little, and words alike.

Words that only one rule means belong to that rule's `words` in the pack.
"""

# The word as it is written, and how it is typed.
_SPELLINGS = """
tidak: gak ga nggak ngga enggak engga gk ngk tdk tak kagak ndak ndk tdak nda kaga gaboleh gabisa ora teu
tidak: henteu endak ngak kgk tida
dengan: dgn dg sama sm ama bareng brg dengn karo kalih dngn
untuk: utk buat bwt tuk kanggo untk untuak bwat
yang: yg yng sing ingkang
saya: sy gue gw gua ane aq
karena: krn karna gegara
sudah: sdh udh dah udah wis wes uwis sampun udeh
belum: blm blom durung blum belom
boleh: bole blh bolh bolehken boleg
bagaimana: gimana gmn bgmn gmana
kalau: klo kalo klu kl klau kalaw nek klw
dalam: dlm
pada: pd
saja: aja aj sj ajah
orang: org wong urang
teman: temen tmn nemenin temenin nemani kanca konco kancane batur
foto: poto photo fhoto
grup: group grub grp
istri: isteri istry
dari: dr soko saking
juga: jg
jadi: jd dadi
seperti: kayak kyk
dapat: dpt dapet entuk oleh2an dapetin ngedapetin
beri: kasih kasi ngasih ngasi dikasih dikasi kasihin ngasihin dikei dikeki kei maringi ngei ngekei
kantor: ktr kntr
masuk: msk
sosialisasi: mensosialisasikan disosialisasikan sosialisai sosialisi
pppk: p3k
bilang: blg ngomong omong ngomongin ngendiko ngendika
siapa: sapa sopo saha
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
pakai: pake dipake nganggo anggo pke make
benar: bener
balas: bales
antar: anter nganter nganterin
suruh: nyuruh nyuruhin kongkon dikongkon ngongkon dikon nyuru
tetap: tetep ttp
telanjur: terlanjur kadung
saudara: sodara
mantan: eks
sebelum: sblm
sesudah: ssdh
dukung: dukunag dkung dukng
nomor: nomer no nmr
tahu: tau
lihat: liat ngeliat liatin ngeliatin ndelok delok liyat
ingat: inget ingetin ngingetin
ketahuan: ketauan
habis: abis
kapan: kpn
sampai: smpe smpai nyampe
bisa: bs bsa iso isok bisae
harus: hrs kudu kedah hrus
padahal: pdhl
langsung: lgsg lsg
mungkin: mgkn
memang: emg emang
punya: pny
kemarin: kmrn
bapak: bpk
jalan: jln
tanggal: tgl
kampanye: kmpnye kampany kampanya kampenye kompanye kampnye kampannye kampaye
calon: caln clon
pilih: plih
siap: syap
kirim: krm
istirahat: istrahat
tampak: keliatan kelihatan
bayar: dibayarin
tari: nari
samar: nyamar
dekat: deket deketin ngedeketin
takut: nakut nakutin wedi takud
ancam: ngancem ancem
lama: ngelama ngelamain
kaus: kaos
ikut: melu melok milu ikutan ngikut ikud
di: nang neng ning ing
minta: njaluk nyuwun mintak
uang: duwit duid duitnya
lagi: maneh deui
bawa: gowo nggowo mbawa
tetangga: tonggo tetanga
bantu: ngewangi ngrewangi ngrewang bantuin ngebantu
beli: tuku meli
apa: opo naon
mau: arep gelem pengen pengin pingin kepengen
dan: lan
aku: awak aing ogut
anak: bocah
pulang: muleh mulih
baliho: baleho baleo balio balego baligo
spanduk: spandok sepandok spanduq
selebaran: slebaran
deklarasi: deklerasi deklarassi dekelarasi deglarasi
netral: netrl netrall
relawan: relawn rilawan
undangan: undngan
melapor: nglapor ngelapor
honorer: honorir
sopir: supir driver
fanpage: fanspage
partai: partey partay prtai parte
polisi: pulisi polis
video: vidio vidionya vidoe
ambulans: ambulan ambulance
petahana: petaha petahanan
twibbon: twibon tuibon twiboon
atasan: atsan
bawahan: bawahn
komentar: komntar
wawancara: wawncara
perseorangan: perorangan perseorang independent
selamatan: slametan selametan
sembako: sembakau
"""

# Words that tell nothing of what is asked.
_STOP_WORDS = """
a ada adalah agar akan aku anda antara apa apakah apabila apalagi atau bagaimana bahwa banget bgt bapak berapa bila
bisa boleh bolehkah bu cara contoh dalam dan dapat dari deh demi dengan di dia dibolehkan diperbolehkan memperbolehkan
dong doang dulu gitu gini ia ialah ini itu jadi jika juga kah kalau kami kamu kan karena kata ke kena kenapa kepada
ketika kita kok lagi lah lalu loh lho maka mana mau memang mengapa menjadi mereka min mohon namun nih nya oleh orang
pada padahal pak para pas per perlu perlukah saat saja sambil sampai saya sebagai sebuah secara sedang sehingga sekali
selaku semua seorang seperti serta si sih situ suatu sudah supaya biar tapi tp tentang ttg terhadap termasuk ternyata
tersebut tetapi tidak tolong tuh untuk waktu ya yaitu yang yuk mas mbak kak gan bro sis jangan bahaya gapapa larangan
dilarang melarang dibolehin diizinkan terlarang wajib wajibkah apaan siapa sanksi sangsi hukuman dihukum asn pns cpns
pegawai negeri sipil abdi halo assalamualaikum pagi siang sore terus trus lantas langsung cuma cuman hanya pun tsb
ataupun maupun meski meskipun walau walaupun cukup bolehin salahkah bahayakah nge kapan dah kayaknya rupanya
sebenarnya emang emangnya gara aturan aturannya kemana dimana dll diperkenankan dibenarkan diperkenan dapatkah
bilamana manakala sekiranya seandainya misal misalnya umpama merupakan tergolong dikategorikan wkwk hehe hihi plis
please pls bang kang ges guys cuy ni nie tu ye yah ha ih kek anu gt gtu tlg makasih terimakasih trims nuwun nggih njih
permisi punten maaf bestie bun bunda menyampaikan sebaiknya seharusnya semestinya mending mendingan adakah haruskah
berkenan diijinkan lo to tho dek nduk barangkali jikalau ngerti mengerti biasanya berlaku sesungguhnya dasar berdasar
berdasarkan manis enggaknya
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
yakin orang warga tetangga bersama lagi bulan tahun hari jawab beda batal terpaksa diundang undangan sekitar buru
mampir kebawa lalu tawar ayo udara tuju temui omel kumpul balik nempel tempel ketemu ada anak kota kabupaten kepala
dinas negara instansi info cari waktu masa jelang acara tim kantor suka kata empat lima enam tujuh delapan sembilan
puluh ratus digital modal kabar rt rw aman aktif pribadi keliling lokasi rame ramai sebentar bentar berhenti henti
duduk berdiri hadap luas guru dosen camat lurah staf kadis kepsek sekda sopir bidan dokter perawat satpol dishub kabid
kasi kabag rsud negeri operator bendahara ketua anggota ajudan rekan atasan bawahan pimpinan besok lusa rabu kamis
selasa senin semalam barusan telah rangka laku laksana cantum tanpa kenan kategori golong hal pihak publik umum
biarpun meskipun demikian berupa bermaksud atasnama mengenai kaitan selaku kurun pernahkah gratis lama ramah gegara
soalnya dikit sedikit terang tengah gempar doyan iseng sekelas seruangan bagian ruang sangat apakah resmi diminta niat
langkah beliau bpk segera izin dapur kamar pasar mall mal kafe cafe pantai bandara stasiun masjid gereja sawah kebun
lapak pos ronda gang kali kompleks perumahan kampung hotel restoran bakso kopi sarapan ngetik ketik tembok belakangan
pinggir ujung sebrang merah putih biru hijau kuning hitam bagus jelek cantik ganteng hebat senyum capek panas hujan
tertawa sayang berani malu pelan sepuluh sebelas belas ribu juta kilo liter lembar biji buah ekor lusin sekian pak bu
kang neng aa uni uda bli
"""

# Words by which a rule of a special case differs from the general one.
_CASE_WORDS = "suami istri kerabat bakal honorer desa tni polri petahana pppk pribadi"

# Words that place a question in an election.
_ELECTION_WORDS = """
calon pilkada kampanye timses coblos tps kpps pps ppk panwascam pantarlih partai bawaslu kpu golput pilih relawan
netral petahana bupati deklarasi kolomkosong pemilu dukung psu cltn jurkam usung caleg capres cawapres legislatif
presiden pilpres pileg terpilih pilkades menang visimisi bedapilih alatperaga bansos panwas rapatumum twibbon bakal
pemenangan panelis kelingking sipol kader panwaslu pkd ptps demokrasi mandat anonim hakpilih suratsuara adhoc
nomorurut kandidat skb massa tunggal tinta jago periode penetapan jari posko kubu bilik catut perseorangan kemenangan
hoaks orasi simpatisan langgar akunpalsu jarijempol pose nonjob politikuang coklit silon pemilih tms jagoan pemungutan
lantik
"""

# Words that say only among whom; a question made of these and weak words alone asks of no act.
_WHO_WORDS = """
suami istri kerabat keluarga grup whatsapp murid walimurid
"""

# Words that place a question elsewhere, unless it also speaks of an election.
_ELSEWHERE_WORDS = """
nikah cerai tunang lamar meninggal wafat jenazah sakit demam haji hamil lahir melahirkan rapor raport skripsi cicil
kredit utang rekening pajak npwp bpjs sertifikat warisan resep korban banjir gempa sandi password presensi absensi
fingerprint olahraga bola bioskop film pacar kucing bensin jualan artis korea perkawinan pernikahan perceraian bank
atm koperasi tanah cuaca myasn phk sunat akikah kurban qurban imunisasi osis dapodik berkala rusak robek pengantin
formasi pensiun galak kartrid toner poligami toefl tilang tahlil sppd sampingan proposal
"""

# What means the same: the first word stands for every phrase behind it, and nothing for greetings and the like.
_SAME = """
calon = kontestan, peserta pilkada, paslon, pasangan calon, pasangan bakal calon, kandidat, cabup, cagub, cawabup
calon = cawagub, cawalkot, cawali, cawawali, cakada, cawakada, calon bupati, calon gubernur, calon wali kota
calon = calon walikota, calon walkot, calon wakil bupati, calon wakil gubernur, calon wakil wali kota
calon = calon wakil walikota, calon kepala daerah, calon kada, calon pilkada, nyabup, nyagub, nyawalkot, cabub
calon = cagup, cawako, cawawako, cawabub, calon wako, calon pemimpin, calon pasangan, calon bupati dan wakil
calon = bagi pasangan calon, bagi calon
bakal calon = balon, bacalon, bacabup, bacagub, bacawabup, bacawagub, bacawalkot, bacawali, bacakada, bakal cabup
bakal calon = bakal cagub, bakal cawalkot, bakal paslon, bapaslon, balonbup, balongub, balon bupati, balon gubernur
bakal calon = balon walikota, balon walkot, balon wali kota, bakal calon bupati, bakal calon gubernur
bakal calon = bakal calon wali kota, bakal calon walikota, bakal calon walkot, bakal calon wakil bupati
bakal calon = bakal calon wakil gubernur, bakal calon wakil walikota, bakal calon wakil wali kota
bakal calon = bakal calon kepala daerah, bacabub, bacawako, bacawawako, balon cabup, balon cagub
bakal calon = calon yang belum ditetapkan, calon belum ditetapkan, calon yang belum resmi, calon belum resmi
bakal calon = balon wabup, balon wagub, balon wako, bakal calon bupati dan wakil bupati, balon gub, balon bup
bupati = walikota, wali kota, walkot, gubernur, kepala daerah, wabup, wagub, wawali, wakil bupati, wakil gubernur
bupati = wakil wali kota, wakil walikota, kada, pemimpin daerah, wako, wawako, pak bupati, bapak bupati, kdh
pilkada = pemilihan, pemilihan kepala daerah, pemilihan bupati, pemilihan gubernur, pemilihan walikota, pilbup
pilkada = pilgub, pilwalkot, pilwako, pilwali, pemilukada, pilkadal, pilwabup, pilkot, pilbub, pesta demokrasi
pilkada = pemilihan serentak, pilkada serentak, kontestasi, pemilihan kepala daerah serentak, musim pilkada
pilkada = kontes pilkada
petahana = incumbent, inkumben, inkamben, incumben
timses = tim ses, tim hore, barisan pendukung, tim relawan, tim sukses, tim pemenangan, tim kampanye, tim pendukung
timses = tim paslon, tim calon, tim cabup, team sukses, tim suskses, team pemenangan, tim kandidat, orangnya calon
timses = tim independen, tim cagub, tim cawalkot, tim calon bupati, tim calon gubernur, tim kemenangan
timses = barisan relawan, tim jagoan, kru paslon
medsos = facebook, fb, efbi, pesbuk, instagram, ig, insta, tiktok, tik tok, twitter, threads, youtube, yt, yutub
medsos = snackvideo, media sosial, sosmed, socmed, sosial media, medos, sosmet, fesbuk, facebok, igeh, linkedin
medsos = jejaring sosial, media daring, dunia maya
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
like = pencet jempol, klik suka, double tap, tap dua kali, kejempol, kasih lope, jempolin, ngejempolin, ngelope
share = repost, forward, fwd, retweet, reshare, sebar, sebar luas, kirim ulang, unggah ulang, posting ulang, sher
share = forwad, bagikan unggahan, bagikan konten, bagikan postingan, bagikan video, bagikan ulang, bagikan link
share = sebarluaskan, menyebarluaskan, penyebarluasan, sebar luaskan, edarkan, mengedarkan, oper, lempar ke grup
share = terusin, bagiin postingan, bagi postingan, copas, salin tempel, bagikan flyer
komentar = komen, comment, koment, nyinyir, komentarin, mengomentari
unggah = upload, aplod, posting, postingan, unggahan, post, mosting, aplot, uplod, majang foto, pajang foto
unggah = tayangkan, menayangkan, ngepost, publish, publikasikan, mempublikasikan, memposting, ngonten, diposkan
follow = folow, mengikuti akun, ngikutin akun, ikuti akun, subscribe, followers, subscriber, subcribe, pollow
gabung = join, masuk grup, dimasukkan grup, ikut grup, dimasukin grup
hadir = nongol, nimbrung, menghadiri, ngehadirin
komunitas = paguyuban, forum, perkumpulan, klub
foto = fotbar, potoan, selfie, swafoto, wefie, potret, jepret, selpi, groufie, selfi, foto bareng, foto bersama
foto = jeprat jepret, cekrek, jepretan, motret, kejepret, jepretin, motoin, difotoin, moto, fotoan, foto foto
pose = gaya foto, gaya jari, bergaya, acung, simbol jari, tanda jari, kode jari, angka jari, salam jari
pose = simbol tangan, kode tangan, gaya tangan, gaya
spanduk = banner, baner, mmt, sepanduk, xbanner, standing banner, roll banner, backdrop
stiker = sticker
baliho = billboard, reklame, papan reklame, videotron
kaus = kaos, tshirt
alatperaga = alat peraga, apk, atribut kampanye, bahan kampanye, merchandise, merch, pernak pernik
selebaran = brosur, leaflet, pamflet, flyer, famplet
uang = saweran, sangu, uang saku, uang transport, uang transpor, uang bensin, uang rokok, ongkos, receh, duit
uang = amplop, fulus, doku, angpau, angpao, uang tunai, rupiah
sembako = beras, minyak goreng, mi instan, mie instan, gula
coblos = coblosan, contreng, nyontreng, hari pencoblosan, hari coblosan, pemungutan suara, kasih suara, beri suara
coblos = memberikan suara, berikan suara, menyalurkan suara, salurkan suara
tps = tempat pemungutan suara
suratsuara = surat suara, kertas suara, surat coblosan, kertas coblosan, kertas coblos
honorer = thl, gtt, ptt, ppnpn, guru honor, pegawai honor, tenaga honor, tenaga honorer, outsourcing, tenaga kontrak
honorer = pegawai tidak tetap, tenaga harian lepas, tekon, non asn, nonasn, bukan asn, non pns, pegawai honorer, phl
honorer = pjlp, tks, tkk, tenaga lepas, guru bantu, honor daerah, pramusaji, office boy, tenaga sukarela
honorer = pegawai non asn, tenaga non asn, pekerja lepas, tenaga alih daya, alih daya, cleaning servis, bagi honorer
tni = tentara, babinsa, koramil, kodim, dandim, danramil, prajurit, aparat tni, anggota tni, kodam, korem, danrem
tni = pangdam, serda, aparat militer, militer
polri = polisi, bhabinkamtibmas, bhabin, polsek, kapolsek, kapolres, polres, polda, brimob, anggota polri, polwan
polri = polantas, kapolda, babinkamtibmas, binmas, bintara, kepolisian, kapolri
kerabat = bapak saya, bapakku, ibu saya, ibuku, anak saya, anakku, ayah saya, ayahku, mama saya, papa saya
kerabat = orang tua saya, orang tua, orangtua, ortu, om, tante, paman, bibi, bude, pakde, keponakan, sepupu, ipar
kerabat = mertua, menantu, kakek, nenek, besan, abang, kakak, adik, saudara, famili, sanak, cucu, paklik, bulik
kerabat = pak lik, bu lik, pak de, bu de, budhe, pakdhe, uwak, uwa, kembaran, mbah, simbah, eyang, bokap, nyokap
kerabat = emak, mamak, encang, encing, engkong, misan, opung, sedulur, dulur, anak kandung, kembaran saya
kerabat = saudara kembar, adik kandung, kakak kandung, adik ipar, kakak ipar, bapak mertua, ibu mertua
hadiah = bingkisan, parsel, kado, hampers, suvenir, souvenir, cendera mata, oleh oleh, pemberian, buah tangan
fasilitas = ruang kelas, ruang rapat, ruang kantor, halaman kantor, aula, gedung, balai desa, balai, pendopo, gor
fasilitas = printer, proyektor, lcd, infocus, genset, wifi, internet, ruang guru, inventaris kantor, barang kantor
fasilitas = aset kantor, aset daerah, peralatan kantor, barang inventaris, laptop dinas, laptop kantor
fasilitas = komputer dinas, komputer kantor, hp dinas, hp kantor, kamera dinas, kamera kantor, printer kantor
fasilitas = kertas kantor, kursi kantor, meja kantor, tenda kantor, lapangan kantor, toa kantor, wifi kantor
fasilitas = internet kantor, listrik kantor, genset kantor, ruang dinas, alat kantor, barang dinas, barang negara
fasilitas = milik kantor, punya kantor, milik pemda, milik negara, milik dinas, punya pemda, punya negara
fasilitas = punya dinas
nakes = dokter, bidan, perawat, tenaga kesehatan, tenaga medis, medis
murid = siswa, mahasiswa, santri, pelajar, anak didik, peserta didik, anak sekolah, siswi, mahasiswi, anak murid
murid = anak kelas, murid murid, anak anak kelas, taruna
hina = menghina, jelek, kasar, hujat, caci, maki, cela, mencela, ejek, mengejek, olok, cemooh, jelekin, menjelekkan
hina = serang, ngatain, katain, mengatai, sumpahin, nyumpahin, ledek, ngeledek, bully, ngebully, bullying, roasting
hina = goblok, umpat, mengumpat, merendahkan, rendahkan, bego, tolol, kecam, mengecam, dibully, ngejek, menghujat
hina = mbully
dukung = satu suara, beking, dibekingi, pro, nyokong, bela, membela, support, suport, sokong, jagokan, jagoin
dukung = menangin, memenangkan, menangkan, memihak, berpihak, keberpihakan, condong, berat sebelah, ngedukung
kampanye = kampanyein, ngampanye, berkampanye
tunggal = calon tunggal, satu calon, calon satu, calon cuma satu, cuma satu calon, calon hanya satu, satu paslon
tunggal = paslon satu, calonnya satu, calon satu satunya, calonnya cuma satu
antre = antri, antrian, antrean, ngantri
tanda pengenal = name tag, nametag, id card, idcard, kartu pegawai
netral = netralitas, kenetralan, tidak memihak, tanpa memihak, tidak berpihak, tanpa berpihak, imparsial, berimbang
massa = orang banyak, kerumunan
kades = kepala desa, kuwu, kepdes, wali nagari, keuchik, geuchik, petinggi desa, hukum tua, perbekel, pambakal
kades = kepala kampung, peratin, kepala pekon, pak kades, lurah desa, bagi kepala desa
perangkatdesa = perangkat desa, pamong desa, aparat desa, aparatur desa, staf desa, pegawai desa, sekdes
perangkatdesa = sekretaris desa, kaur, kasi desa, kadus, kepala dusun, kaling, carik, modin, jogoboyo, kebayan
perangkatdesa = kamituwo, kepala urusan desa, perangkat pekon, perangkat nagari
cltn = cuti di luar tanggungan negara, cuti luar tanggungan, cuti diluar tanggungan negara, cuti diluar tanggungan
mundur = resign, pengunduran diri, mengundurkan diri, undur diri, ngundurin diri, surat mundur
mundur = surat pengunduran diri, undur, lepas status, melepas status, keluar dari pns, keluar pns, keluar dari asn
mundur = berhenti dari pns, berhenti jadi pns, berhenti jadi asn, surat berhenti, surat resign, letakkan jabatan
mundur = melepas pns, lepas pns, keluar dari pppk, berhenti sebagai pns, berhenti sebagai asn, mengajukan berhenti
mundur = pengajuan berhenti, cabut dari pns
kolomkosong = kolom kosong, kotak kosong, kolong kosong, bumbung kosong, kolom tanpa foto, kolom tanpa gambar
kolomkosong = kotak hampa, kotak tanpa gambar, kolom hampa, yang kosong, kolom yang kosong, kotak yang kosong
kolomkosong = tidak ada gambarnya, tidak ada fotonya
hoaks = hoax, hoak, berita bohong, kabar bohong, berita palsu, kabar palsu, berita hoaks, info palsu, berita hoax
hoaks = rumor, desas desus, berita tidak benar, kabar tidak benar, info tidak benar, info bohong, informasi bohong
hoaks = berita miring, isu tidak benar, kabar miring, informasi menyesatkan, informasi palsu, berita ngawur
bansos = bantuan sosial, blt, pkh, bantuan langsung tunai, bantuan pangan
partai = parpol, partai politik
kpps = petugas tps, panitia tps
jurkam = juru kampanye
kadis = kepala dinas
kepsek = kepala sekolah
atasan = pimpinan, bos, boss, bagi atasan
bawahan = anak buah
fotokopi = fotocopy, foto copy, foto kopi, potokopi, poto copy, photocopy, potocopy
ktp = e-ktp, ektp, kartu tanda penduduk
perseorangan = independen, jalur perseorangan, jalur independen
wawancara = interview, interviu, diwawancara, diwawancarai
tandatangan = tanda tangan, ttd, teken
politikuang = politik uang, money politic, money politics, money politik, serangan fajar, beli suara
politikuang = jual beli suara, jual suara, vote buying, serangan subuh, wuwur, uang coblosan, membeli suara
politikuang = uang pelicin suara, suap pemilih
panwascam = panwaslu kecamatan, panwas kecamatan, panwaslucam
fotoprofil = foto profil, pp, dp, profil wa, profile picture, foto akun, gambar profil, gambar wa, foto wa
fotoprofil = profil fb, foto profile, poto profil, avatar, foto sampul, gambar akun
penjabat = pj, pjs, penjabat sementara, plt, pelaksana tugas bupati, pelaksana tugas gubernur
penjabat = pelaksana tugas wali kota, pelaksana tugas walikota, pelaksana tugas kepala daerah, bagi penjabat
psu = pemungutan suara ulang, coblos ulang, coblosan ulang, coblos lagi, pilih ulang, pemilihan ulang, pilkada ulang
psu = pilkada diulang
golput = tidak memilih, tidak nyoblos, tidak mencoblos, tidak ke tps, tidak datang ke tps, tidak ikut nyoblos
golput = tidak ikut memilih, tidak ikut mencoblos, tidak usah nyoblos, tidak usah memilih, tidak gunakan hak pilih
golput = tidak menggunakan hak pilih, abstain, tidak milih, bolos nyoblos, bolos tps, tidak mau nyoblos
golput = tidak pakai hak pilih, tidak pergi ke tps, malas ke tps, malas nyoblos, tidak gunakan suara
nomorurut = nomor urut, nomor paslon, nomor calon, no urut, nomor satu, nomor dua, nomor tiga, nomor empat, nomor 1
nomorurut = nomor 2, nomor 3, nomor 4, nomor 01, nomor 02, nomor 03, paslon 1, paslon 2, paslon 3, paslon 01
nomorurut = paslon 02, paslon dua, paslon nomor
walimurid = wali murid, orang tua murid, orang tua siswa, ortu murid, wali siswa, orangtua murid
hakpilih = hak pilih, hak suara
adhoc = ad hoc
mobildinas = mobil dinas, mobil plat merah, kendaraan dinas, motor dinas, randis, kendaraan kantor, mobil kantor
mobildinas = mobil pelat merah, plat merah, pelat merah, mobil pemda, bis pemda, bus pemda, motor pelat merah
mobildinas = mobil operasional, mobil puskesmas, avanza dinas, innova dinas, kendaraan operasional, bus sekolah
mobildinas = bis kantor, motor kantor
nonjob = non job, copot, demosi, turun jabatan, depak, didepak, lengserkan, dilengserkan, nonaktifkan, dinonaktifkan
nonjob = dibebastugaskan, distafkan, dicopotin, diberhentikan dari jabatan, dibebaskan dari jabatan
nonjob = jabatan diturunin, jabatannya diturunkan
hp = handphone, hape, ponsel, telepon genggam, smartphone, ponsel pintar, gadget, gawai
rapatumum = rapat umum, kampanye akbar, kampanye terbuka
visimisi = visi misi, visi dan misi
akunpalsu = akun palsu, akun fake, fake account, akun fiktif, akun bodong, akun kloningan, akun samaran, akun kedua
akunpalsu = second account, akun anonim, akun bayangan, akun alter, fb palsu, facebook palsu, ig palsu
akunpalsu = instagram palsu, medsos palsu, tiktok palsu, fb fake, akun lain, identitas palsu, nama palsu, akun gelap
akunpalsu = akun siluman, akun tuyul, akun robot, akun bot, akun cadangan, akun cloning, akun kloning
akunpalsu = akun abal abal, akun jadi jadian, akun ke 2
anonim = anonymous, tanpa nama, tanpa identitas, nama samaran, surat kaleng, rahasiakan nama, rahasiakan identitas
anonim = sembunyikan nama, nama disembunyiin, nama dirahasiakan, sembunyi nama, incognito, laporan gelap
anonim = nama disamarkan, nama disembunyikan, nama dirahasiain, tanpa menyebut nama, tanpa nyebut nama
anonim = tidak sebut nama, tidak mau disebut namanya, tanpa sebut nama pelapor, tidak mau ketahuan namanya
anonim = identitas disembunyikan, identitas disamarkan
bedapilihan = beda pilihan, berbeda pilihan, salah pilih, sehaluan, sejalan, pilihan politik, tidak memilih calon
bedapilihan = tidak milih calon, tidak memilih dia, tidak dukung, tidak mendukung, pilih lain, satu pilihan
bedapilihan = pilih lawan, memilih lawan, pilih calon lain, pilih yang lain, dukung lawan, pendukung lawan
bedapilihan = milih calon lain, tidak ikut dukung, tidak ikut mendukung, beda jagoan, beda calon, berseberangan
bedapilihan = beda dukungan, beda kubu, kubu lawan, kubu sebelah, pendukung sebelah, dukung sebelah
bendera = umbul umbul, umbul
jarijempol = dua jari, satu jari, tiga jari, jari telunjuk
debat calon = debat kandidat, debat publik
jabatan = eselon
tenggat = batas waktu, deadline, tenggang, jangka waktu, batas hari, batas akhir, kadaluwarsa, kedaluwarsa
tenggat = kadaluarsa, daluwarsa, kadaluwarso
narasumber = narsum, pemateri, pembicara, ngisi materi, isi materi, isi acara, penceramah, trainer, instruktur
narasumber = keynote, keynote speaker, penyaji, fasilitator, jadi pelatih
bakal timses = tim bakal calon, tim bakal calon bupati, tim balon, tim bacalon, tim bacabup, tim bacagub
bakal timses = tim bakal paslon, tim bakal cabup, tim bakal cagub, tim sukses bakal calon
bakal timses = tim pemenangan bakal calon, timses balon, tim balon bupati, tim bakal calon gubernur
kpu = kpud, kpu daerah, komisi pemilihan umum, komisi pemilihan
bawaslu = badan pengawas pemilu, badan pengawas pemilihan, badan pengawas pemilihan umum, panwaslih, bawaslukab
bkpsdm = bkd, bkpp, kepegawaian, bagian kepegawaian, badan kepegawaian, bkpsdmd
ancam = gertak, teror, intimidasi, mengintimidasi, diintimidasi, ditakutin, takut takuti, menakut nakuti
mutasi = dipindahtugaskan, pindahtugas, dipindahkan, mindahin, dilempar, relokasi, bongkar pasang, geser jabatan
promosi jabatan = diangkat jadi kadis, diangkat menjadi kepala dinas, kursi kadis, kursi camat, kursi kabid
periksa = interogasi, menginterogasi, selidiki, menyelidiki, mintai keterangan, minta keterangan, usut, mengusut
periksa = dimintai keterangan, sidangkan, telusuri, menelusuri
biar = diemin, mendiamkan, didiamkan, bodo amat, masa bodoh, abai, mengabaikan, tutup mata, cuekin, membiarkan
biar = dibiarin, dicuekin, pura pura tidak tahu, pura tidak tahu, pura pura ora weruh
lapor = wadul, nyepuin, cepuin, spill, mengungkap, bongkar, membongkar, melaporken
suami = laki saya, lakiku, laki gue, hubby, misua, paksu, pak suami, suamiku, bagi suami
istri = bu istri, istriku, nyonya saya, bagi istri
langgar netral = tidak netral, ketidaknetralan, melanggar netralitas, langgar netralitas, pelanggaran netralitas
tms = tidak memenuhi syarat, tak memenuhi syarat, tidak penuhi syarat
gagal = kandas, tersingkir, diskualifikasi, didiskualifikasi, tidak sido, tidak jadi nyalon, tidak jadi maju
bedalayan = pilih kasih, tebang pilih, dibeda bedakan, membeda bedakan, beda bedakan, dianaktirikan, anak tirikan
bedalayan = diskriminasi, diskriminatif, dinomorduakan
surat tugas = surat perintah tugas, surat penugasan, sprin, sprint
= izin bertanya, ijin bertanya, izin tanya, ijin tanya, numpang tanya, numpang nanya, selamat pagi, selamat siang
= selamat sore, selamat malam, mau tanya dong, mau tanya ya, mau nanya dong, terima kasih, assalamu alaikum
= bagi asn, bagi pns, bagi saya, bagi kami, bagi yang, bagi seorang, bagi mereka, bagi semua, bagi para
pengantin = calon mertua, calon menantu, calon pengantin, calon jemaah, calon haji
formasi = seleksi cpns, tes cpns, ujian cpns, tes kesehatan cpns, cpns tahun
formasi pppk = kontrak jadi pppk, honorer jadi pppk, diangkat pppk, diangkat jadi pppk, seleksi pppk, tes pppk
halalbihalal = halal bihalal, halal bi halal
dalam hati = dalam ati, dalem ati, di hati, batin
pppk = bagi pppk
anggota = bagi anggota
foto suratsuara = hasil coblosan, hasil nyoblos, bukti coblosan, bukti nyoblos
status = setatus, nyetatus, nyetatusin, apdet status, update status
debat calon = debat pilkada, debat cabup, debat cagub, debat gubernur, debat bupati, debat paslon, debat kandidat
simbol = finger heart, saranghaeyo
simbol jari = simbol peace, tanda peace, pose peace, gaya peace, pose metal, tanda metal, jari metal, jari peace
ultah = ulang tahun, milad
caralapor lapor = lapor kemana, lapor dimana, lapor di mana, lapor ke mana, lapor ke siapa, lapor siapa, cara lapor
caralapor lapor = cara melaporkan, melapor kemana, melapor ke mana, melapor di mana, ngadu kemana, ngadu ke mana
caralapor lapor = ngadu dimana, ngadu ke siapa, ngadunya kemana, tempat lapor, laporin kemana, laporin ke mana
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
rapat apel upacara briefing > rapat apel
bus bis elf pikap minibus avanza innova > mobildinas kendaraan
speaker toa mikrofon mic panggung tenda kursi > fasilitas
opd skpd pemkab pemkot pemprov pemda sekolah puskesmas kelurahan kecamatan > instansi kantor
kulkas mug payung emas cincin kambing sapi daging kuota rokok kue kain batik televisi dispenser > hadiah
traktir makan jamuan > traktir
edar salur oper > bagi share
tanggap sahut celetuk amin aamiin balas > komentar
bojo > suami
mulang ulangan ujian > kelas ajar
kursi posisi kedudukan pos > jabatan
rayu ngarep harap mohon tagih > minta
gerak mobilisir mobilisasi koordinir > kerah
rekrutmen rekrut daftar seleksi > daftar
konsul petunjuk saran jelas pencerahan hubung kontak > tanya konsultasi
galau gamang waswas yakin abu > ragu bingung
korcam kordes korlap korwil koordinator > timses koordinator
siaga standby piket ngamanin posko > jaga tugas
keki pdh badge lencana > seragam atribut
euforia tumpeng kenduri bancakan tasyakuran hajatan selebrasi > pesta
isu gosip > hoaks
pantengin mantengin nyetel setel pantau streaming simak > tonton
proses tindak usut > periksa
khalayak publik > umum warga
jemput angkut > angkut
depak singkir lengser > nonjob copot
geser buang lempar > mutasi nonjob
imbal balas > balas
preferensi selera pegang pendirian favorit simpati > pilih
bujuk rayu hasut > pengaruhi ajak
robot bot nyaru > akunpalsu
rangkap ganda dobel > rangkap
dpc dpd dpp pac ranting sekjen > partai
aspal jalan tender hibah > proyek program
balik ngantor aktif > kembali
peluk jabat salam > salam
drum gitar keyboard biduan presenter host emcee > penyanyi
ambulans polantas damkar > tugas jaga
telusur lacak cari > cek
simpan pendam > simpan
nekan menekan gertak > ancam
qori qoriah tilawah mengaji ngaji > doa
hotspot speaker komputer > internet laptop
vaksin > vaksinasi imunisasi
dukcapil > disdukcapil
bimtek rakor rombongan > pelatihan rapat
musyawarah rakerda rakernas muscab musda kongres > acara
nomorurut > nomor
bantuan > bansos bantu
bansos > bantuan
"""


def _pairs(table: str, sign: str, between: str | None = None) -> tuple[tuple[str, str], ...]:
    """Every pair of what stands before the sign of a line and a part of what stands behind it."""
    lines = (line.partition(sign) for line in table.strip().splitlines())
    return tuple((before.strip(), part.strip()) for before, _, behind in lines for part in behind.split(between))


STOP_WORDS = frozenset(_STOP_WORDS.split())
WEAK_WORDS = frozenset(_WEAK_WORDS.split())
CASE_WORDS = frozenset(_CASE_WORDS.split())
ELECTION_WORDS = frozenset(_ELECTION_WORDS.split())
WHO_WORDS = frozenset(_WHO_WORDS.split())
ELSEWHERE_WORDS = frozenset(_ELSEWHERE_WORDS.split())
SPELLINGS = {variant: word for word, variant in _pairs(_SPELLINGS, ":")}
SAME = tuple((phrase, word) for word, phrase in _pairs(_SAME, "=", ","))
NEAR = tuple((word, near) for words, near in _pairs(_NEAR, ">") for word in words.split())
