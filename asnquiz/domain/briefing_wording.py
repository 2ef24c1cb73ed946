"""What the steps of a briefing and the ways of answering are called."""

from asnquiz.domain.briefing import StepKind, Way

STEP = {
    StepKind.JOIN: "Peserta masuk",
    StepKind.LESSON: "Materi",
    StepKind.RULES: "Ketentuan",
    StepKind.QUESTION: "Soal",
    StepKind.DEBATE: "Masih berbeda pendapat",
    StepKind.PRETEST: "Tes awal",
    StepKind.POSTTEST: "Tes akhir",
    StepKind.PLEDGE: "Ikrar",
    StepKind.CLOSE: "Penutup",
}

WAY = {
    Way.PHONES: "HP masing-masing",
    Way.TABLES: "satu HP per meja",
    Way.CARDS: "kartu huruf",
    Way.HANDS: "angkat tangan",
    Way.PAPER: "lembar kertas",
}
