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
    if (!(given.people > 0 && given.people % 1 === 0)) return refuse("Jumlah orang harus berupa angka. Perbaiki, lalu masuk lagi.");
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
    return el("input", Object.assign({ type: "text", autocorrect: "off", spellcheck: "false", maxlength: "120" }, more));
  }

  function choice() {
    return el("select", {}, el("option", { value: "" }, "Pilih unit kerja"), asked.units.map(function (one) {
      return el("option", { value: one }, one);
    }));
  }

  const code = { class: "code", maxlength: "9" };
  const fields = [joinField("class", "Kode kelas", lineInput(Object.assign({ inputmode: "numeric" }, code)),
    "Enam angka di layar depan.", "Lihat kode kelas di layar depan.", typed)];
  if (!byName) {
    return fields.concat(joinField("guest", "Kode peserta", lineInput(Object.assign({ autocapitalize: "characters" }, code)),
      "Empat huruf atau angka di undangan Anda.", "Kode itu ada di undangan Anda.", typed));
  }
  return fields.concat(
    asked.tables ? joinField("name", "Nama meja", lineInput({}), "Misalnya: Meja 3.", "Isi nama atau nomor meja.", typed)
      : joinField("name", "Nama", lineInput({ autocapitalize: "words" }), "", "Isi nama Anda.", typed),
    asked.units.length ? joinField("unit", "Unit kerja", choice(), "", "Pilih unit kerja Anda.", typed)
      : joinField("unit", "Unit kerja", lineInput({}), "", "Isi unit kerja Anda.", typed),
    asked.tables ? joinField("people", "Jumlah orang", lineInput({ inputmode: "numeric", maxlength: "3" }),
      "Semua yang menjawab bersama dengan HP ini, termasuk Anda.", "Isi berapa orang yang menjawab dengan HP ini.", typed) : []);
}

// `typed` outlives the field, so that nothing is typed again when others come in its place.
function joinField(id, label, input, help, empty, typed) {
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
