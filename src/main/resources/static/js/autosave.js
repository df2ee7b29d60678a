// Saves a form on change and two seconds after typing; says what became of it; keeps a copy while offline, without secrets.
(function () {
  'use strict';
  var form = document.querySelector('form[data-autosave]');
  if (!form) {
    return;
  }
  var state = document.getElementById('save-state');
  var key = 'oin.draft:' + form.dataset.autosave;
  var timer = 0;
  var running = false;
  var again = false;
  var leaving = false;
  // Edits that no save has taken along yet, and what waits for them to be saved.
  var dirty = false;
  var onward = null;
  var waiting = null;
  var touched = new Set();

  function show(text, tone) {
    state.textContent = text;
    state.className = 'save-state' + (tone ? ' is-' + tone : '');
    uncover();
  }

  // A bar that comes up at the bottom never lies over the field being typed in.
  function uncover() {
    var field = document.activeElement;
    var bar = document.querySelector('#cost > .notice, .save-state.is-bad, .save-state.is-turn');
    if (bar && form.contains(field)) {
      var at = field.getBoundingClientRect();
      var over = bar.getBoundingClientRect();
      if (at.top < over.bottom && at.bottom > over.top) {
        field.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  // Passwords are sent by the buttons only: half of one is never saved, and none is kept in the browser.
  function content() {
    return new URLSearchParams(Array.from(new FormData(form)).filter(function (pair) {
      var field = form.elements.namedItem(pair[0]);
      return !(pair[1] instanceof File) && !(field && field.type === 'password');
    }));
  }

  function keep() {
    var kept = Array.from(content()).filter(function (pair) { return pair[0] !== '_csrf'; });
    try {
      localStorage.setItem(key, JSON.stringify(kept));
      show('Kept in this browser', 'turn');
    } catch (full) {
      show('Not saved: there is no connection', 'bad');
    }
  }

  // As the page came, for undoing all edits since then.
  var opened = Array.from(content());

  function fill(pairs) {
    window.oin.fillRows(form, pairs);
    pairs.forEach(function (pair) {
      var field = form.elements.namedItem(pair[0]);
      if (field && field.type !== 'hidden' && /^(text|url|email|tel|number|textarea|select-one)$/.test(field.type)) {
        field.value = pair[1];
      }
    });
    form.querySelectorAll('input[type="checkbox"][name], input[type="radio"][name]').forEach(function (box) {
      box.checked = pairs.some(function (pair) { return pair[0] === box.name && pair[1] === box.value; });
    });
    form.dispatchEvent(new CustomEvent('oin:rows'));
  }

  function restore() {
    var kept = localStorage.getItem(key);
    if (!kept) {
      return;
    }
    var pairs = JSON.parse(kept);
    fill(pairs);
    var seen = pairs.find(function (pair) { return pair[0] === 'revision'; });
    if (seen) {
      // What somebody else saved since then is merged, not overwritten.
      document.getElementById('revision').value = seen[1];
    }
    show('Kept in this browser', 'turn');
    schedule(0);
  }

  // Blank rows are not sent, so the answer counts rows anew: where its part with that id stands on this page.
  function placeOf(id) {
    var lists = Array.from(form.querySelectorAll('[data-next]')).filter(function (list) {
      return id.startsWith(list.id + '-') && /^\d/.test(id.slice(list.id.length + 1));
    });
    if (!lists.length) {
      return document.getElementById(id);
    }
    var rest = id.slice(lists[0].id.length + 1);
    var filled = Array.from(lists[0].children).filter(function (row) {
      return Array.from(row.querySelectorAll('[name]')).some(function (input) {
        return input.type !== 'submit' && input.value.trim();
      });
    });
    var row = filled[Number(rest.match(/^\d+/)[0])];
    var number = row && row.querySelector('[id]').id.slice(lists[0].id.length + 1).match(/^\d+/)[0];
    return number ? document.getElementById(lists[0].id + '-' + rest.replace(/^\d+/, number)) : null;
  }
  window.oin.placeOf = placeOf;

  var pointer = null;
  document.addEventListener('pointermove', function (event) {
    pointer = { x: event.clientX, y: event.clientY };
  }, { passive: true });

  // Lines that come and go do not move what is under the pointer, or else what has the focus.
  function steadily(change) {
    var under = pointer && document.elementFromPoint(pointer.x, pointer.y);
    var anchor = under && form.contains(under) && under !== form ? under : document.activeElement;
    var before = anchor.getBoundingClientRect().top;
    change();
    if (form.contains(anchor)) {
      window.scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
    }
  }

  // The answer is markup: each element with an id takes the place of the one on the page, except around the field being typed in.
  function apply(html) {
    var answer = new DOMParser().parseFromString(html, 'text/html');
    answer.querySelectorAll('[data-part]').forEach(function (fresh) {
      var old = placeOf(fresh.id);
      if (!old) {
        return;
      }
      var active = document.activeElement;
      if (active.id && old.dataset.for === active.id && !touched.has(active.name) && !old.textContent.trim()) {
        return;
      }
      var value = fresh.dataset.value;
      if (value !== undefined && 'value' in old) {
        old.value = value;
      } else {
        var copy = document.importNode(fresh, true);
        copy.id = old.id;
        if (old.querySelector('details[open]') && copy.querySelector('details')) {
          copy.querySelector('details').open = true;
        }
        if (old.dataset.for) {
          copy.dataset.for = old.dataset.for;
        }
        old.replaceWith(copy);
        mark(old.id);
      }
    });
    uncover();
    if (window.htmx) {
      document.dispatchEvent(new CustomEvent('htmx:load'));
    }
  }

  function mark(problemsId) {
    var box = document.getElementById(problemsId);
    var input = box && box.dataset.for && document.getElementById(box.dataset.for);
    if (input) {
      var wrong = Boolean(box.querySelector('.is-error'));
      if (wrong) {
        input.setAttribute('aria-invalid', 'true');
      } else {
        input.removeAttribute('aria-invalid');
      }
    }
  }

  function save() {
    window.clearTimeout(timer);
    if (document.querySelector('#conflict [data-conflict]')) {
      keep();
      show('Not saved: choose above what to keep', 'turn');
      return;
    }
    if (running) {
      again = true;
      return;
    }
    running = true;
    dirty = false;
    show('Saving');
    var body = content();
    fetch(form.dataset.autosave, {
      method: 'POST',
      body: body,
      keepalive: body.toString().length < 60000,
      headers: { 'X-Autosave': 'true', 'Accept': 'text/html' },
      credentials: 'same-origin',
      redirect: 'manual'
    }).then(function (response) {
      if (response.type === 'opaqueredirect' || response.status === 401) {
        keep();
        show('Not saved: you are signed out. What you typed is kept in this browser.', 'bad');
        return null;
      }
      return response.text().then(function (html) {
        if (response.ok) {
          localStorage.removeItem(key);
          steadily(function () { apply(html); });
          if (!html.includes('id="save-state"')) {
            show('Saved ' + window.oin.words(new Date(), 'clock').slice(0, 5));
          }
        } else if (response.status === 409 || response.status === 412) {
          steadily(function () { apply(html); });
          keep();
          show('Not saved: choose above what to keep', 'turn');
        } else if (response.status === 422 || response.status === 400) {
          steadily(function () { apply(html); });
          keep();
          show('Not saved: see the marked fields', 'bad');
        } else {
          keep();
        }
        state = document.getElementById('save-state');
      });
    }, keep).then(function () {
      running = false;
      if (onward) {
        goOn();
      } else if (waiting) {
        var button = waiting;
        waiting = null;
        if (!document.querySelector('#conflict [data-conflict]')) {
          form.requestSubmit(button);
        }
      } else if (again) {
        again = false;
        schedule(0);
      }
    });
  }

  // Whoever leaves by a link or another form of the page finds saved there what was typed here.
  function goOn() {
    var go = onward;
    onward = null;
    if (document.querySelector('#conflict [data-conflict]')) {
      return;
    }
    if (dirty) {
      keep();
    }
    leaving = true;
    go();
  }

  function firstSave(event, go) {
    if (leaving || !(dirty || running) || document.querySelector('#conflict [data-conflict]')) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    onward = go;
    if (!running) {
      save();
    }
  }

  document.addEventListener('submit', function (event) {
    if (event.target !== form && event.target.method === 'post') {
      var button = event.submitter;
      firstSave(event, function () { event.target.requestSubmit(button); });
    }
  }, true);
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href]');
    var plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && plain && !link.target && !link.hasAttribute('download') && !link.getAttribute('href').startsWith('#')) {
      firstSave(event, function () { window.location.assign(link.href); });
    }
  }, true);

  function schedule(delay) {
    dirty = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(save, delay);
  }

  form.addEventListener('input', function (event) {
    if (event.target.type !== 'file' && event.target.type !== 'password') {
      schedule(2000);
    }
  });
  form.addEventListener('change', function (event) {
    if (event.target.type !== 'file' && event.target.type !== 'password') {
      schedule(100);
    }
  });
  form.addEventListener('oin:rows', function () { schedule(100); });
  form.addEventListener('focusout', function (event) {
    if (event.target.name) {
      touched.add(event.target.name);
    }
  });
  form.addEventListener('submit', function (event) {
    if (navigator.onLine === false) {
      event.preventDefault();
      keep();
      return;
    }
    // A save under way changes the revision that this one must name.
    if (running) {
      event.preventDefault();
      waiting = event.submitter;
      return;
    }
    leaving = true;
    window.clearTimeout(timer);
    localStorage.removeItem(key);
  });
  window.addEventListener('online', function () { schedule(0); });
  window.addEventListener('pagehide', function () {
    if (!leaving && dirty) {
      keep();
    }
  });

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-undo-edits]')) {
      fill(opened);
      form.querySelector('input:not([type="hidden"]), textarea').focus();
      schedule(0);
    }
  });

  restore();
})();
