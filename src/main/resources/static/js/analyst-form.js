/* The team's forms inside Tasklist: load the review, save the checklist as it is judged, decide. Same data, rules and words as the workspace. */
(function () {
  'use strict';

  var RESULTS = [['PASS', 'Pass'], ['FAIL', 'Fail'], ['NA', 'N/A']];

  function el(name, className, text) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    if (text !== undefined && text !== null) { element.textContent = text; }
    return element;
  }

  function cookie(name) {
    var found = document.cookie.split('; ').filter(function (part) { return part.indexOf(name + '=') === 0; })[0];
    return found ? decodeURIComponent(found.substring(name.length + 1)) : '';
  }

  function call(method, path, body) {
    var options = { method: method, credentials: 'same-origin', headers: { Accept: 'application/json' } };
    if (body !== undefined) {
      options.headers['Content-Type'] = 'application/json';
      options.headers['X-OIN-CSRF'] = cookie('oin_csrf');
      options.body = JSON.stringify(body);
    }
    return fetch(path, options).then(function (answer) {
      return answer.json().catch(function () { return {}; }).then(function (json) {
        if (!answer.ok) { throw new Error(json.detail || 'The answer was ' + answer.status + '. Reload the page and try again.'); }
        return json;
      });
    });
  }

  function submissionOf(task) {
    var engine = '/camunda/api/engine/engine/default';
    return call('GET', engine + '/task/' + encodeURIComponent(task)).then(function (found) {
      return call('GET', engine + '/process-instance/' + encodeURIComponent(found.processInstanceId));
    }).then(function (instance) { return instance.businessKey; });
  }

  function Form(container, task) {
    this.container = container;
    this.parts = container.getAttribute('data-parts').split(',');
    this.approve = container.getAttribute('data-approve');
    this.task = task;
    this.drafts = [];
    this.note = '';
  }

  Form.prototype.begin = function () {
    var form = this;
    submissionOf(this.task).then(function (id) {
      form.base = '/review/' + encodeURIComponent(id);
      return call('GET', form.base + '/form');
    }).then(function (view) { form.draw(view); }, function (trouble) { form.say(trouble.message, 'oin-trouble'); });
  };

  Form.prototype.say = function (text, className) {
    var line = this.container.querySelector('.oin-message') || this.container.querySelector('.oin-loading');
    if (!line) { return; }
    line.textContent = text;
    line.className = 'oin-message ' + (className || '');
  };

  Form.prototype.draw = function (view) {
    var form = this;
    this.view = view;
    this.container.textContent = '';
    var head = el('p', 'oin-head', view.name + ', ' + view.organization + ', v' + view.version + ', round ' + view.round + '. Here because: ' + view.because.join(', ') + '. ');
    var link = el('a', '', 'Open the workspace');
    link.href = this.base;
    link.target = '_blank';
    link.rel = 'noopener';
    head.appendChild(link);
    this.container.appendChild(head);
    var message = el('p', 'oin-message', '');
    message.setAttribute('role', 'status');
    this.container.appendChild(message);
    this.parts.forEach(function (part) { form[part](view); });
    this.decision(view);
  };

  Form.prototype.section = function (title) {
    var section = el('section');
    section.appendChild(el('h3', '', title));
    this.container.appendChild(section);
    return section;
  };

  Form.prototype.changes = function (view) {
    if (view.last_reviewed === null || view.last_reviewed === undefined) { return; }
    var section = this.section('Changed since v' + view.last_reviewed + ' (' + view.changes.length + ')');
    var table = el('table');
    view.changes.forEach(function (change) {
      var row = el('tr');
      row.appendChild(el('th', '', change.field + (change.risk ? ' (risk)' : '')));
      var before = el('td');
      before.appendChild(el('del', '', change.before));
      row.appendChild(before);
      row.appendChild(el('td', '', change.after));
      table.appendChild(row);
    });
    section.appendChild(table);
  };

  Form.prototype.findings = function (view) {
    var section = this.section(view.findings.length === 0 ? 'Automated checks: nothing stands against publishing' : 'Automated checks: ' + view.findings.length + ' stand against publishing');
    var list = el('ul');
    view.findings.forEach(function (found) {
      var line = el('li');
      line.appendChild(el('span', 'oin-chip ' + found.chip.tone, found.chip.word));
      var text = el('span', 'oin-text', found.title + ' ');
      text.appendChild(el('span', 'oin-id', found.check));
      text.appendChild(el('span', 'oin-seen', 'Expected ' + found.expected + ' Seen ' + found.observed));
      line.appendChild(text);
      list.appendChild(line);
    });
    section.appendChild(list);
  };

  Form.prototype.runs = function (view) {
    var section = this.section('Runs');
    var list = el('ul');
    view.runs.forEach(function (run) {
      var line = el('li');
      line.appendChild(el('span', 'oin-chip ' + run.chip.tone, run.chip.word));
      var link = el('a', '', run.name + ', ' + run.origin + ', v' + run.version);
      link.href = run.path;
      link.target = '_blank';
      link.rel = 'noopener';
      line.appendChild(link);
      list.appendChild(line);
    });
    section.appendChild(list);
  };

  Form.prototype.checklist = function (view) {
    var form = this;
    var section = this.section(view.to_do.length === 0 ? 'Checklist: nothing left' : 'Checklist: ' + view.to_do.length + ' left');
    section.appendChild(this.items(view.to_do));
    [['Machine passed ', view.by_machine], ['Approved before ', view.before], ['Judged ', view.done]].forEach(function (pile) {
      if (pile[1].length > 0) {
        var fold = el('details');
        fold.appendChild(el('summary', '', pile[0] + pile[1].length));
        fold.appendChild(form.items(pile[1]));
        section.appendChild(fold);
      }
    });
  };

  Form.prototype.items = function (items) {
    var form = this;
    var list = el('ul');
    items.forEach(function (item) {
      var line = el('li');
      var text = el('span', 'oin-text', item.text + ' ');
      text.appendChild(el('span', 'oin-id', item.id + ' ' + item.by));
      if (item.seen) { text.appendChild(el('span', 'oin-seen', item.seen)); }
      if (item.evidence) {
        var evidence = el('a', 'oin-seen', 'See the run');
        evidence.href = item.evidence;
        evidence.target = '_blank';
        evidence.rel = 'noopener';
        text.appendChild(evidence);
      }
      line.appendChild(text);
      line.appendChild(form.choice(item));
      list.appendChild(line);
    });
    return list;
  };

  Form.prototype.choice = function (item) {
    var form = this;
    var choice = el('span', 'oin-choice');
    var note = el('input');
    note.type = 'text';
    note.maxLength = 1000;
    note.value = item.note || '';
    note.placeholder = 'Note';
    note.setAttribute('aria-label', 'Note on ' + item.id);
    note.addEventListener('change', function () {
      item.note = note.value;
      call('POST', form.base + '/form/note', { item: item.id, note: note.value }).then(function () {}, function (trouble) { form.say(trouble.message, 'oin-trouble'); });
    });
    choice.appendChild(note);
    RESULTS.forEach(function (result) {
      var button = el('button', '', result[1]);
      button.type = 'button';
      button.setAttribute('aria-pressed', String(item.result === result[0]));
      button.setAttribute('aria-label', result[1] + ' ' + item.id);
      if (item.blocked && result[0] === 'PASS') {
        button.setAttribute('aria-disabled', 'true');
        button.title = 'Needs a run of ours first';
      }
      button.addEventListener('click', function () {
        var again = item.result === result[0];
        call('POST', form.base + '/form/checklist', { item: item.id, result: again ? null : result[0], note: note.value })
          .then(function (view) {
            if (!again && result[0] === 'FAIL') { form.begun = { check: item.id, field: item.field, text: null }; }
            form.draw(view);
            form.say(item.id + ' is saved.' + (form.begun ? ' Say below what to change.' : ''), 'oin-good');
          }, function (trouble) { form.say(trouble.message, 'oin-trouble'); });
      });
      choice.appendChild(button);
    });
    return choice;
  };

  Form.prototype.issues = function (view) {
    var form = this;
    var section = this.section('Issues');
    var list = el('ul');
    view.issues.forEach(function (issue) {
      var line = el('li');
      line.appendChild(el('span', 'oin-chip ' + issue.chip.tone, '#' + issue.number + ' ' + issue.chip.word));
      var text = el('span', 'oin-text', issue.text + ' ');
      text.appendChild(el('span', 'oin-id', issue.check + (issue.field ? ' ' + issue.field : '')));
      if (issue.seen) { text.appendChild(el('span', 'oin-seen', issue.seen)); }
      issue.messages.forEach(function (message) { text.appendChild(el('span', 'oin-seen', message.by + ': ' + message.text)); });
      line.appendChild(text);
      list.appendChild(line);
    });
    this.drafts.forEach(function (issue, index) {
      var line = el('li');
      line.appendChild(el('span', 'oin-chip turn', 'New'));
      line.appendChild(el('span', 'oin-text', issue.text + ' (' + issue.check + ')'));
      var remove = el('button', 'oin-button', 'Remove');
      remove.type = 'button';
      remove.addEventListener('click', function () { form.drafts.splice(index, 1); form.draw(form.view); });
      line.appendChild(remove);
      list.appendChild(line);
    });
    section.appendChild(list);
    section.appendChild(this.addition(view));
  };

  Form.prototype.addition = function (view) {
    var form = this;
    var box = el('div', 'oin-add');
    var check = this.field('Rule or check', view.reasons.map(function (reason) { return [reason.check, reason.label]; }), 'checks');
    var field = this.field('Field, optional', view.facts.map(function (fact) { return [fact.key, '']; }), 'fields');
    var severity = el('select');
    severity.setAttribute('aria-label', 'Weight');
    [['MUST_FIX', 'Must fix'], ['SHOULD_FIX', 'Should fix'], ['NOTE', 'Note']].forEach(function (weight) {
      var option = el('option', '', weight[1]);
      option.value = weight[0];
      severity.appendChild(option);
    });
    var text = el('textarea');
    text.maxLength = 4000;
    text.placeholder = 'What was seen, and what to change';
    text.setAttribute('aria-label', 'What was seen, and what to change');
    var reasons = el('select');
    reasons.setAttribute('aria-label', 'Reason text');
    var inserted = '';
    var offer = function () {
      var wanted = check.input.value.trim();
      var fitting = view.reasons.filter(function (known) { return known.check === wanted; });
      reasons.textContent = '';
      reasons.appendChild(el('option', '', 'Insert a reason text'));
      fitting.forEach(function (reason, index) {
        var option = el('option', '', reason.label);
        option.value = String(index);
        reasons.appendChild(option);
      });
      reasons.hidden = fitting.length === 0;
      reasons.onchange = function () {
        var reason = fitting[Number(reasons.value)];
        if (reason) { inserted = window.oinInsertReason(text, reason.text, inserted); }
        reasons.selectedIndex = 0;
      };
      return fitting;
    };
    check.input.addEventListener('change', offer);
    if (this.begun) {
      check.input.value = this.begun.check;
      field.input.value = this.begun.field || '';
      var fitting = offer();
      text.value = inserted = fitting.length > 0 ? fitting[0].text : '';
      this.begun = null;
    } else {
      offer();
    }
    var add = el('button', 'oin-button', 'Add issue');
    add.type = 'button';
    add.addEventListener('click', function () {
      if (!check.input.value.trim() || !text.value.trim()) {
        form.say('Name the rule and say what was seen.', 'oin-trouble');
        return;
      }
      form.drafts.push({ check: check.input.value.trim(), field: field.input.value.trim() || null, severity: severity.value, text: text.value });
      form.draw(form.view);
    });
    var row = el('div', 'oin-row');
    row.appendChild(add);
    [check.box, reasons, field.box, severity, text, row].forEach(function (part) { box.appendChild(part); });
    return box;
  };

  Form.prototype.field = function (label, choices, id) {
    var box = el('span');
    var input = el('input');
    input.setAttribute('list', 'oin-' + id);
    input.setAttribute('aria-label', label);
    input.placeholder = label;
    input.autocomplete = 'off';
    var list = el('datalist');
    list.id = 'oin-' + id;
    choices.forEach(function (choice) {
      var option = el('option', '', choice[1]);
      option.value = choice[0];
      list.appendChild(option);
    });
    box.appendChild(input);
    box.appendChild(list);
    return { box: box, input: input };
  };

  Form.prototype.decision = function (view) {
    var form = this;
    var section = this.section('Decision');
    var note = el('textarea');
    note.maxLength = 4000;
    note.value = this.note;
    note.placeholder = 'Note, kept with the decision; the ISV reads it when rejected';
    note.setAttribute('aria-label', 'Note, kept with the decision');
    note.addEventListener('input', function () { form.note = note.value; });
    section.appendChild(note);
    var open = view.issues.filter(function (issue) { return issue.status === 'OPEN'; }).length + this.drafts.length;
    var buttons = el('div', 'oin-decision');
    buttons.appendChild(this.button('RETURN', open === 1 ? 'Return with 1 issue' : 'Return with ' + open + ' issues', open > 0));
    buttons.appendChild(this.button('APPROVE', this.approve, open === 0));
    if (view.rejection) {
      section.appendChild(el('p', 'oin-head', view.rejection.by + ' proposes to reject it: ' + view.rejection.reason + ' A lead confirms in the workspace.'));
    } else {
      buttons.appendChild(this.button('REJECT', 'Propose to reject', false));
    }
    section.appendChild(buttons);
    section.appendChild(el('p', 'oin-head', 'Submitter and support contact get a mail.'));
  };

  Form.prototype.button = function (outcome, label, main) {
    var form = this;
    var button = el('button', main ? 'oin-main' : '', label);
    button.type = 'button';
    button.addEventListener('click', function () {
      button.disabled = true;
      call('POST', form.base + '/form/decision', { outcome: outcome, issues: form.drafts, note: form.note }).then(function (view) {
        if (outcome === 'REJECT') {
          form.draw(view);
          form.say('Proposed. A lead who is somebody else confirms it.', 'oin-good');
          return;
        }
        form.container.textContent = '';
        var done = el('p', 'oin-message oin-good', 'Recorded. The task is done; submitter and support contact get a mail.');
        done.setAttribute('role', 'status');
        form.container.appendChild(done);
        window.location.assign('/camunda/app/tasklist/default/#/');
        window.location.reload();
      }, function (trouble) {
        button.disabled = false;
        form.say(trouble.message, 'oin-trouble');
        form.container.querySelector('.oin-message').scrollIntoView({ block: 'center' });
      });
    });
    return button;
  };

  window.oinReviewForm = function (container, task) { new Form(container, task).begin(); };
})();
