// The OP iframe of OpenID Connect Session Management 1.0, section 3.2. It answers the origin that asked, and nobody else.
(function () {
  'use strict';
  var LONGEST = 2048;
  // A page that asks more often than this in a second is not heard for the rest of it: each answer costs a hash.
  var MOST_PER_SECOND = 25;
  var windowBegan = 0;
  var heard = 0;

  function mayAsk() {
    var now = Date.now();
    if (now - windowBegan >= 1000 || now < windowBegan) {
      windowBegan = now;
      heard = 0;
    }
    heard += 1;
    return heard <= MOST_PER_SECOND;
  }

  function browserState() {
    var found = /(?:^|; )vesper-browser-state=([0-9a-f]{32})(?:;|$)/.exec(document.cookie);
    return found ? found[1] : '';
  }

  // Not crypto.subtle, which browsers keep from pages that were framed by an insecure one. FIPS 180-4, section 6.2.
  function sha256(text) {
    var bytes = unescape(encodeURIComponent(text));
    var words = [];
    var primes = [];
    var hash = [];
    var i;
    var j;
    function fraction(value) {
      return ((value - Math.floor(value)) * 0x100000000) | 0;
    }
    function rotate(value, by) {
      return (value >>> by) | (value << (32 - by));
    }
    for (i = 2; primes.length < 64; i++) {
      for (j = 2; j * j <= i && i % j !== 0; j++) { /* looks for a divisor */ }
      if (j * j > i) {
        primes.push(fraction(Math.pow(i, 1 / 3)));
        if (hash.length < 8) {
          hash.push(fraction(Math.sqrt(i)));
        }
      }
    }
    for (i = 0; i < bytes.length; i++) {
      words[i >> 2] |= bytes.charCodeAt(i) << (24 - (i % 4) * 8);
    }
    words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
    words[(((bytes.length + 8) >> 6) << 4) + 15] = bytes.length * 8;
    for (i = 0; i < words.length; i += 16) {
      var w = [];
      var s = hash.slice();
      for (j = 0; j < 64; j++) {
        if (j < 16) {
          w[j] = words[i + j] | 0;
        } else {
          var a = w[j - 15];
          var b = w[j - 2];
          w[j] = (w[j - 16] + w[j - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3))
              + (rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10))) | 0;
        }
        var t1 = (s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25))
            + ((s[4] & s[5]) ^ (~s[4] & s[6])) + primes[j] + w[j]) | 0;
        var t2 = ((rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22))
            + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]))) | 0;
        s = [(t1 + t2) | 0, s[0], s[1], s[2], (s[3] + t1) | 0, s[4], s[5], s[6]];
      }
      for (j = 0; j < 8; j++) {
        hash[j] = (hash[j] + s[j]) | 0;
      }
    }
    return hash.map(function (word) {
      return ('00000000' + (word >>> 0).toString(16)).slice(-8);
    }).join('');
  }

  function answer(question, origin) {
    var parts = /^(\S+) ([0-9a-f]{64})\.([0-9a-f]+)$/.exec(question);
    if (!parts) {
      return 'error';
    }
    var state = browserState();
    return state && sha256(parts[1] + ' ' + origin + ' ' + state + ' ' + parts[3]) === parts[2] ? 'unchanged' : 'changed';
  }

  window.addEventListener('message', function (event) {
    var answerable = event.source && event.source !== window && event.origin && event.origin !== 'null';
    if (!answerable || typeof event.data !== 'string' || !mayAsk()) {
      return;
    }
    event.source.postMessage(event.data.length > LONGEST ? 'error' : answer(event.data, event.origin), event.origin);
  });
})();
