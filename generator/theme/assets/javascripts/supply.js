/* How much a kit asks for, for the reader's own class. A classic script: it runs from a USB stick too.
 * It counts as generator/content/supply.py does.
 */
(function () {
  "use strict";

  var KEPT = "handbook-class";

  function shares(party) {
    var largest = Math.ceil(party.pupils / party.classes);
    return {
      pupil: party.pupils,
      pair: party.classes * Math.ceil(largest / 2),
      group: party.classes * Math.ceil(largest / party.group),
      "class": party.classes,
      teacher: party.classes,
      event: 1
    };
  }

  function kept() {
    try {
      return JSON.parse(window.localStorage.getItem(KEPT)) || {};
    } catch (error) {
      return {};
    }
  }

  function keep(party) {
    try {
      window.localStorage.setItem(KEPT, JSON.stringify({ pupils: party.pupils, classes: party.classes }));
    } catch (error) {
      /* A browser that keeps nothing still counts. */
    }
  }

  function start(form) {
    var table = document.getElementById(form.getAttribute("data-table"));
    var rows = table.querySelectorAll("tr[data-per]");
    var said = form.querySelector("[data-said]");
    var names = ["pupils", "group", "classes"];

    function read() {
      var party = {};
      for (var i = 0; i < names.length; i += 1) {
        var input = form.elements[names[i]];
        var value = Number(input.value);
        var right = input.value !== "" && value % 1 === 0 && value >= Number(input.min) && value <= Number(input.max);
        input.setAttribute("aria-invalid", right ? "false" : "true");
        if (!right) {
          said.textContent = input.getAttribute("data-name") + "请填" + input.min + "到" + input.max + "的整数。下面还是原来的数。";
          return null;
        }
        party[names[i]] = value;
      }
      if (party.pupils < party.classes) {
        form.elements.classes.setAttribute("aria-invalid", "true");
        said.textContent = "班数比人数还多，请再看看。下面还是原来的数。";
        return null;
      }
      return party;
    }

    function count() {
      var party = read();
      if (!party) return null;
      var share = shares(party);
      var whole = 0;
      var half = 0;
      for (var i = 0; i < rows.length; i += 1) {
        var row = rows[i];
        var number = Number(row.getAttribute("data-n")) * share[row.getAttribute("data-per")];
        row.querySelector("[data-count]").textContent = String(number);
        if (row.getAttribute("data-paper") === "A5") half += number;
        else if (row.hasAttribute("data-paper")) whole += number;
      }
      var paper = table.querySelector("[data-paper-total]");
      if (paper) paper.textContent = String(whole + Math.ceil(half / 2));
      said.textContent = form.getAttribute("data-sentence")
        .replace("{pupils}", party.pupils)
        .replace("{classes}", party.classes)
        .replace("{group}", party.group)
        .replace("{groups}", share.group);
      return party;
    }

    var own = kept();
    var given = form.elements.pupils;
    if (form.hasAttribute("data-own") && own.pupils >= Number(given.min) && own.pupils <= Number(given.max)) {
      given.value = own.pupils;
      form.elements.classes.value = own.classes || 1;
    }
    form.addEventListener("input", function () {
      var party = count();
      if (party && form.hasAttribute("data-own")) keep(party);
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.hidden = false;
    if (!count()) {
      form.reset();
      count();
    }
  }

  var forms = document.querySelectorAll("form.hb-supply");
  for (var i = 0; i < forms.length; i += 1) start(forms[i]);
})();
