/* Printing and copying. A classic script with no dependencies: it runs from a USB stick too. */
(function () {
  "use strict";

  /* The clipboard API is missing on file:// and in the browsers of many chat apps; selecting a field works there. */
  function copyBySelecting(text) {
    var field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.className = "hb-copy-field";
    document.body.appendChild(field);
    field.focus({ preventScroll: true });
    field.select();
    field.setSelectionRange(0, text.length);
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      done = false;
    }
    document.body.removeChild(field);
    return done;
  }

  function copy(text, tell) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(
        function () { tell(true); },
        function () { tell(copyBySelecting(text)); }
      );
    } else {
      tell(copyBySelecting(text));
    }
  }

  /* For the last resort: the reader copies by hand what is already selected. */
  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    element.scrollIntoView({ block: "center" });
  }

  var status = document.createElement("p");
  status.className = "hb-visually-hidden";
  status.setAttribute("role", "status");
  document.body.appendChild(status);

  function say(button, words) {
    var label = button.getAttribute("data-label") || button.textContent;
    button.setAttribute("data-label", label);
    button.textContent = words;
    status.textContent = words;
    window.clearTimeout(button.hbTimer);
    button.hbTimer = window.setTimeout(function () {
      button.textContent = label;
      status.textContent = "";
    }, 2400);
  }

  document.addEventListener("click", function (event) {
    var target = event.target;
    if (!target || !target.closest) return;

    if (target.closest("[data-print]")) {
      window.print();
      return;
    }

    var button = target.closest("[data-copy]");
    if (!button) return;
    var sources = document.querySelectorAll("[data-copy-source]");
    for (var i = 0; i < sources.length; i += 1) {
      if (sources[i].getAttribute("data-copy-source") !== button.getAttribute("data-copy")) continue;
      var source = sources[i];
      copy(source.innerText.trim(), function (done) {
        if (done) {
          say(button, "已复制");
        } else {
          select(source);
          say(button, "已选中，请长按复制");
        }
      });
      return;
    }
  });

  /* On a phone a chosen heading should not stay hidden behind the list it was chosen from. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".hb-contents a");
    if (link) link.closest("details").open = false;
  });
})();
