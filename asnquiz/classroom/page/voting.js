// Answering: the rows of a question wherever it is asked, a vote, and how it came out.
"use strict";

const drafts = {}; // of questions with several rows: what is picked and not sent

// `open` tells whenever the page is painted whether rows may be picked.
function questionRows(step, question, round, above, open) {
  const key = aboutAnswer(step, question, round);
  const inputs = question.rows.map(function (row) {
    return el("input", {
      type: question.several ? "checkbox" : "radio", name: "pilihan", value: row.index, change: pick,
    });
  });

  function marked() {
    return inputs.filter(function (one) { return one.checked; }).map(function (one) { return Number(one.value); })
      .sort(function (a, b) { return a - b; });
  }

  function pick() {
    refusal = "";
    if (!question.several) return postAnswer(step, question, round, marked());
    drafts[key] = marked();
    paint();
  }

  function send() {
    if (!marked().length) {
      refusal = "Belum ada yang dipilih. Pilih paling sedikit satu jawaban, lalu kirim.";
      return paint();
    }
    delete drafts[key];
    postAnswer(step, question, round, marked());
  }

  const sender = question.several && button("Kirim jawaban", send, "main");
  const rows = question.rows.map(function (row, at) {
    return el("label", { class: "row" }, inputs[at], el("span", { class: "letter" }, row.letter),
      el("span", { class: "text" }, row.text), icon(question.several ? "check" : "dot"));
  });
  return {
    nodes: [
      el("fieldset", { class: "rows" }, el("legend", {}, text(above + question.phase, "small"), heading(question.stem),
        question.several && text("Boleh memilih lebih dari satu jawaban.", "small")), rows),
      sender,
    ],
    // What is picked and not sent is sent when its person goes on.
    leave: function () {
      if (drafts[key] && drafts[key].length) send();
    },
    refresh: function () {
      const shown = open() ? drafts[key] || (waiting(key) || kept[key] || { answer: [] }).answer
        : (kept[key] || { answer: [] }).answer;
      inputs.forEach(function (one) {
        one.checked = shown.indexOf(Number(one.value)) >= 0;
        one.disabled = !open();
      });
      if (sender) sender.hidden = !open();
      answerNote(key, question, open());
    },
  };
}

function answerNote(key, question, open) {
  const unsent = waiting(key), held = kept[key], mine = unsent || held, draft = drafts[key];
  const safe = held && letters(question, held.answer);
  if (!open) {
    note("lock", "plain", held ? "Ditutup. Jawaban Anda: " + safe : "Ditutup. Anda belum menjawab soal ini.",
      "Perhatikan layar di depan.");
  } else if (draft && !(mine && same(mine.answer, draft))) {
    note("clock", "due", "Belum dikirim",
      "Tekan Kirim jawaban" + (held ? "; yang tersimpan masih " + safe + "." : "."));
  } else if (unsent && ready) {
    note("clock", "plain", "Mengirim jawaban " + unsent.said + " …", "");
  } else if (unsent) {
    note("clock", "due", "Jawaban " + unsent.said + " belum terkirim", comfort());
  } else if (held) {
    note("check", "teal", "Jawaban " + safe + " terkirim", room.screen.kind === "test"
      ? "Masih bisa diganti sebelum Anda menekan Selesai." : "Masih bisa diganti sampai narasumber menutup.");
  }
}

function comfort() {
  return stored ? "Jawaban Anda tersimpan di HP ini dan dikirim begitu tersambung."
    : "Jangan tutup halaman ini. Jawaban Anda dikirim begitu tersambung.";
}

function heldIn(vote, round) {
  return kept[aboutAnswer(vote.step, vote.question, round)];
}

function voteScreen(place) {
  const now = room.screen, first = heldIn(now, 1);
  const rows = questionRows(now.step, now.question, now.round, "", function () { return room.screen.open; });
  header(now.place, now.of);
  add(place, [
    now.round > 1 && el("p", { class: "card" }, el("strong", {}, "Pilihan kedua: setelah diskusi. "),
      first ? "Pilihan pertama Anda: " + letters(now.question, first.answer) + "."
        : "Pada pilihan pertama Anda belum menjawab."),
    rows.nodes,
  ]);
  return rows;
}

function outcomeScreen(place) {
  const now = room.screen, question = now.question, first = heldIn(now, 1), second = heldIn(now, 2);
  const mine = (second || first || { answer: [] }).answer, key = letters(question, now.key);
  header(now.place, now.of);
  add(place, [
    text(question.phase, "small"), heading(question.stem),
    same(mine, now.key) ? iconed("lead is-right", "check", "Benar. Jawaban Anda: " + key)
      : mine.length ? iconed("lead is-wrong", "cross", "Belum tepat. Jawaban yang benar: " + key)
        : iconed("lead", "alert", "Anda tidak menjawab. Jawaban yang benar: " + key),
    first && second && text("Pilihan pertama: " + letters(question, first.answer) + ". Pilihan kedua: "
      + letters(question, second.answer) + ".", "small"),
    el("ul", { class: "rows" }, question.rows.map(function (row) {
      return outcomeRow(row, now.key.indexOf(row.index) >= 0, mine.indexOf(row.index) >= 0);
    })),
    el("div", { class: "card" }, el("h2", {}, "Alasan"), text(now.explanation, "pre"),
      now.instead && el("p", { class: "pre" }, el("strong", {}, "Sebaiknya: "), now.instead),
      now.law.map(function (one) {
        return el("div", { class: "law" }, el("p", {}, el("strong", {}, one[0])), text(one[1], "small"));
      })),
    text(room.law, "small"),
  ]);
}

function outcomeRow(row, right, picked) {
  const words = right ? "Jawaban yang benar" + (picked ? ", pilihan Anda" : "") : "Pilihan Anda, belum tepat";
  return el("li", { class: "row" + (right ? " right" : picked ? " wrong" : "") },
    el("span", { class: "letter" }, row.letter), el("div", { class: "text" }, row.text,
      (right || picked) && iconed("tag", right ? "check" : "cross", words)));
}
