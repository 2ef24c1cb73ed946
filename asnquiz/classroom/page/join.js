// Coming in: by kode kelas with a kode peserta, or a name and a unit; at a table with how many people share the phone.
"use strict";

function joinScreen(place) {
  const byName = { on: form.tables || !form.coded };
  const general = el("div", { role: "alert", tabindex: "-1" }), body = el("div", {});
  const enter = el("button", { type: "submit", class: "main" });
  const typed = { class: classCode };
  let fields = [];

  function fill() {
    fields = joinFields(form, byName.on, typed);
    body.textContent = "";
    add(body, [fields.map(function (one) { return one.node; }), general, enter,
      form.coded && !form.tables && button(
        byName.on ? "Masuk dengan kode peserta" : "Tidak punya kode peserta? Masuk dengan nama", turn, "link")]);
  }

  function turn() {
    byName.on = !byName.on;
    fill();
    fields[1].input.focus();
  }

  // At the field that the first words name, else above the button.
  function refuse(words) {
    const one = fields.filter(function (each) { return words.indexOf(each.label) === 0; })[0];
    if (one) mark(one, words);
    else put(general, words, iconed("strip alert", "alert", words));
    (one ? one.input : general).focus();
  }

  function send(event) {
    event.preventDefault();
    if (joining) return;
    const given = { t: "join", class: "", guest: "", name: "", unit: "", people: 1 };
    put(general, "", []);
    fields.forEach(function (one) {
      mark(one, "");
      given[one.id] = one.input.value.trim();
    });
    const empty = fields.filter(function (one) { return !given[one.id]; })[0];
    if (empty) return refuse(empty.label + " masih kosong. " + empty.empty);
    given.people = Number(given.people);
    if (!(given.people > 0 && given.people % 1 === 0)) {
      return refuse("Jumlah orang harus berupa angka. Perbaiki, lalu masuk lagi.");
    }
    if (!isOpen()) return refuse("Belum tersambung. Tunggu sebentar, lalu tekan Masuk lagi.");
    joining = true;
    become(form.token); // so that a phone that is cut off now is known when it is back
    tell(given);
    expect();
    paint();
  }

  fill();
  add(place, [heading("Masuk"), rejoin && text("Anda perlu masuk lagi di HP ini."),
    el("form", { novalidate: "", submit: send }, body)]);
  return {
    refresh: function () {
      enter.textContent = joining ? "Sedang masuk …" : "Masuk";
      if (refusal) refuse(refusal);
      refusal = "";
    },
  };
}

function joinFields(asked, byName, typed) {
  function lineInput(more) {
    return el("input", Object.assign({
      type: "text", autocorrect: "off", spellcheck: "false", maxlength: "120",
    }, more));
  }

  function codeInput(more) {
    return lineInput(Object.assign({ class: "code", maxlength: "9" }, more));
  }

  function unitInput() {
    if (!asked.units.length) return lineInput({});
    return el("select", {}, el("option", { value: "" }, "Pilih unit kerja"), asked.units.map(function (one) {
      return el("option", { value: one }, one);
    }));
  }

  const fields = [joinField(typed, "class", "Kode kelas", codeInput({ inputmode: "numeric" }),
    "Enam angka di layar depan.", "Lihat kode kelas di layar depan.")];
  if (!byName) {
    fields.push(joinField(typed, "guest", "Kode peserta", codeInput({ autocapitalize: "characters" }),
      "Empat huruf atau angka di undangan Anda.", "Kode itu ada di undangan Anda."));
    return fields;
  }
  fields.push(asked.tables
    ? joinField(typed, "name", "Nama meja", lineInput({}), "Misalnya: Meja 3.", "Isi nama atau nomor meja.")
    : joinField(typed, "name", "Nama", lineInput({ autocapitalize: "words" }), "", "Isi nama Anda."));
  fields.push(joinField(typed, "unit", "Unit kerja", unitInput(), "", "Isi unit kerja Anda."));
  if (asked.tables) {
    fields.push(joinField(typed, "people", "Jumlah orang", lineInput({ inputmode: "numeric", maxlength: "3" }),
      "Semua yang menjawab bersama dengan HP ini, termasuk Anda.", "Isi berapa orang yang menjawab dengan HP ini."));
  }
  return fields;
}

// `typed` outlives the field, so that nothing is typed again when others come in its place.
function joinField(typed, id, label, input, help, empty) {
  const error = el("p", { class: "error", id: id + "-salah" });
  const one = { id: id, label: label, input: input, error: error, empty: empty };
  input.setAttribute("autocomplete", "off");
  input.setAttribute("aria-describedby", id + "-salah" + (help ? " " + id + "-bantuan" : ""));
  input.value = typed[id] || "";
  input.addEventListener("input", function () {
    typed[id] = input.value;
    mark(one, "");
  });
  one.node = el("div", {}, el("label", { class: "field" }, label, input),
    help && el("p", { class: "small", id: id + "-bantuan" }, help), error);
  return one;
}

function mark(field, words) {
  if (words) field.input.setAttribute("aria-invalid", "true");
  else field.input.removeAttribute("aria-invalid");
  put(field.error, words, words && [icon("alert"), el("span", {}, words)]);
}
