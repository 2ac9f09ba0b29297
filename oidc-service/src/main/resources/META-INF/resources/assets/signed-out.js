// Loaded before the frames, so that none of them can finish unheard. Plain enough for old browsers.
(function () {
  'use strict';
  var left = false;

  function list() {
    return document.getElementById('apps');
  }

  function say(client, told) {
    var entries = list() ? list().querySelectorAll('li') : [];
    for (var i = 0; i < entries.length; i++) {
      if (entries[i].getAttribute('data-client') === client) {
        entries[i].setAttribute('data-told', told);
        entries[i].querySelector('.told').textContent = list().getAttribute('data-' + told.toLowerCase()) || '';
      }
    }
  }

  function goOn() {
    var target = document.getElementById('continue');
    if (target && !left) {
      left = true;
      window.location.replace(target.href);
    }
  }

  function follow() {
    var status = list() && list().getAttribute('data-status');
    if (!status || !window.EventSource || document.getElementById('continue')) {
      return;
    }
    var source = new EventSource('/oidc/v1/end_session/status?of=' + encodeURIComponent(status));
    source.onmessage = function (event) {
      var all = JSON.parse(event.data);
      var open = 0;
      for (var client in all) {
        say(client, all[client]);
        open += all[client] === 'PENDING' || all[client] === 'RETRYING' ? 1 : 0;
      }
      if (open === 0) {
        source.close();
      }
    };
  }

  document.addEventListener('load', function (event) {
    var frame = event.target;
    if (frame && frame.tagName === 'IFRAME') {
      var entry = list() && list().querySelector('li[data-client="' + frame.getAttribute('data-client') + '"]');
      if (entry) {
        entry.setAttribute('data-loaded', 'yes');
      }
    }
  }, true);
  document.addEventListener('DOMContentLoaded', function () {
    var timeout = list() ? Number(list().getAttribute('data-timeout')) : 0;
    setTimeout(goOn, timeout);
    follow();
  });
  // All frames have loaded, or failed to: neither tells whether the app took note.
  window.addEventListener('load', goOn);
})();
