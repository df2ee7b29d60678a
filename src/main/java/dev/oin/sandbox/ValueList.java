package dev.oin.sandbox;

import java.util.ArrayList;
import java.util.List;

/** A comma-separated list; a comma inside quotes or an expression parts nothing. */
final class ValueList {

    private ValueList() {}

    static List<String> split(String text) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        var depth = 0;
        var quote = (char) 0;
        for (var character : text.toCharArray()) {
            if (character == ',' && depth == 0 && quote == 0) {
                values.add(value.toString().strip());
                value.setLength(0);
                continue;
            }
            if (quote != 0) {
                quote = character == quote ? (char) 0 : quote;
            } else if (character == '"' || (character == '\'' && depth > 0)) {
                quote = character;
            } else if (character == '{' || character == '(') {
                depth++;
            } else if (character == '}' || character == ')') {
                depth = Math.max(0, depth - 1);
            }
            value.append(character);
        }
        values.add(value.toString().strip());
        return values.stream().filter(one -> !one.isEmpty()).toList();
    }
}
