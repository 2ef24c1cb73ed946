// Which screen the phone shows. Each has a key; while that stays the same the screen is not made anew, so that nobody
// loses their place in it, and only refreshed. Here are those screens too that ask for nothing, and the pledge.
"use strict";

let shown = { key: "" };

const SCREENS = {
  wait: waitScreen, over: waitScreen, pledge: pledgeScreen,
  vote: voteScreen, outcome: outcomeScreen, results: resultsScreen,
};

function current() {
  if (farewell && !over) return ["bye", byeScreen];
  if (form) return ["form" + JSON.stringify([form.coded, form.units, form.tables]), joinScreen];
  if (!own || !room) return ["first", firstScreen];
  const now = room.screen, view = now.kind === "test" ? testView(now) : [told(now), SCREENS[now.kind]];
  return [JSON.stringify([now.kind, now.step, now.round, view[0]]), view[1]];
}

// What else a screen is made of.
function told(now) {
  if (now.kind === "vote") return now.round > 1 && heldIn(now, 1);
  if (now.kind === "outcome") return [heldIn(now, 1), heldIn(now, 2)];
  return now.kind === "results" ? own.results : now.words;
}

function paint() {
  const next = current(), place = $("screen");
  if (shown.key !== next[0]) {
    const first = shown.key === "" || shown.key === "first";
    place.textContent = "";
    header(0, 0);
    shown = Object.assign({ key: next[0] }, next[1](place));
    window.scrollTo(0, 0);
    const title = place.querySelector("h1");
    if (!(first && form)) title.focus(); // nobody is taken away from where they begin to type
    document.title = title.textContent + " · " + $("title").textContent;
  }
  noted = "";
  if (shown.refresh) shown.refresh();
  if (!noted) put($("note"), "", []);
  paintLine();
  put($("alert"), refusal, refusal && iconed("strip alert", "alert", refusal));
  const foot = $("foot");
  foot.className = foot.textContent.trim() ? "full" : "";
  if (foot.offsetHeight < .3 * window.innerHeight) foot.classList.add("held");
}

function header(place, of) {
  const title = (room || form || { title: "Sosialisasi" }).title, words = place + " / " + of;
  put($("title"), title, title);
  put($("place"), words, of > 0 && [
    el("span", { class: "away" }, "Soal " + place + " dari " + of), el("span", { "aria-hidden": "true" }, words),
  ]);
  put($("progress"), words, of > 0 && bar(place / of));
}

let noted = "";

// How it stands with what its person did.
function note(shape, colour, words, more) {
  noted = [shape, colour, words, more].join("|");
  put($("note"), noted, [pill(colour, shape, words), more && text(more)]);
}

function paintLine() {
  if (cut && !farewell && !over) put($("net"), "cut", iconed("strip due", "alert", "Terputus. Menyambung lagi …"));
  else if (back) put($("net"), "back", iconed("strip teal", "check", "Tersambung lagi."));
  else put($("net"), "", []);
}

function firstScreen(place) {
  add(place, [heading("Menyambung"), text("Mencari komputer narasumber …")]);
}

function byeScreen(place) {
  add(place, [heading("Sambungan ditutup"), text(farewell), button("Sambungkan lagi", connect, "main")]);
}

function waitScreen(place) {
  const now = room.screen;
  add(place, [
    heading(now.kind === "over" ? "Sosialisasi selesai" : "Menunggu"), text(now.words),
    el("div", { class: "card" }, text("Anda masuk sebagai", "small"), el("p", {}, el("strong", {}, own.name)),
      text(own.unit), own.people > 1 && text(own.people + " orang menjawab dengan HP ini")),
  ]);
}

function pledgeScreen(place) {
  const now = room.screen, last = now.lines.length - 1, words = text("", "small");
  const tap = button("Saya turut berikrar", function () { post({ t: "pledge" }); }, "main");
  add(place, [
    heading("Ikrar"), text(now.name, "small"), words,
    el("div", { class: "card" }, text(now.lines[0]),
      el("ol", {}, now.lines.slice(1, last).map(function (one) { return el("li", {}, one); })), text(now.lines[last])),
    tap,
  ]);
  return {
    refresh: function () {
      const open = room.screen.open && !own.pledged && !waiting(about("pledge"));
      tap.hidden = !open;
      words.textContent = open ? "Ucapkan bersama-sama, lalu tekan tombol di bawah."
        : "Ucapkan bersama-sama, mengikuti narasumber.";
      words.hidden = own.pledged;
      if (own.pledged) note("check", "teal", "Ikrar Anda tercatat", "Terima kasih sudah turut berikrar.");
      else boxNote();
    },
  };
}

load();
document.addEventListener("visibilitychange", wake);
window.addEventListener("online", wake);
window.addEventListener("pageshow", function (event) { if (event.persisted) wake(); });
paint();
connect();
