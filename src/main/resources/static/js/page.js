// What every page gains from script: times in the reader's zone, copy buttons, dialogs, menus, counters, keys.
(function () {
  'use strict';

  // Times
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  var rendered = document.documentElement.dataset.zone;

  function part(parts, type) {
    var found = parts.find(function (p) { return p.type === type; });
    return found ? found.value : '';
  }

  function words(instant, kind) {
    var options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone };
    if (instant.getFullYear() !== new Date().getFullYear()) {
      options.year = 'numeric';
    }
    if (kind !== 'date') {
      options.hour = '2-digit';
      options.minute = '2-digit';
      options.hourCycle = 'h23';
      options.timeZoneName = 'short';
    }
    var parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(instant);
    var clock = part(parts, 'hour') + ':' + part(parts, 'minute') + ' ' + part(parts, 'timeZoneName');
    if (kind === 'clock') {
      return clock;
    }
    var day = [part(parts, 'weekday'), part(parts, 'day'), part(parts, 'month'), part(parts, 'year')];
    var date = day.filter(Boolean).join(' ');
    return kind === 'date' ? date : date + ', ' + clock;
  }

  function localTimes(root) {
    root.querySelectorAll('time[data-time]').forEach(function (node) {
      var instant = new Date(node.dateTime);
      if (!isNaN(instant)) {
        node.textContent = words(instant, node.dataset.time);
        node.title = instant.toISOString().replace('T', ' ').replace(/\.\d+Z$/, ' UTC').replace(/Z$/, ' UTC');
      }
    });
  }

  if (zone && zone !== rendered) {
    document.cookie = 'oin_zone=' + encodeURIComponent(zone) + ';path=/;max-age=31536000;samesite=lax';
  }
  if (zone) {
    localTimes(document);
    document.addEventListener('htmx:load', function (event) { localTimes(event.target); });
  }

  function say(text) {
    var region = document.getElementById('announcements');
    if (region) {
      region.textContent = text;
    }
  }

  function toast(text) {
    var box = document.getElementById('toasts');
    var note = document.createElement('div');
    note.className = 'toast-note';
    note.textContent = text;
    box.appendChild(note);
    window.setTimeout(function () { note.remove(); }, 4000);
  }

  window.oin = { say: say, toast: toast, words: words };

  // Clicks
  document.addEventListener('click', function (event) {
    var target = event.target.closest('[data-copy],[data-copy-from],[data-dialog],[data-close],[data-reveal],[aria-disabled="true"]');
    document.querySelectorAll('details.menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    if (!target) {
      return;
    }
    if (target.matches('[data-copy],[data-copy-from]')) {
      var source = target.dataset.copyFrom && document.getElementById(target.dataset.copyFrom);
      var text = source ? (source.value === undefined ? source.textContent : source.value) : target.dataset.copy;
      navigator.clipboard.writeText(text).then(function () {
        toast('Copied');
        say('Copied');
      }, function () {
        say('The browser did not allow copying. Select the text and copy it.');
      });
    } else if (target.dataset.dialog) {
      var dialog = document.getElementById(target.dataset.dialog);
      if (dialog && dialog.showModal) {
        event.preventDefault();
        dialog.returnFocus = target;
        dialog.showModal();
        var first = dialog.querySelector('[data-first]');
        if (first) {
          first.focus();
        }
      }
    } else if (target.hasAttribute('data-close')) {
      event.preventDefault();
      target.closest('dialog').close();
    } else if (target.dataset.reveal) {
      var secret = document.getElementById(target.dataset.reveal);
      var shown = secret.type === 'text';
      secret.type = shown ? 'password' : 'text';
      target.setAttribute('aria-pressed', String(!shown));
    } else if (target.getAttribute('aria-disabled') === 'true') {
      event.preventDefault();
      var cure = document.getElementById(target.dataset.cure || '');
      if (cure) {
        cure.scrollIntoView({ block: 'center' });
        (cure.querySelector('a,button,input') || cure).focus();
      }
    }
  });

  document.querySelectorAll('dialog').forEach(function (dialog) {
    // One that the server opened stands above the page, as one that a button opens.
    if (dialog.open) {
      dialog.close();
      dialog.showModal();
    }
    dialog.addEventListener('close', function () {
      if (dialog.returnFocus) {
        dialog.returnFocus.focus();
      }
    });
  });

  // A dialog's verb that asks for a name stays off until the name is typed.
  document.addEventListener('input', function (event) {
    var field = event.target;
    if (field.dataset.mustEqual !== undefined) {
      field.form.querySelector('[data-verb]').disabled = field.value.trim() !== field.dataset.mustEqual;
    }
    if (field.id) {
      var count = document.querySelector('[data-count-for="' + CSS.escape(field.id) + '"]');
      if (count) {
        var length = Array.from(field.value).length;
        count.textContent = length + '/' + count.dataset.max;
        count.classList.toggle('text-danger', length > Number(count.dataset.max));
      }
    }
  });

  // A form that is on its way is not sent a second time; after ten seconds it may be tried again
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== 'post') {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    var free = function () { delete form.dataset.sent; };
    window.setTimeout(free, 10000);
    window.addEventListener('pageshow', free, { once: true });
  });

  // A box that brings others along ticks them all, where none of them was chosen yet
  document.addEventListener('change', function (event) {
    var name = event.target.dataset.brings;
    if (name && event.target.checked) {
      var others = Array.from(event.target.form.querySelectorAll('input[type="checkbox"][name="' + CSS.escape(name) + '"]'));
      if (!others.some(function (box) { return box.checked && !box.disabled; })) {
        others.forEach(function (box) { box.checked = true; });
      }
    }
  }, true);

  // Pressed buttons say that they work
  document.addEventListener('submit', function (event) {
    var button = event.submitter;
    if (!button || event.defaultPrevented || !button.dataset.busy) {
      return;
    }
    var words = button.textContent;
    var busy = window.setTimeout(function () { button.textContent = button.dataset.busy; }, 300);
    window.addEventListener('pageshow', function () {
      window.clearTimeout(busy);
      button.textContent = words;
    }, { once: true });
  });

  // An error summary takes the focus
  var summary = document.querySelector('.summary-box[data-focus]');
  if (summary) {
    summary.focus();
  }

  // What came of a press stands where the page goes on, not above it where nobody looks
  function bringOutcomes(target) {
    var outcomes = Array.from(document.querySelectorAll('[data-outcome]'));
    if (!target || !outcomes.length || document.getElementById('main') === target) {
      return;
    }
    var place = target.querySelector(target.tagName === 'DETAILS' ? 'summary' : '.section-head, h2, h3');
    outcomes.reverse().forEach(function (outcome) {
      if (place) {
        place.after(outcome);
      } else {
        target.before(outcome);
      }
    });
    target.scrollIntoView();
    outcomes[0].scrollIntoView({ block: 'nearest' });
  }

  // A link to a field opens what it is folded in and puts the focus into it
  function jump() {
    var target = window.location.hash.length > 1 && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!target) {
      return;
    }
    for (var fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) {
      fold.open = true;
    }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.tabIndex === -1 && target.tagName === 'FIELDSET') {
      target.focus();
      target.scrollIntoView({ block: 'center' });
    }
  }
  window.addEventListener('hashchange', jump);
  jump();
  bringOutcomes(document.getElementById(window.location.hash.slice(1)));

  // Keys
  var prefix = '';
  var singleKeys = localStorage.getItem('oin.keys') !== 'off';

  function typing(node) {
    return node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) {
      var main = event.target.form.querySelector('[type="submit"].btn-primary') || event.target.form.querySelector('[type="submit"]');
      if (main) {
        event.preventDefault();
        event.target.form.requestSubmit(main);
      }
      return;
    }
    if (event.key === 'Escape') {
      document.querySelectorAll('details.menu[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
      return;
    }
    if (!singleKeys || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (prefix === 'g') {
      prefix = '';
      var link = document.querySelector('[data-key="g ' + event.key + '"]');
      if (link) {
        event.preventDefault();
        window.location.assign(link.href);
      }
    } else if (event.key === 'g') {
      prefix = 'g';
      window.setTimeout(function () { prefix = ''; }, 1500);
    } else if (event.key === '/') {
      var search = Array.from(document.querySelectorAll('input[type="search"]')).find(function (s) { return s.offsetParent; });
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === '?') {
      var help = document.getElementById('keys-help');
      if (help && !document.querySelector('dialog[open]')) {
        help.returnFocus = event.target === document.body ? null : event.target;
        help.showModal();
      }
    }
  });

  var keySwitch = document.getElementById('single-keys');
  if (keySwitch) {
    keySwitch.checked = singleKeys;
    keySwitch.addEventListener('change', function () {
      singleKeys = keySwitch.checked;
      localStorage.setItem('oin.keys', singleKeys ? 'on' : 'off');
    });
  }
})();
