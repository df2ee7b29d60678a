// How a reason text gets into an issue's text, in the workspace and in Tasklist alike.
(function () {
  'use strict';

  // Replaces what was put in before if it stands untouched; else it goes where the cursor is, as a paragraph of its own. Answers what the text may be replaced by next.
  window.oinInsertReason = function (area, reason, before) {
    if (area.value.trim() === '' || area.value === before) {
      area.value = reason;
      area.focus();
      return reason;
    }
    var head = area.value.slice(0, area.selectionStart).replace(/\s+$/, '');
    var tail = area.value.slice(area.selectionEnd).replace(/^\s+/, '');
    area.value = [head, reason, tail].filter(Boolean).join('\n\n');
    area.focus();
    return '';
  };
})();
