/* The page 没有这一页: looks for what the address asked for.
 *
 * A mistyped, shortened or moved address still holds most of a page's name; Chinese or pinyin in it
 * is a question. Nothing is shown that is not near: then the page stays as it is.
 */
(function () {
  'use strict';

  var MOST = 5;
  var HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
  var SYLLABLE = /(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?[aeiouv]{1,3}(?:ng|n|r)?/g;

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  /* Each syllable is taken as long as it goes: what is left over was none, and no text takes long. */
  function pinyin(text) {
    return text !== '' && text.replace(SYLLABLE, '') === '';
  }

  /* What the address may have meant by name, the last part first: no index, no ending, no upper case. */
  function asked() {
    var path = location.pathname;
    try { path = decodeURIComponent(path); } catch (error) { /* Not UTF-8: as it stands. */ }
    var parts = path.toLowerCase().split('/').map(function (part) {
      return part.trim().replace(/\.(?:html?|md|php|aspx?|docx?|pdf|svg|png)$/, '').replace(/[\s_.]+/g, '-');
    });
    return parts.filter(function (part) { return part && part !== 'index'; }).reverse();
  }

  /* How many letters to change, add, drop or swap with the next one to make one word of the other. */
  function distance(one, other) {
    var rows = [];
    for (var i = 0; i <= one.length; i++) {
      rows[i] = [i];
      for (var j = 1; j <= other.length; j++) {
        if (!i) { rows[i][j] = j; continue; }
        var same = one[i - 1] === other[j - 1];
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[one.length][other.length];
  }

  function alike(one, other) {
    return 1 - distance(one, other) / Math.max(one.length, other.length);
  }

  /* From 0, not near, to 1: by letters, or by words that both have, whatever their order. */
  function near(name, slug) {
    var words = name.split('-').filter(Boolean);
    var others = slug.split('-');
    var shared = 0;
    var letters = 0;
    others.forEach(function (other) {
      letters += other.length;
      if (other.length > 2 && words.some(function (word) { return alike(word, other) >= 0.75; })) shared += other.length;
    });
    var whole = alike(name, slug);
    return Math.max(whole >= 0.6 ? whole : 0, shared / letters >= 0.5 ? shared / letters : 0);
  }

  /* Folders name many pages, so they are no sign of one. */
  function folder(index, part) {
    return index.items.filter(function (item) { return item.address.split('/').slice(0, -1).indexOf(part) >= 0; }).length > 1;
  }

  function nearest(index, name) {
    var found = index.items.map(function (item) { return { item: item, near: near(name, item.slug) }; });
    found = found.filter(function (hit) { return hit.near > 0; });
    found.sort(function (a, b) { return b.near - a.near || a.item.number - b.item.number; });
    return found.map(function (hit) { return hit.item; });
  }

  function facts(index, item) {
    var said = ['kind', 'grade', 'subject'].map(function (key) {
      var names = (item.facets[key] || []).map(function (term) { return index.labels[key].get(term); });
      return names.length > 2 ? names[0] + '至' + names[names.length - 1] : names.join('、');
    });
    return said.filter(Boolean).join(' · ');
  }

  function show(index, items, title) {
    var hits = items.slice(0, MOST).map(function (item) { return { item: item }; });
    return handbookSearch.cards(hits).then(function () { fill(index, items.slice(0, MOST), title); });
  }

  function fill(index, items, title) {
    var list = document.getElementById('lost-list');
    list.textContent = '';
    items.filter(function (item) { return item.title; }).forEach(function (item) {
      var row = element('li', 'hb-tile');
      if (item.facets.band && item.facets.band.length === 1) row.dataset.band = item.facets.band[0];
      var link = element('a');
      link.href = handbookSearch.root + item.address;
      link.appendChild(element('span', 'hb-tile-facts', facts(index, item)));
      link.appendChild(element('strong', '', item.title));
      link.appendChild(element('span', 'hb-tile-summary', item.summary));
      row.appendChild(link);
      list.appendChild(row);
    });
    document.getElementById('lost-near-title').textContent = title;
    document.getElementById('lost-near').hidden = false;
  }

  function start() {
    var parts = asked();
    if (!parts.length || !document.getElementById('lost') || !window.handbookSearch) return;
    handbookSearch.slugs().then(function (index) {
      for (var i = 0; i < parts.length; i++) {
        var found = folder(index, parts[i]) ? [] : nearest(index, parts[i]);
        if (found.length) {
          return show(index, found, '是不是找这一页？');
        }
      }
      if (!HAN.test(parts[0]) && !pinyin(parts[0].replace(/-/g, ''))) return;
      var words = parts[0].replace(/-+/g, ' ').trim();
      return handbookSearch.query(words).then(function (result) {
        if (!result.hits.length) return;
        document.getElementById('lost-q').value = words;
        return show(index, result.hits.map(function (hit) { return hit.item; }), '手册里和“' + words.slice(0, 40) + '”有关的');
      });
    }).catch(function () { /* Without the index the page reads as it stands. */ });
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
