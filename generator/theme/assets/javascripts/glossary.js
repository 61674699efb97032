/* Shows what a term of the glossary means on a card beside it: under a mouse, on focus, at the first tap.
 * A classic script with no dependencies. Without it a term is a link whose title is its meaning.
 */
(function () {
  "use strict";

  var GAP = 6;
  var EDGE = 8;
  var DOCK = 64;
  var SHOW = 120;
  var HIDE = 200;
  /* A tap is followed by the mouse events that it would have been. */
  var TAP = 1000;
  var cards = new Map();
  var open = null;
  var timer = 0;
  var touched = -TAP;

  function element(name, className, text) {
    var node = document.createElement(name);
    node.className = className;
    node.textContent = text;
    return node;
  }

  /* The meaning is described by an element that stays, so that a screen reader has it at any time. */
  document.querySelectorAll("a.hb-term").forEach(function (term, number) {
    var card = element("div", "hb-meaning", "");
    var meaning = element("span", "", term.title);
    var more = element("a", "", "词语解释");
    card.hidden = true;
    meaning.id = "hb-meaning-" + number;
    meaning.setAttribute("role", "tooltip");
    more.href = term.href;
    card.appendChild(meaning);
    card.appendChild(more);
    card.addEventListener("mouseenter", function () { window.clearTimeout(timer); });
    card.addEventListener("mouseleave", function () { later(hide, HIDE); });
    /* A press on the card must not take the focus from the term, which would close it. */
    card.addEventListener("mousedown", function (event) { event.preventDefault(); });
    document.body.appendChild(card);
    term.removeAttribute("title");
    term.setAttribute("aria-describedby", meaning.id);
    cards.set(term, card);
  });

  function later(what, wait) {
    window.clearTimeout(timer);
    timer = window.setTimeout(what, wait);
  }

  function hide() {
    window.clearTimeout(timer);
    if (open) cards.get(open).hidden = true;
    open = null;
  }

  function show(term, tapped) {
    if (open !== term) hide();
    window.clearTimeout(timer);
    open = term;
    var card = cards.get(term);
    card.className = tapped ? "hb-meaning hb-meaning-tapped" : "hb-meaning";
    card.hidden = false;
    var at = term.getBoundingClientRect();
    var wide = document.documentElement.clientWidth;
    var below = at.bottom + GAP + card.offsetHeight <= window.innerHeight - DOCK;
    var top = below || at.top < card.offsetHeight + DOCK ? at.bottom + GAP : at.top - GAP - card.offsetHeight;
    var left = Math.max(EDGE, Math.min(at.left, wide - EDGE - card.offsetWidth));
    card.style.top = top + window.pageYOffset + "px";
    card.style.left = left + window.pageXOffset + "px";
  }

  function termOf(target) {
    var term = target && target.closest ? target.closest("a.hb-term") : null;
    return cards.has(term) ? term : null;
  }

  function outside(target) {
    return open && termOf(target) !== open && !cards.get(open).contains(target);
  }

  function byFinger() {
    return Date.now() - touched < TAP;
  }

  /* A tap beside what can be clicked is no click everywhere, but it is always a touch. */
  document.addEventListener("touchstart", function (event) {
    touched = Date.now();
    if (outside(event.target)) hide();
  }, { passive: true });

  document.addEventListener("mouseover", function (event) {
    var term = termOf(event.target);
    if (term && !byFinger()) later(function () { show(term, false); }, SHOW);
  });
  document.addEventListener("mouseout", function (event) {
    if (termOf(event.target) && !byFinger()) later(hide, HIDE);
  });
  document.addEventListener("focusin", function (event) {
    var term = termOf(event.target);
    if (term && !byFinger()) show(term, false);
  });
  document.addEventListener("focusout", function (event) {
    if (termOf(event.target)) hide();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
  window.addEventListener("resize", hide);

  document.addEventListener("click", function (event) {
    var term = termOf(event.target);
    if (term && byFinger() && open !== term) {
      event.preventDefault();
      show(term, true);
    } else if (outside(event.target)) {
      hide();
    }
  });
})();
