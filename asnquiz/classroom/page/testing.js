// A test at one's own pace, one question after another, and one's own result of it.
"use strict";

const places = {}; // by step: which question is seen, from 0; behind the last one stands the list of all
let confirming = false;

function handedIn(test) {
  return own.submitted.indexOf(test.step) >= 0;
}

function isAnswered(test, question) {
  const key = aboutAnswer(test.step, question, test.round);
  return Boolean(waiting(key) || kept[key]);
}

function unanswered(test) {
  return test.questions.filter(function (question) { return !isAnswered(test, question); });
}

function firstUnanswered(test) {
  const first = unanswered(test)[0];
  return first ? test.questions.indexOf(first) : test.questions.length;
}

function goTo(test, place) {
  places[test.step] = place;
  confirming = false;
  refusal = "";
  paint();
}

// Which screen of a test there is, and what tells it from the others.
function testView(test) {
  if (handedIn(test) || waiting(about("submit", test.step))) return ["through", throughScreen];
  if (!test.open) return ["closed", closedScreen];
  if (places[test.step] === undefined) places[test.step] = firstUnanswered(test);
  if (places[test.step] < test.questions.length) return [places[test.step], testScreen];
  return confirming ? ["confirm", confirmScreen] : ["list", listScreen];
}

function testScreen(place) {
  const test = room.screen, here = places[test.step], of = test.questions.length, question = test.questions[here];
  const rows = questionRows(test.step, question, test.round, test.title + " · ", function () { return true; });
  const style = question.several ? "" : "main";

  function go(words, there, look) {
    return button(words, function () {
      rows.leave();
      goTo(test, there);
    }, look);
  }

  header(here + 1, of);
  add(place, [
    rows.nodes,
    el("div", { class: "pair" }, here > 0 && go("Sebelumnya", here - 1),
      here + 1 < of ? go("Berikutnya", here + 1, style) : go("Lihat semua soal", of, style)),
    here + 1 < of && go("Lihat semua soal", of, "link"),
  ]);
  return rows;
}

function missing(test) {
  const count = unanswered(test).length;
  return count ? "Masih ada " + count + " soal belum dijawab." : "Semua soal sudah dijawab.";
}

function listScreen(place) {
  const test = room.screen, words = text(""), grid = el("ul", { class: "grid" });
  add(place, [
    heading(test.title + ": semua soal"), words, grid,
    text("Garis putus-putus: belum dijawab. Jawaban masih bisa diganti sebelum Anda menekan Selesai.", "small"),
    button("Selesai", function () { confirming = true; paint(); }, "main"),
  ]);
  return {
    refresh: function () {
      words.textContent = missing(test);
      put(grid, String(unanswered(test).map(function (one) { return one.item; })), test.questions.map(listed));
      boxNote();
    },
  };

  function listed(question, at) {
    const done = isAnswered(test, question);
    const one = button(String(at + 1), function () { goTo(test, at); }, done ? "done" : "");
    one.setAttribute("aria-label", "Soal " + (at + 1) + (done ? ", sudah dijawab" : ", belum dijawab"));
    return el("li", {}, one);
  }
}

function confirmScreen(place) {
  const test = room.screen, all = !unanswered(test).length;

  function handIn() {
    confirming = false;
    post({ t: "submit", step: test.step });
  }

  add(place, [
    heading("Selesai mengerjakan " + test.title.toLowerCase() + "?"),
    text(missing(test) + " Sesudah selesai, jawaban tidak bisa diganti lagi."),
    el("div", { class: "pair" },
      button("Kembali ke soal", function () { goTo(test, firstUnanswered(test)); }, all ? "" : "main"),
      button("Ya, selesai", handIn, all ? "main" : "")),
  ]);
  return { refresh: boxNote };
}

// Whether everything has reached the hall.
function boxNote() {
  if (!Object.keys(memory.box).length) return;
  if (ready) note("clock", "plain", "Mengirim …", "");
  else note("clock", "due", "Belum semua terkirim", comfort());
}

function throughScreen(place) {
  const test = room.screen, words = text("");
  add(place, [heading(test.title + " selesai"), words]);
  return {
    refresh: function () {
      words.textContent = handedIn(test) ? "Semua jawaban Anda sudah terkirim. Tunggu peserta lain."
        : "Tunggu sampai semua jawaban terkirim.";
      boxNote();
    },
  };
}

function closedScreen(place) {
  const test = room.screen, words = text("");
  add(place, [heading(test.title + " sudah ditutup"), words]);
  return {
    refresh: function () {
      const held = test.questions.filter(function (one) { return kept[aboutAnswer(test.step, one, test.round)]; });
      words.textContent = "Jawaban Anda yang tersimpan: " + held.length + " dari " + test.questions.length
        + " soal. Perhatikan layar di depan.";
    },
  };
}

function resultsScreen(place) {
  const now = room.screen, mine = ofStep(own.results, now.step), before = ofStep(own.results, now.before);
  const more = mine && before ? mine.right - before.right : 0;

  function score(title, result) {
    return [el("p", { class: "score" }, el("span", {}, title),
      el("span", {}, el("strong", {}, String(result.right)), " dari " + result.total + " benar")),
    bar(result.right / result.total)];
  }

  add(place, [
    heading("Hasil " + now.title.toLowerCase()),
    mine ? el("div", { class: "card" }, before && score("Tes awal", before), score(now.title, mine),
      more > 0 && iconed("lead is-right", "check", "Bertambah " + more + " jawaban benar"))
      : text("Anda tidak mengikuti tes ini."),
    text("Hasil ini hanya terlihat di HP Anda. Perhatikan pembahasan di layar depan.", "small"),
    text(room.law, "small"),
  ]);
}
