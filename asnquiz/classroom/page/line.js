// The line to the hall. A phone is often not told that it broke, so one that says nothing when it should is given up.
"use strict";

const PATIENCE = 6000; // milliseconds that a reply is waited for
const QUIET = 25000; // after so long without a word the hall is asked whether it is there
const SHORT = 300, LONG = 5000; // between two attempts to connect
const PAUSE = 15000; // the same after the hall said goodbye
const GAP = 800; // a shorter one is no news

let line = null;
let ready = false; // whether the hall knows whose phone this is
let form = null, farewell = ""; // what it said instead
let over = false, rejoin = false, joining = false;
let cut = false, back = false; // whether to say that the line is lost, and that it is found
let tries = 0, heard = 0;
let patience = 0, quiet = 0, retry = 0, gap = 0; // timers

function tell(message) {
  if (isOpen()) line.send(JSON.stringify(message));
}

function isOpen() {
  return line !== null && line.readyState === 1;
}

function expect() {
  clearTimeout(patience);
  patience = setTimeout(lost, PATIENCE);
}

function hangUp() {
  [patience, quiet, retry].forEach(clearTimeout);
  if (line) {
    line.onopen = line.onmessage = line.onclose = null;
    line.close();
  }
  line = sent = null;
  ready = false;
}

function connect() {
  hangUp();
  takeTab();
  line = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/ws");
  line.onopen = greet;
  line.onmessage = function (event) { receive(JSON.parse(event.data)); };
  line.onclose = lost;
  expect();
}

// The hall says where the briefing stands; whatever it says when it is greeted once more shows that it is there.
function greet() {
  tell({ t: "hello", token: memory.token || null });
  expect();
}

function lost() {
  hangUp();
  if (over) return;
  if (farewell) {
    retry = setTimeout(function () { if (!isTaken()) connect(); }, PAUSE);
    return paint();
  }
  retry = setTimeout(connect, SHORT + Math.random() * Math.min(LONG - SHORT, SHORT * Math.pow(2, tries++)));
  if (!gap && !cut) gap = setTimeout(function () { gap = 0; cut = true; paint(); }, GAP);
  if (joining) refusal = "Sambungan terputus sebelum Anda tercatat. Tunggu sampai tersambung, lalu tekan Masuk lagi.";
  joining = false;
  paint();
}

function found() {
  clearTimeout(gap);
  gap = 0;
  if (!cut) return;
  cut = false;
  back = true;
  setTimeout(function () { back = false; paint(); }, 4000);
}

// Phones that slept, or changed networks, do not wait for their turn.
function wake() {
  if (document.visibilityState === "hidden" || over || (isOpen() && Date.now() - heard < 2000)) return;
  connect();
}

function receive(message) {
  clearTimeout(patience);
  clearTimeout(quiet);
  quiet = setTimeout(greet, QUIET);
  heard = Date.now();
  tries = 0;
  found();
  farewell = "";
  READERS[message.t](message);
  if (sent) expect();
  flush();
  paint();
}

const READERS = {
  form: function (message) {
    rejoin = rejoin || own !== null;
    form = message;
    own = room = null;
    ready = false;
  },
  token: function (message) {
    become(message.token);
  },
  own: function (message) {
    if (ready && message.version < own.version) return;
    if (joining) refusal = "";
    own = message;
    form = null;
    joining = rejoin = false;
    ready = true;
    settle();
  },
  room: function (message) {
    if (room && room.line === line && message.version < room.version) return;
    const before = room ? room.screen : {}, now = message.screen;
    if (now.kind !== before.kind || now.step !== before.step || now.round !== before.round) refusal = "";
    room = message;
    room.line = line;
    over = now.kind === "over";
  },
  saved: acknowledge,
  refused: function (message) {
    if (message.of === "hello") return;
    if (message.of !== "join") return acknowledge(message);
    joining = false;
    refusal = message.words;
  },
  bye: function (message) {
    farewell = message.words;
  },
};
