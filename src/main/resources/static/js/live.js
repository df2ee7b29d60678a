// Live pages: htmx and its SSE extension put rows in place by id; this keeps what is open, speaks politely and says when the line is lost.
(function () {
  'use strict';
  var region = document.querySelector('[sse-connect]');
  if (!region) {
    return;
  }
  var line = document.getElementById('live-line');
  var lastSpoken = 0;

  function speak(text, now) {
    if (text && (now || Date.now() - lastSpoken > 5000)) {
      lastSpoken = Date.now();
      window.oin.say(text);
    }
  }

  function tell(text) {
    if (line) {
      line.textContent = text;
    }
  }

  document.addEventListener('htmx:oobBeforeSwap', function (event) {
    var old = event.detail.target;
    if (old && old.open && event.detail.fragment) {
      var fresh = event.detail.fragment.querySelector('details');
      if (fresh) {
        fresh.open = true;
      }
    }
  });
  document.addEventListener('htmx:oobAfterSwap', function () {
    var progress = document.getElementById('run-progress-text');
    speak(progress ? progress.textContent.trim() : '');
  });
  document.addEventListener('htmx:sseOpen', function () { tell(''); });
  document.addEventListener('htmx:sseError', function () { tell('Reconnecting. The run goes on.'); });
  document.addEventListener('htmx:sseClose', function (event) {
    if (event.detail && event.detail.type === 'message') {
      speak('The run has ended.', true);
      window.location.reload();
    }
  });
})();
