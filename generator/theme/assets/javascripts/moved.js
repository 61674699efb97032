/* Leads from an old address to the new one, and takes along what follows ? and #. */
(function () {
  'use strict';
  var to = document.currentScript.getAttribute('data-to');
  location.replace(to + location.search + location.hash);
})();
