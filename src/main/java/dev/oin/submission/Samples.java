package dev.oin.submission;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What customers may enter for variables: nothing, a word, a whole address (submission-rules 12.6). */
enum Samples {
    WORD("acme"),
    NOTHING(""),
    ADDRESS("https://acme.example.com");

    private final String value;

    Samples(String value) {
        this.value = value;
    }

    /** A value for each of the names; none where nothing is entered. */
    Map<String, String> of(Collection<String> names) {
        var values = new TreeMap<String, String>();
        if (this != NOTHING) {
            names.forEach(name -> values.put(name, value));
        }
        return values;
    }

    /** As people read it: {@code sub=acme, region=acme}. */
    String words(Collection<String> names) {
        return names.stream()
                .sorted()
                .map(name -> name + "=" + value)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
