// What the phone keeps: who it is, what its person did that the hall has not kept yet, and what the hall has kept.
"use strict";

const STORE = "asnquiz";
const TAB = String(Math.random());

const memory = { token: null, box: {} }; // in the box each message stands under what it is about
let stored = true; // whether it outlives the page
let classCode = "";

let own = null, room = null; // what the hall said last
let kept = {}; // answers that the hall keeps
let sent = null; // the message of the box that is under way
let refusal = ""; // why the last one was not taken

// Where the browser keeps nothing, the token stands in the part of the address that is never sent.
function load() {
  const parts = location.hash.slice(1).split(".");
  if (/^\d{6}$/.test(parts[0])) classCode = parts[0];
  try {
    Object.assign(memory, JSON.parse(localStorage.getItem(STORE)));
    localStorage.setItem(STORE, JSON.stringify(memory));
  } catch (error) {
    stored = false;
    memory.token = memory.token || parts[1] || null;
  }
}

function save() {
  try {
    localStorage.setItem(STORE, JSON.stringify(memory));
  } catch (error) {
    stored = false;
    history.replaceState(null, "", "#" + classCode + "." + memory.token);
  }
}

// Of several tabs of one browser, the one that was connected last goes on by itself.
function takeTab() {
  try {
    localStorage.setItem(STORE + "-tab", TAB);
  } catch (error) {
    stored = false;
  }
}

function isTaken() {
  try {
    return localStorage.getItem(STORE + "-tab") !== TAB;
  } catch (error) {
    return false;
  }
}

function become(token) {
  if (memory.token === token) return;
  Object.assign(memory, { token: token, box: {} });
  kept = {};
  save();
}

function about(of, step, item, round) {
  return [of, step, item, round].join("|");
}

function aboutAnswer(step, question, round) {
  return about("answer", step, question.item, round);
}

function waiting(key) {
  return memory.box[key] || null;
}

function post(message) {
  memory.box[about(message.t, message.step, message.item, message.round)] = message;
  refusal = "";
  save();
  flush();
  paint();
}

function drop(key) {
  delete memory.box[key];
  save();
}

function postAnswer(step, question, round, answer) {
  const key = aboutAnswer(step, question, round), unsent = waiting(key), held = kept[key], before = unsent || held;
  if (before && same(before.answer, answer)) return paint();
  post({
    t: "answer", step: step, item: question.item, round: round, answer: answer,
    number: Math.max(unsent ? unsent.number : 0, held ? held.number : 0) + 1,
    said: letters(question, answer), // for its person only
  });
}

// One message at a time, answers first: so a test is never handed in before its last answer.
function flush() {
  if (!ready || sent) return;
  const keys = Object.keys(memory.box);
  const answers = keys.filter(function (key) { return key.indexOf("answer") === 0; });
  const next = answers.concat(keys)[0];
  if (!next) return;
  sent = { key: next, number: memory.box[next].number };
  tell(Object.assign({}, memory.box[next], { said: undefined }));
  expect();
}

// What the hall told of its person: what it keeps already need not be sent again.
function settle() {
  own.given.forEach(function (one) {
    const key = about("answer", one.step, one.item, one.round);
    if (!kept[key] || kept[key].number < one.number) kept[key] = one;
  });
  Object.keys(memory.box).forEach(function (key) {
    const message = memory.box[key];
    const done = {
      answer: kept[key] && kept[key].number >= message.number,
      submit: own.submitted.indexOf(message.step) >= 0,
      pledge: own.pledged,
    };
    if (done[message.t]) drop(key);
  });
}

// What the hall says to a message: it is kept now, or was not taken. One that a later one replaced changes nothing.
function acknowledge(reply) {
  const key = about(reply.of, reply.step, reply.item, reply.round), mine = waiting(key);
  if (sent && sent.key === key && sent.number === reply.number) sent = null;
  if (!mine || mine.number !== reply.number) return;
  drop(key);
  if (reply.t === "refused") refusal = mine.t === "answer" ? refusedAnswer(key, mine, reply.words) : reply.words;
  else if (mine.t === "answer") kept[key] = mine;
  else if (mine.t === "submit") own.submitted.push(mine.step);
  else own.pledged = true;
}

function refusedAnswer(key, mine, words) {
  const held = kept[key], now = room.screen;
  const question = (now.questions || [now.question]).filter(function (one) {
    return one && one.item === mine.item;
  })[0];
  const rest = !held ? "Tidak ada jawaban Anda yang tersimpan untuk soal itu."
    : "Jawaban yang tersimpan: " + (question ? letters(question, held.answer) : "yang sebelumnya") + ".";
  return "Jawaban " + mine.said + " tidak diterima. " + words + " " + rest;
}
