// The review workspace: reason texts are put in where they belong, notes are kept as they are typed, keys judge the checklist.
(function () {
  'use strict';

  // Reason texts: only those of the rule at hand; a text that was put in untouched is replaced, typed words stay.
  var form = document.querySelector('[data-add-issue]');
  if (form) {
    var box = form.querySelector('[data-reasons]');
    var check = form.elements.check;
    var text = form.elements.text;
    var choice = box.querySelector('select');
    var all = Array.prototype.slice.call(choice.options, 1);
    var inserted = text.value;

    var offer = function () {
      var wanted = check.value.trim();
      var fitting = all.filter(function (option) { return option.dataset.check === wanted; });
      while (choice.options.length > 1) { choice.remove(1); }
      fitting.forEach(function (option) { choice.add(option); });
      choice.value = '';
      box.hidden = fitting.length === 0;
      if (fitting.length === 1 && (text.value === '' || text.value === inserted)) {
        text.value = inserted = fitting[0].value;
      }
    };
    check.addEventListener('change', offer);
    choice.addEventListener('change', function () {
      if (choice.value) { inserted = window.oinInsertReason(text, choice.value, inserted); }
      choice.value = '';
    });
    offer();
  }

  // Notes
  function cookie(name) {
    var found = document.cookie.split('; ').filter(function (part) { return part.indexOf(name + '=') === 0; })[0];
    return found ? decodeURIComponent(found.substring(name.length + 1)) : '';
  }

  document.querySelectorAll('form[data-item]').forEach(function (item) {
    var note = item.elements.note;
    note.addEventListener('change', function () {
      fetch(location.pathname + '/form/note', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', 'X-OIN-CSRF': cookie('oin_csrf') },
        body: JSON.stringify({ item: item.dataset.item, note: note.value })
      }).then(function (answer) {
        note.classList.toggle('is-invalid', !answer.ok);
        note.title = answer.ok ? 'Saved' : 'Not saved; press a button to save it';
      }, function () {
        note.title = 'Not saved; press a button to save it';
      });
    });
  });

  // Presence
  var viewers = document.querySelector('[data-presence]');
  if (viewers) {
    setInterval(function () {
      if (document.hidden) { return; }
      fetch(viewers.dataset.presence, { method: 'POST', credentials: 'same-origin', headers: { 'X-OIN-CSRF': cookie('oin_csrf') } })
        .then(function (answer) { return answer.ok ? answer.json() : []; })
        .then(function (names) {
          var text = names.length === 0 ? '' : names.join(', ') + ' looks at it too.';
          if (viewers.textContent !== text) { viewers.textContent = text; }
        }, function () {});
    }, 30000);
  }

  // Keys, while the checklist has focus: j k move, p f n judge.
  var list = document.querySelector('[data-checklist]');
  if (list) {
    list.addEventListener('keydown', function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === 'INPUT') { return; }
      var row = event.target.closest('li');
      var results = { p: 'PASS', f: 'FAIL', n: 'NA' };
      if (event.key === 'j' || event.key === 'k') {
        var next = event.key === 'j' ? row.nextElementSibling : row.previousElementSibling;
        var button = next && next.querySelector('button');
        if (button) { button.focus(); event.preventDefault(); }
      } else if (results[event.key]) {
        var judge = row.querySelector('button[value="' + results[event.key] + '"]');
        if (judge) { judge.click(); event.preventDefault(); }
      }
    });
  }
})();
