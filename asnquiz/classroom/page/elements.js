// How things get into the page. All scripts of it are one program, cut by what they are about and put into the document
// together. They are for browsers six years old: nothing newer than ES2018, and nothing that needs a secure connection.
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const LONG_STEM = 140;

function $(id) {
  return document.getElementById(id);
}

// Text goes in as text only. What is empty, false or null goes in as nothing.
function add(parent, child) {
  if (Array.isArray(child)) child.forEach(function (one) { add(parent, one); });
  else if (child) parent.append(child);
}

function el(tag, attributes) {
  const made = document.createElement(tag);
  Object.keys(attributes).forEach(function (key) {
    const value = attributes[key];
    if (typeof value === "function") made.addEventListener(key, value);
    else made.setAttribute(key, value);
  });
  add(made, Array.prototype.slice.call(arguments, 2));
  return made;
}

function icon(shape) {
  const svg = document.createElementNS(SVG, "svg"), use = document.createElementNS(SVG, "use");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  use.setAttribute("href", "#i-" + shape);
  svg.append(use);
  return svg;
}

// What stands there already is not written again: a screen reader would say it twice.
function put(place, key, nodes) {
  if (place.getAttribute("data-key") === key) return;
  place.setAttribute("data-key", key);
  place.textContent = "";
  add(place, nodes);
}

function text(words, style) {
  return el("p", { class: style || "" }, words);
}

function heading(words) {
  return el("h1", { tabindex: "-1", class: words.length > LONG_STEM ? "long" : "" }, words);
}

function button(words, pressed, style) {
  return el("button", { type: "button", class: style || "", click: pressed }, words);
}

function iconed(style, shape, words) {
  return el("p", { class: style }, icon(shape), el("span", {}, words));
}

function pill(colour, shape, words) {
  return el("p", {}, el("span", { class: "pill " + colour }, icon(shape), el("span", {}, words)));
}

function bar(share) {
  const filled = el("div", {});
  filled.style.width = 100 * share + "%";
  return el("div", { class: "bar", "aria-hidden": "true" }, filled);
}

// "A", "A dan C", "A, B, dan D".
function enumerated(words) {
  if (words.length < 3) return words.join(" dan ");
  return words.slice(0, -1).join(", ") + ", dan " + words[words.length - 1];
}

function letters(question, answer) {
  const picked = question.rows.filter(function (row) { return answer.indexOf(row.index) >= 0; });
  return enumerated(picked.map(function (row) { return row.letter; }));
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function ofStep(list, step) {
  return list.filter(function (one) { return one.step === step; })[0];
}
