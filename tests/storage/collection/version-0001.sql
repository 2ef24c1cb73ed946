BEGIN TRANSACTION;
CREATE TABLE answers (
	attempt INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	item INTEGER NOT NULL, 
	revision BIGINT NOT NULL, 
	answer TEXT NOT NULL, 
	certainty TEXT, 
	is_right INTEGER CHECK (is_right IN (0, 1)), 
	PRIMARY KEY (attempt, place)
)
 WITHOUT ROWID

;
INSERT INTO "answers" VALUES(1,0,1,1,'[0]','yakin',NULL);
INSERT INTO "answers" VALUES(1,1,3,3,'[2]',NULL,NULL);
INSERT INTO "answers" VALUES(1,2,4,1,'[]',NULL,NULL);
INSERT INTO "answers" VALUES(2,0,3,3,'[2]','ragu',NULL);
INSERT INTO "answers" VALUES(2,1,1,2,'[0]','yakin',NULL);
INSERT INTO "answers" VALUES(2,2,2,1,'[0,1]','yakin',NULL);
INSERT INTO "answers" VALUES(3,0,1,1,'[0]','yakin',NULL);
INSERT INTO "answers" VALUES(3,1,3,3,'[2]',NULL,NULL);
INSERT INTO "answers" VALUES(3,2,4,1,'[]',NULL,NULL);
INSERT INTO "answers" VALUES(4,0,3,3,'[2]','ragu',NULL);
INSERT INTO "answers" VALUES(4,1,1,2,'[0]','yakin',NULL);
INSERT INTO "answers" VALUES(4,2,2,1,'[0,1]','yakin',NULL);
INSERT INTO "answers" VALUES(5,0,3,3,'[2]','ragu',NULL);
INSERT INTO "answers" VALUES(5,1,1,2,'[0]','yakin',NULL);
INSERT INTO "answers" VALUES(5,2,2,1,'[0,1]','yakin',NULL);
INSERT INTO "answers" VALUES(6,0,1,1,'[0]','yakin',NULL);
INSERT INTO "answers" VALUES(6,1,3,3,'[2]',NULL,NULL);
INSERT INTO "answers" VALUES(6,2,4,1,'[]',NULL,NULL);
CREATE TABLE arrivals (
	import INTEGER NOT NULL, 
	file INTEGER NOT NULL, 
	verdict TEXT NOT NULL, 
	PRIMARY KEY (import, file), 
	FOREIGN KEY(import) REFERENCES imports (id), 
	FOREIGN KEY(file) REFERENCES files (id)
)
 WITHOUT ROWID

;
INSERT INTO "arrivals" VALUES(1,1,'accepted');
INSERT INTO "arrivals" VALUES(1,2,'duplicate');
INSERT INTO "arrivals" VALUES(1,3,'accepted');
INSERT INTO "arrivals" VALUES(1,4,'accepted');
INSERT INTO "arrivals" VALUES(1,5,'accepted');
INSERT INTO "arrivals" VALUES(1,6,'accepted');
INSERT INTO "arrivals" VALUES(1,7,'changed');
INSERT INTO "arrivals" VALUES(2,8,'accepted');
CREATE TABLE attempts (
	id INTEGER NOT NULL, 
	uuid TEXT NOT NULL, 
	content BLOB NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT NOT NULL, 
	pack INTEGER NOT NULL, 
	started_ms BIGINT NOT NULL, 
	started_offset INTEGER NOT NULL, 
	ended_ms BIGINT NOT NULL, 
	ended_offset INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	limit_ms BIGINT, 
	pass_mark BIGINT, 
	score_right BIGINT NOT NULL, 
	score_total BIGINT NOT NULL, 
	supervisor TEXT, 
	place TEXT, 
	code TEXT, 
	chain_holds INTEGER NOT NULL, 
	odd_times INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (uuid, content), 
	FOREIGN KEY(pack) REFERENCES packs (id)
);
INSERT INTO "attempts" VALUES(1,'u1',X'46958BFE76DBC1F13E7DDDB8A439D6DCBA07FA3CD78AE1912A5B57FED3A27440','exam','Ujian netralitas',1,1793610000000,420,1793611800000,420,'finished',NULL,80,8,10,NULL,NULL,NULL,1,0);
INSERT INTO "attempts" VALUES(2,'u2',X'701E8B02DFC1E5E8EA1EB8B486AE2C24DD4D2DFB8E734C3EC3659F300F28F8A8','exam','Ujian netralitas',1,1793613600000,420,1793615400000,420,'finished',NULL,80,9,10,NULL,NULL,NULL,1,0);
INSERT INTO "attempts" VALUES(3,'u3',X'A331C65C2E9594EFC5BA6A06FC15D25EEAD2A7B7DA1798E25B42534830109CC9','exam','Ujian netralitas',1,1793617200000,420,1793619000000,420,'finished',NULL,80,7,10,NULL,NULL,NULL,1,0);
INSERT INTO "attempts" VALUES(4,'u4',X'A97FAF3685D171B48E61BBE89DCA26BBA2451793BCC94B555B45ED5DF0ACDBF1','exam','Ujian netralitas',1,1793624400000,420,1793626200000,420,'finished',NULL,80,8,10,NULL,NULL,NULL,1,0);
INSERT INTO "attempts" VALUES(5,'u5',X'0F044C511384F2FE99A9A1266F056879E559C46D2AADB90F714F988269116A2A','exam','Ujian netralitas',1,1793628000000,420,1793629800000,420,'finished',NULL,80,8,10,NULL,NULL,NULL,1,0);
INSERT INTO "attempts" VALUES(6,'u5',X'EBFAFB78AA5C0DCBA02BC6936EDD8EEAC6F627255824A17363A1F30F0E71C45F','exam','Ujian netralitas',1,1793628060000,420,1793629860000,420,'finished',NULL,80,8,10,NULL,NULL,NULL,1,0);
CREATE TABLE collection_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT collection_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "collection_version" VALUES('0001');
CREATE TABLE conflicts (
	uuid TEXT NOT NULL, 
	PRIMARY KEY (uuid)
);
INSERT INTO "conflicts" VALUES('u5');
CREATE TABLE evidence (
	report INTEGER NOT NULL, 
	jws BLOB NOT NULL, 
	PRIMARY KEY (report), 
	FOREIGN KEY(report) REFERENCES reports (id)
);
INSERT INTO "evidence" VALUES(1,X'65766964656E6365206F662061');
INSERT INTO "evidence" VALUES(2,X'65766964656E6365206F662062');
INSERT INTO "evidence" VALUES(3,X'65766964656E6365206F662063');
INSERT INTO "evidence" VALUES(4,X'65766964656E6365206F662064');
INSERT INTO "evidence" VALUES(5,X'65766964656E6365206F662065');
CREATE TABLE files (
	id INTEGER NOT NULL, 
	name TEXT, 
	sha256 BLOB NOT NULL, 
	verdict TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	report INTEGER, 
	last_import INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id), 
	FOREIGN KEY(last_import) REFERENCES imports (id)
);
INSERT INTO "files" VALUES(1,'siti.asnskor',X'FE0F986160FA9C81A3C296EF918374898064B5EF51AF16CD67D3F07129FE1EE8','accepted','',1,1);
INSERT INTO "files" VALUES(2,'siti (1).pdf',X'A011FB59BBB2EBDFB880F25BA35A82F86A5045F00BB372EA544CD2F528ED37E0','duplicate','',1,1);
INSERT INTO "files" VALUES(3,'budi.asnskor',X'10A83775E325EAFCBFE297F1F940D1F3F48F6C9189A0B5BB67D440CD6647FAC6','accepted','',2,1);
INSERT INTO "files" VALUES(4,'tanpa nomor.asnskor',X'6151954C5D31DDDDB47B12E5C20BE390BAA0C5AC5324B18874BCBBB276969E88','accepted','',3,1);
INSERT INTO "files" VALUES(5,'lain.asnskor',X'B0EFA050ACE49EF86EEF3AA148046E9DFB2591E741AC5E3CEB19B5BAED504EBD','accepted','',4,1);
INSERT INTO "files" VALUES(6,'lain lagi.asnskor',X'477FC663BDF7332D72E26DF9D8B78CABD24A47E5739ED08DBA24E0151FCE3898','accepted','',5,1);
INSERT INTO "files" VALUES(7,'rusak.asnskor',X'111C62AE971F81BD851BCFA1B1B4D4114C3C0028B50975117972A4151BDBEF68','changed','Alasan untuk changed.',NULL,1);
INSERT INTO "files" VALUES(8,NULL,X'265A1B18B1D6C55E8C808033578A93F2EE17D14CAE66E62D8450D2FC585D30EE','accepted','',NULL,2);
CREATE TABLE imports (
	id INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	begun_ms BIGINT NOT NULL, 
	ended_ms BIGINT, 
	PRIMARY KEY (id)
);
INSERT INTO "imports" VALUES(1,'stik USB',1795161600000,1795161600000);
INSERT INTO "imports" VALUES(2,'stik USB',1795248000000,1795248000000);
CREATE TABLE items (
	id INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (item)
);
INSERT INTO "items" VALUES(1,'soal-1');
INSERT INTO "items" VALUES(2,'soal-1 bis');
INSERT INTO "items" VALUES(3,'soal-2');
INSERT INTO "items" VALUES(4,'soal-3');
CREATE TABLE links (
	"key" TEXT NOT NULL, 
	nip TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "links" VALUES('~2cf5485a42e1774911ba4ececc10622c','197003031990032003');
CREATE TABLE log (
	id INTEGER NOT NULL, 
	at_ms BIGINT NOT NULL, 
	act TEXT NOT NULL, 
	words TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "log" VALUES(1,1795161600000,'Daftar pegawai','Diganti: 3 orang');
INSERT INTO "log" VALUES(2,1795161600000,'Rekap','Mulai memeriksa berkas dari stik USB');
INSERT INTO "log" VALUES(3,1795161600000,'Rekap','Selesai: 7 berkas diperiksa, 3 hasil baru');
INSERT INTO "log" VALUES(4,1795248000000,'Rekap','Mulai memeriksa berkas dari stik USB');
INSERT INTO "log" VALUES(5,1795248000000,'Rekap','Selesai: 1 berkas diperiksa, 1 hasil baru');
INSERT INTO "log" VALUES(6,1795334400000,'Penghapusan','1 berkas milik satu orang');
INSERT INTO "log" VALUES(7,1795161600000,'Penautan','Hasil ditautkan ke pegawai');
CREATE TABLE packs (
	id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	pack_id TEXT NOT NULL, 
	version TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sha256, pack_id, version)
);
INSERT INTO "packs" VALUES(1,'abababababababababababababababababababababababababababababababab','netralitas-pilkada','1.0');
CREATE TABLE people (
	person TEXT NOT NULL, 
	name TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	position TEXT NOT NULL, 
	sought TEXT NOT NULL, 
	PRIMARY KEY (person)
);
INSERT INTO "people" VALUES('197001011990032001','Siti Aminah','Puskesmas','','siti aminah 197001011990032001');
INSERT INTO "people" VALUES('197002021990031002','Budi Santoso','Puskesmas','','budi santoso 197002021990031002');
INSERT INTO "people" VALUES('197003031990032003','Cici Lestari','Puskesmas','','cici lestari 197003031990032003');
CREATE TABLE purged (
	sha256 BLOB NOT NULL, 
	PRIMARY KEY (sha256)
);
INSERT INTO "purged" VALUES(X'265A1B18B1D6C55E8C808033578A93F2EE17D14CAE66E62D8450D2FC585D30EE');
INSERT INTO "purged" VALUES(X'3186895F1FF8B6B23865D2D14614F77E271B467B3095A139073C96640CFA1DF5');
CREATE TABLE reports (
	id INTEGER NOT NULL, 
	sha256 BLOB NOT NULL, 
	file_id TEXT NOT NULL, 
	made_ms BIGINT NOT NULL, 
	made_offset INTEGER NOT NULL, 
	received_ms BIGINT NOT NULL, 
	device TEXT NOT NULL, 
	program TEXT NOT NULL, 
	task TEXT, 
	signer TEXT, 
	nip TEXT, 
	name TEXT, 
	position TEXT, 
	unit TEXT, 
	employment TEXT, 
	folded TEXT NOT NULL, 
	own_key TEXT NOT NULL, 
	person TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sha256)
);
INSERT INTO "reports" VALUES(1,X'B6DF67F49702F0DB8BF5360ED6395A68C8644F0A232D278E8E7DE9CECA21E481','a',1793610000000,420,1795161600000,'kunci-1','0.1.0',NULL,NULL,'197001011990032001','Siti Aminah',NULL,'Puskesmas',NULL,'siti aminah','197001011990032001','197001011990032001');
INSERT INTO "reports" VALUES(2,X'4130285540FCD1E986F7987AA9619B2204641B5D6E9A3630138E4E17095F045F','b',1793610000000,420,1795161600000,'kunci-2','0.1.0','00000000-0000-0000-0000-000000000007',NULL,'197002021990031002','Budi Santoso',NULL,'Puskesmas',NULL,'budi santoso','197002021990031002','197002021990031002');
INSERT INTO "reports" VALUES(3,X'53A2FE9B0C30342238F5259EBB02ED98549FB9FADF62CA8D9A5D488E1874E785','c',1793610000000,420,1795161600000,'kunci-1','0.1.0',NULL,NULL,NULL,'Cici',NULL,'Puskesmas',NULL,'cici','~2cf5485a42e1774911ba4ececc10622c','197003031990032003');
INSERT INTO "reports" VALUES(4,X'5A87CA98E2067F54E9575FFC24E34B604E517F32A7401FF3BEEBFCA87892197B','d',1793610000000,420,1795161600000,'kunci-3','0.1.0',NULL,NULL,'197003031990032003','Cici Lestari',NULL,'Puskesmas',NULL,'cici lestari','197003031990032003','197003031990032003');
INSERT INTO "reports" VALUES(5,X'CFA329600E29FCB61A4FE304F104DCB192EBDDB3AA32F33600EF69375D58626E','e',1793610000000,420,1795161600000,'kunci-3','0.1.0',NULL,NULL,'197003031990032003','Cici Lestari',NULL,'Puskesmas',NULL,'cici lestari','197003031990032003','197003031990032003');
CREATE TABLE roster (
	nip TEXT NOT NULL, 
	name TEXT NOT NULL, 
	agency TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	position TEXT NOT NULL, 
	sought TEXT NOT NULL, 
	PRIMARY KEY (nip)
);
INSERT INTO "roster" VALUES('197001011990032001','Siti Aminah','Dinas Kesehatan','Puskesmas Satu','Perawat','siti aminah 197001011990032001');
INSERT INTO "roster" VALUES('197002021990031002','Budi Santoso','Dinas Kesehatan','Puskesmas Dua','Bidan','budi santoso 197002021990031002');
INSERT INTO "roster" VALUES('197003031990032003','Cici Lestari','Dinas Pendidikan','SMP Negeri 1','Guru','cici lestari 197003031990032003');
CREATE TABLE sendings (
	report INTEGER NOT NULL, 
	attempt INTEGER NOT NULL, 
	number BIGINT NOT NULL, 
	made BIGINT NOT NULL, 
	PRIMARY KEY (report, attempt), 
	FOREIGN KEY(report) REFERENCES reports (id), 
	FOREIGN KEY(attempt) REFERENCES attempts (id)
)
 WITHOUT ROWID

;
INSERT INTO "sendings" VALUES(1,1,1,1);
INSERT INTO "sendings" VALUES(2,2,1,1);
INSERT INTO "sendings" VALUES(2,3,1,1);
INSERT INTO "sendings" VALUES(3,4,1,1);
INSERT INTO "sendings" VALUES(4,5,1,1);
INSERT INTO "sendings" VALUES(5,6,1,1);
CREATE TABLE settings (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "settings" VALUES('office','{"name": "BKPSDM Kabupaten Contoh", "letterhead": ["Pemerintah", "Jalan"], "signer": "t", "recipients": [["office", "k", "x"]], "rehearsed": "2026-11-20T08:00:00+00:00"}');
CREATE TABLE standings (
	task TEXT NOT NULL, 
	supervised INTEGER NOT NULL, 
	counting TEXT NOT NULL, 
	person TEXT NOT NULL, 
	score_right BIGINT NOT NULL, 
	score_total BIGINT NOT NULL, 
	passed INTEGER, 
	received_ms BIGINT NOT NULL, 
	attempts INTEGER NOT NULL, 
	other_device INTEGER NOT NULL, 
	shared_device INTEGER NOT NULL, 
	odd_times INTEGER NOT NULL, 
	broken_chain INTEGER NOT NULL, 
	PRIMARY KEY (task, supervised, counting, person)
)
 WITHOUT ROWID

;
INSERT INTO "standings" VALUES('',0,'best','197001011990032001',8,10,1,1795161600000,1,0,0,0,0);
INSERT INTO "standings" VALUES('',0,'best','197003031990032003',8,10,1,1795161600000,1,0,0,0,0);
INSERT INTO "standings" VALUES('',0,'first','197001011990032001',8,10,1,1795161600000,1,0,0,0,0);
INSERT INTO "standings" VALUES('',0,'first','197003031990032003',8,10,1,1795161600000,1,0,0,0,0);
INSERT INTO "standings" VALUES('',0,'last','197001011990032001',8,10,1,1795161600000,1,0,0,0,0);
INSERT INTO "standings" VALUES('',0,'last','197003031990032003',8,10,1,1795161600000,1,0,0,0,0);
INSERT INTO "standings" VALUES('00000000-0000-0000-0000-000000000007',0,'best','197002021990031002',9,10,1,1795161600000,2,0,0,0,0);
INSERT INTO "standings" VALUES('00000000-0000-0000-0000-000000000007',0,'first','197002021990031002',9,10,1,1795161600000,2,0,0,0,0);
INSERT INTO "standings" VALUES('00000000-0000-0000-0000-000000000007',0,'last','197002021990031002',7,10,0,1795161600000,2,0,0,0,0);
CREATE TABLE tasks (
	id TEXT NOT NULL, 
	made_ms BIGINT NOT NULL, 
	closes_ms BIGINT NOT NULL, 
	signer TEXT NOT NULL, 
	plain TEXT NOT NULL, 
	text BLOB NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "tasks" VALUES('00000000-0000-0000-0000-000000000007',1793610000000,1796054400000,'ttttttttttttttttttttttttttttttttttttttttttt','{"schema": "asnquiz/task/1", "id": "00000000-0000-0000-0000-000000000007", "made": {"utc": "2026-11-02T09:00:00+00:00", "offset_minutes": 480, "counter": 7}, "title": "Ujian netralitas", "office": "BKPSDM Kabupaten Contoh", "letterhead": ["Pemerintah Kabupaten Contoh", "BKPSDM"], "units": ["Puskesmas Satu"], "exam": {"items": 10, "minutes": 20, "pass": 80, "phase": {}, "max_per_rule": 1, "topics": {}}, "pack": {"id": "netralitas-pilkada", "version": "1.0"}, "deadline": "2026-11-30", "counting": "best", "supervised": false, "pauses": true, "certainty": true, "recipients": [{"holder": "office", "kid": "kid-office", "x": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}, {"holder": "escrow", "kid": "kid-escrow", "x": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}]}',X'7B227061796C6F6164223A222E2E2E227D');
CREATE INDEX ix_roster_agency_unit ON roster (agency, unit);
CREATE INDEX ix_files_sha256_report ON files (sha256, report);
CREATE INDEX ix_files_verdict ON files (verdict);
CREATE INDEX ix_files_report ON files (report);
CREATE INDEX ix_files_name ON files (name);
CREATE INDEX ix_sendings_attempt ON sendings (attempt);
COMMIT;
