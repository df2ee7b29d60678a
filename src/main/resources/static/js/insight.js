// Draws the process models and puts the table's numbers on their elements.
(function () {
  'use strict';

  // The library's markup has style attributes. The page's policy refuses them, and insight.css says the same.
  var html = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(Element.prototype, 'innerHTML', {
    configurable: true,
    enumerable: html.enumerable,
    get: html.get,
    set: function (text) { html.set.call(this, String(text).replace(/ style="[^"]*"/g, '')); }
  });

  // Where the library measures words; made here, it needs no style attribute.
  var measure = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  measure.id = 'helper-svg';
  measure.setAttribute('class', 'model-measure');
  measure.setAttribute('aria-hidden', 'true');
  document.body.appendChild(measure);

  function rowsOf(process) {
    return document.querySelectorAll('#elements tr[data-process="' + CSS.escape(process) + '"]');
  }

  function badge(row) {
    var link = document.createElement('a');
    link.className = 'model-badge';
    link.href = row.dataset.path;
    link.textContent = row.dataset.badge;
    link.setAttribute('aria-label', row.querySelector('th').textContent + ': ' + row.dataset.badge);
    return link;
  }

  function opened(row) {
    var here = new URLSearchParams(window.location.search);
    return here.get('process') === row.dataset.process && here.get('element') === row.dataset.element;
  }

  // A canvas without a size, on a phone or in a folded part, has no scale to fit to.
  function fit(canvas) {
    var box = canvas.getContainer();
    if (box.clientWidth > 0 && box.clientHeight > 0) {
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
    }
  }

  function show(viewer, process) {
    var canvas = viewer.get('canvas');
    var overlays = viewer.get('overlays');
    var registry = viewer.get('elementRegistry');
    rowsOf(process).forEach(function (row) {
      var element = registry.get(row.dataset.element);
      if (!element) {
        return;
      }
      if (row.dataset.heat !== '0') {
        canvas.addMarker(element, 'heat-' + row.dataset.heat);
      }
      if (opened(row)) {
        canvas.addMarker(element, 'is-opened');
      }
      if (row.dataset.badge) {
        overlays.add(element, { position: { left: 0, top: -34 }, html: badge(row), scale: { min: 0.6, max: 1 } });
      }
    });
    viewer.get('eventBus').on('element.click', function (event) {
      var row = Array.from(rowsOf(process)).find(function (r) { return r.dataset.element === event.element.id && r.dataset.badge; });
      if (row) {
        window.location.assign(row.dataset.path);
      }
    });
    fit(canvas);
    window.addEventListener('resize', function () { fit(canvas); });
  }

  document.querySelectorAll('.model-canvas').forEach(function (box) {
    box.hidden = false;
    var viewer = new window.BpmnJS({ container: box });
    fetch(box.dataset.model, { credentials: 'same-origin' })
      .then(function (answer) {
        if (!answer.ok) {
          throw new Error('The model was answered with ' + answer.status);
        }
        return answer.text();
      })
      .then(function (xml) { return viewer.importXML(xml); })
      .then(function () { show(viewer, box.dataset.process); })
      .catch(function () {
        box.hidden = true;
        var note = document.createElement('p');
        note.className = 'muted';
        note.textContent = 'The drawing could not be shown. The table below holds every number.';
        box.after(note);
      });
  });
})();
