// Shows what expressions come to while they are typed; the field being typed in is read out, politely.
(function () {
  'use strict';
  var form = document.querySelector('form[data-previews]');
  if (!form || !window.oin.placeOf) {
    return;
  }
  var timer = 0;
  var asked = 0;

  function boxOf(input) {
    return input.id ? document.getElementById(input.id + '-preview') : null;
  }

  function content() {
    return new URLSearchParams(Array.from(new FormData(form)).filter(function (pair) {
      var field = form.elements.namedItem(pair[0]);
      return !(pair[1] instanceof File) && !(field && field.type === 'password');
    }));
  }

  // The box stays, its words change: so it is read out, and nothing else moves.
  function show(html) {
    new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[data-preview]').forEach(function (fresh) {
      var box = window.oin.placeOf(fresh.id);
      if (box && box.innerHTML !== fresh.innerHTML) {
        box.replaceChildren.apply(box, Array.from(document.importNode(fresh, true).childNodes));
      }
    });
  }

  function ask() {
    var mine = ++asked;
    fetch(form.dataset.previews, {
      method: 'POST', body: content(), headers: { 'Accept': 'text/html' }, credentials: 'same-origin', redirect: 'manual'
    }).then(function (response) {
      return response.ok ? response.text() : '';
    }).then(function (html) {
      if (html && mine === asked) {
        show(html);
      }
    }, function () { /* without a connection the last preview stays */ });
  }

  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, 400);
  }

  // The catalog card shows the name and the description as they are typed
  function onCard(input, part) {
    document.querySelectorAll('[data-card="' + part + '"]').forEach(function (words) {
      words.textContent = input.value;
    });
  }

  form.addEventListener('input', function (event) {
    if (event.target.id === 'display-name' || event.target.id === 'description') {
      onCard(event.target, event.target.id);
    }
    if (event.target.type !== 'password') {
      later();
    }
  });
  form.addEventListener('oin:rows', later);
  form.addEventListener('focusin', function (event) {
    var box = boxOf(event.target);
    if (box) {
      box.setAttribute('aria-live', 'polite');
    }
  });
  form.addEventListener('focusout', function (event) {
    var box = boxOf(event.target);
    if (box) {
      box.removeAttribute('aria-live');
    }
  });
})();
