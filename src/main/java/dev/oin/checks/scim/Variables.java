package dev.oin.checks.scim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the steps of one run hand on to each other, by the names that the list of checks uses. */
final class Variables {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> values = new HashMap<>();

    Variables set(String name, String value) {
        values.put(name, value);
        return this;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** The text with the variables it names; unknown ones stay as they are. */
    String fill(String template) {
        return NAME.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
