// Draws each chart from the table that stands below it.
(function () {
  'use strict';
  var theme = getComputedStyle(document.documentElement);
  var marks = ['--oin-primary', '--oin-good', '--oin-turn'];

  function colour(name) {
    return theme.getPropertyValue(name).trim();
  }

  function series(table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    var rows = Array.from(table.tBodies[0].rows);
    return heads.map(function (head, column) {
      return {
        label: head.textContent,
        data: rows.map(function (row) {
          var value = row.cells[column].dataset.value;
          return value === undefined ? null : Number(value);
        }),
        told: rows.some(function (row) { return row.cells[column].hasAttribute('data-value'); })
      };
    }).filter(function (one) { return one.told; });
  }

  document.querySelectorAll('canvas[data-chart]').forEach(function (canvas) {
    var table = document.getElementById(canvas.dataset.chart);
    if (!table || !window.Chart) {
      canvas.parentElement.hidden = true;
      return;
    }
    var hours = canvas.dataset.unit === 'hours';
    var axis = { ticks: { color: colour('--oin-muted') }, grid: { color: colour('--oin-line') }, beginAtZero: true };
    new window.Chart(canvas, {
      type: 'bar',
      data: {
        labels: Array.from(table.tBodies[0].rows).map(function (row) { return row.cells[0].textContent; }),
        datasets: series(table).map(function (one, at) {
          return { label: one.label + (hours ? ' (hours)' : ''), data: one.data, backgroundColor: colour(marks[at % marks.length]) };
        })
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: hours ? 'y' : 'x',
        plugins: { legend: { labels: { color: colour('--oin-text') } } },
        scales: { x: axis, y: Object.assign({}, axis, hours ? {} : { ticks: { color: colour('--oin-muted'), precision: 0 } }) }
      }
    });
  });
})();
