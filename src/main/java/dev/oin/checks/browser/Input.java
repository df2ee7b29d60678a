package dev.oin.checks.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What hands do: sources of {@code input.performActions}. */
final class Input {

    static final String ENTER = "\uE007";

    /** Finds the first element that a person could click, brings it into view, and returns it. */
    static final String VISIBLE = """
            (selector) => {
              for (const e of document.querySelectorAll(selector)) {
                if (e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden' && !e.disabled) {
                  e.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
                  return e;
                }
              }
              return null;
            }""";

    private Input() {}

    static Map<String, Object> click(String element) {
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

    static Map<String, Object> keys(String text) {
        var actions = new ArrayList<Map<String, Object>>();
        text.codePoints().mapToObj(Character::toString).forEach(key -> {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        });
        return Map.of("type", "key", "id", "keyboard", "actions", actions);
    }
}
