package dev.oin.checks.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What hands do: sources of {@code input.performActions}. */
final class Input {

    static final String ENTER = "\uE007";
    private static final String CONTROL = "\uE009";
    private static final Map<String, Object> REST = Map.of("type", "pause");

    /**
     * Finds the first element that a person could click, brings it into view, and returns it. While a style sheet of the head is on its way nothing is painted, and everything
     * will move when it comes, so that a click would miss; three seconds are enough to wait for one.
     */
    static final String VISIBLE = """
            (selector) => {
              const pending = [...document.querySelectorAll('head > link[rel=stylesheet]')]
                .some(e => !e.sheet && !e.disabled && (!e.media || matchMedia(e.media).matches));
              if (pending && document.readyState !== 'complete' && performance.now() < 3000) {
                return null;
              }
              for (const e of document.querySelectorAll(selector)) {
                if (e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden' && !e.disabled) {
                  e.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
                  return e;
                }
              }
              return null;
            }""";

    /** Fills in the fields and presses the button; null where one of them is missing. */
    static final String SUBMIT = """
            (button, ...fields) => {
              const pressed = document.querySelector(button);
              const inputs = fields.filter((_, place) => place % 2 === 0).map(s => document.querySelector(s));
              if (!pressed || !pressed.form || inputs.includes(null)) {
                return null;
              }
              inputs.forEach((input, place) => input.value = fields[2 * place + 1]);
              pressed.form.requestSubmit(pressed);
              return 'sent';
            }""";

    /** Draws dots for whatever holds one of the secrets, in fields and in words; the page itself stays as it is. */
    static final String CONCEAL = """
            (...secrets) => {
              const own = e => 'value' in e ? String(e.value)
                : [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data).join('');
              const look = root => {
                for (const e of root.querySelectorAll('*')) {
                  if (secrets.some(secret => own(e).includes(secret))) {
                    e.style.setProperty('-webkit-text-security', 'disc', 'important');
                  }
                  [e.shadowRoot, e.contentDocument].forEach(inner => inner && look(inner));
                }
              };
              look(document);
              return 'concealed';
            }""";

    /** Title and words of the page, with what stands in its fields, its components and the frames of its own site. */
    static final String WORDS = """
            () => {
              const seen = e => e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden';
              const said = [];
              const look = root => {
                for (const e of root.querySelectorAll('*')) {
                  if (e.matches('input:not([type]), input[type=text], input[type=email], input[type=search], input[type=tel], textarea')) {
                    if (seen(e) && e.value) said.push(e.value);
                  } else if (e.shadowRoot) {
                    for (const child of e.shadowRoot.children) if (seen(child)) said.push(child.innerText ?? '');
                    look(e.shadowRoot);
                  } else if (e.contentDocument?.body && seen(e)) {
                    said.push(e.contentDocument.body.innerText);
                    look(e.contentDocument);
                  }
                }
              };
              look(document);
              const body = document.body ? document.body.innerText : '';
              return document.title.replaceAll('\\0', '') + '\\0' + [body, ...said].filter(s => s).join('\\n');
            }""";

    private Input() {}

    static List<Map<String, Object>> click(String element) {
        return List.of(pointer(element));
    }

    private static Map<String, Object> pointer(String element) {
        return Map.of(
                "type",
                "pointer",
                "id",
                "mouse",
                "actions",
                List.of(
                        Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", origin(element)),
                        Map.of("type", "pointerDown", "button", 0),
                        Map.of("type", "pointerUp", "button", 0)));
    }

    private static Map<String, Object> origin(String element) {
        return Map.of("type", "element", "element", Map.of("sharedId", element));
    }

    /** Clicks into the element, marks what is in it, and types over it: the keyboard rests while the mouse moves and clicks. */
    static List<Map<String, Object>> fill(String element, String text) {
        var actions = new ArrayList<Map<String, Object>>(List.of(REST, REST, REST));
        actions.add(key("keyDown", CONTROL));
        actions.add(key("keyDown", "a"));
        actions.add(key("keyUp", "a"));
        actions.add(key("keyUp", CONTROL));
        actions.addAll(strokes(text));
        return List.of(pointer(element), keyboard(actions));
    }

    static List<Map<String, Object>> keys(String text) {
        return List.of(keyboard(strokes(text)));
    }

    private static Map<String, Object> keyboard(List<Map<String, Object>> actions) {
        return Map.of("type", "key", "id", "keyboard", "actions", actions);
    }

    private static List<Map<String, Object>> strokes(String text) {
        var actions = new ArrayList<Map<String, Object>>();
        text.codePoints().mapToObj(Character::toString).forEach(stroke -> {
            actions.add(key("keyDown", stroke));
            actions.add(key("keyUp", stroke));
        });
        return actions;
    }

    private static Map<String, Object> key(String type, String value) {
        return Map.of("type", type, "value", value);
    }
}
