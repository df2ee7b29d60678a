// Rows that repeat: added, removed and put back without asking the server.
(function () {
  'use strict';

  function changed(list) {
    if (list.closest('form')) {
      list.closest('form').dispatchEvent(new CustomEvent('oin:rows'));
    }
  }

  function numberOf(row, prefix) {
    var named = row.querySelector('[name^="' + CSS.escape(prefix) + '"]');
    return named ? named.name.slice(prefix.length).split(']')[0] : null;
  }

  function addRow(list, template, number) {
    list.dataset.next = String(Math.max(Number(list.dataset.next || list.children.length), number + 1));
    var holder = document.createElement('div');
    holder.innerHTML = template.innerHTML.replaceAll('__n__', String(number));
    return list.appendChild(holder.firstElementChild);
  }

  // Each list gets the rows that the copy has: those added since are made, those removed since go.
  window.oin.fillRows = function (form, pairs) {
    form.querySelectorAll('template[id$="-row"]').forEach(function (template) {
      var list = document.getElementById(template.id.slice(0, -'-row'.length));
      var named = template.content.querySelector('[name*="[__n__]"]');
      if (!list || !named) {
        return;
      }
      var prefix = named.name.split('[__n__]')[0] + '[';
      var wanted = new Set(pairs.map(function (pair) {
        return pair[0].startsWith(prefix) ? pair[0].slice(prefix.length).split(']')[0] : '';
      }).filter(function (number) { return /^\d{1,6}$/.test(number); }));
      Array.from(list.children).forEach(function (row) {
        var number = numberOf(row, prefix);
        if (number !== null && !wanted.delete(number)) {
          row.remove();
        }
      });
      wanted.forEach(function (number) { addRow(list, template, Number(number)); });
    });
  };

  // A removed row can be put back until the page is left or another is removed.
  function offerUndo(button, home, gone, next) {
    var old = home.parentElement.querySelector('[data-undo]');
    if (old) {
      old.remove();
    }
    var undo = document.createElement('button');
    undo.type = 'button';
    undo.className = 'btn btn-secondary btn-sm ms-2';
    undo.dataset.undo = '';
    undo.textContent = 'Undo remove';
    undo.addEventListener('click', function () {
      home.insertBefore(gone, next && next.parentElement === home ? next : null);
      undo.remove();
      gone.querySelector('input,select').focus();
      changed(home);
    });
    button.after(undo);
    undo.focus();
  }

  document.addEventListener('click', function (event) {
    var add = event.target.closest('[data-add-row]');
    var remove = event.target.closest('[data-remove-row]');
    if (add) {
      var list = document.getElementById(add.dataset.addRow);
      var template = document.getElementById(add.dataset.addRow + '-row');
      if (list && template) {
        event.preventDefault();
        var row = addRow(list, template, Number(list.dataset.next || list.children.length));
        row.querySelector('input,select').focus();
        var most = Number(list.dataset.most || 0);
        if (most && list.children.length >= most) {
          add.hidden = true;
        }
      }
    } else if (remove) {
      var gone = remove.closest('.form-row');
      var home = gone.parentElement;
      event.preventDefault();
      var next = gone.nextElementSibling;
      gone.remove();
      var button = document.querySelector('[data-add-row="' + home.id + '"]');
      if (button) {
        button.hidden = false;
        offerUndo(button, home, gone, next);
      }
      changed(home);
    }
  });
})();
