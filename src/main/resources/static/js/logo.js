// Shows a chosen logo on the cards before it is saved, with the server's words about it.
(function () {
  'use strict';
  var input = document.querySelector('input[data-preview-at]');
  if (!input) {
    return;
  }
  var said = document.getElementById('logo-preview');
  var before = Array.from(document.querySelectorAll('[data-logo]'));
  var shown = before.slice();
  var asked = 0;

  function put(pictures) {
    pictures.forEach(function (picture, at) {
      shown[at].replaceWith(picture);
    });
    shown = pictures;
  }

  function on(cards, image) {
    put(cards.map(function (place) {
      var picture = document.createElement('img');
      picture.className = place.className.replace('logo-none', '').trim();
      picture.alt = '';
      picture.src = image.src;
      return picture;
    }));
  }

  function tell(html) {
    var answer = new DOMParser().parseFromString(html, 'text/html').getElementById('logo-preview');
    var refused = document.getElementById('logo-refused');
    var saved = document.getElementById('logo-problems');
    if (!answer) {
      return;
    }
    if (refused) {
      refused.remove();
    }
    if (saved) {
      saved.replaceChildren();
    }
    var image = answer.querySelector('[data-logo-preview]');
    if (image) {
      image.remove();
      on(before, image);
      input.removeAttribute('aria-invalid');
    } else {
      put(before);
      input.setAttribute('aria-invalid', 'true');
    }
    said.replaceChildren.apply(said, Array.from(document.importNode(answer, true).childNodes));
  }

  input.addEventListener('change', function () {
    var mine = ++asked;
    if (!input.files.length) {
      put(before);
      said.replaceChildren();
      return;
    }
    fetch(input.dataset.previewAt, {
      method: 'POST', body: new FormData(input.form), headers: { 'Accept': 'text/html' }, credentials: 'same-origin', redirect: 'manual'
    }).then(function (response) {
      return response.status === 413 ? null : response.text();
    }).then(function (html) {
      if (mine === asked && html) {
        tell(html);
      }
    }, function () { /* without a connection there is no preview; the upload itself says so */ });
  });
})();
