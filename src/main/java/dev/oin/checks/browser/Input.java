package dev.oin.checks.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What hands do, as commands of the browser's {@code Input} domain, and the functions of ours that run on a page. */
final class Input {

    private static final String MOUSE = "Input.dispatchMouseEvent";
    private static final String KEY = "Input.dispatchKeyEvent";
    private static final int CONTROL = 2;
    private static final int VIRTUAL_ENTER = 13;

    /**
     * Finds the first element that a person could click, brings it into view, and returns where to click: the middle of what is seen of it. While a style sheet of the head is on its way nothing is painted, and everything
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
                  const box = e.getClientRects()[0];
                  const middle = (from, to, size) => (Math.max(0, from) + Math.min(size, to)) / 2;
                  return {x: middle(box.left, box.right, innerWidth), y: middle(box.top, box.bottom, innerHeight)};
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
              const drawn = text => {
                const range = new Range();
                range.selectNodeContents(text);
                return range.getClientRects().length;
              };
              const said = [];
              const look = root => {
                for (const e of root.querySelectorAll('*')) {
                  if (e.matches('input:not([type]), input[type=text], input[type=email], input[type=search], input[type=tel], textarea')) {
                    if (seen(e) && e.value) said.push(e.value);
                  } else if (e.shadowRoot) {
                    for (const child of e.shadowRoot.childNodes) {
                      if (child instanceof Element && seen(child)) said.push(child.innerText ?? '');
                      if (child instanceof Text && drawn(child)) said.push(child.data);
                    }
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

    /** A command of the domain. */
    record Stroke(String command, Map<String, Object> parameters) {}

    /** A place on the page, in CSS pixels from the window's upper left corner. */
    record Place(double x, double y) {}

    static List<Stroke> click(Place at) {
        return List.of(
                mouse("mouseMoved", "none", 0, at),
                mouse("mousePressed", "left", 1, at),
                mouse("mouseReleased", "left", 1, at));
    }

    private static Stroke mouse(String type, String button, int clicks, Place at) {
        return new Stroke(
                MOUSE, Map.of("type", type, "button", button, "clickCount", clicks, "x", at.x(), "y", at.y()));
    }

    /** Clicks into the field, marks what is in it, and types over it. */
    static List<Stroke> fill(Place at, String text) {
        var all = Map.<String, Object>of(
                "type",
                "rawKeyDown",
                "key",
                "a",
                "code",
                "KeyA",
                "windowsVirtualKeyCode",
                (int) 'A',
                "modifiers",
                CONTROL,
                "commands",
                List.of("selectAll"));
        var release = Map.<String, Object>of(
                "type", "keyUp", "key", "a", "code", "KeyA", "windowsVirtualKeyCode", (int) 'A', "modifiers", CONTROL);
        return Stream.of(
                        click(at).stream(),
                        Stream.of(new Stroke(KEY, all), new Stroke(KEY, release)),
                        text.codePoints().boxed().flatMap(Input::character))
                .flatMap(strokes -> strokes)
                .toList();
    }

    static List<Stroke> enter() {
        return stroke("Enter", "Enter", VIRTUAL_ENTER, "\r").toList();
    }

    private static Stream<Stroke> character(int point) {
        var key = Character.toString(point);
        if (point >= '0' && point <= '9') {
            return stroke(key, "Digit" + key, point, key);
        }
        var upper = Character.toUpperCase(point);
        return upper >= 'A' && upper <= 'Z'
                ? stroke(key, "Key" + Character.toString(upper), upper, key)
                : stroke(key, "", 0, key);
    }

    private static Stream<Stroke> stroke(String key, String code, int virtual, String text) {
        var up = Map.<String, Object>of("key", key, "code", code, "windowsVirtualKeyCode", virtual);
        var down = new HashMap<>(up);
        down.put("text", text);
        down.put("unmodifiedText", text);
        down.put("type", "keyDown");
        var release = new HashMap<>(up);
        release.put("type", "keyUp");
        return Stream.of(new Stroke(KEY, down), new Stroke(KEY, release));
    }
}
