package dev.oin.submission;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Customers that expressions are shown for: what they enter as the value of every variable. */
enum SampleCustomers {
    A_WORD("acme"),
    NOTHING(""),
    AN_ADDRESS("https://acme.example.com"),
    SOMETHING_ODD("Ä b/?#\"");

    private final String value;

    SampleCustomers(String value) {
        this.value = value;
    }

    /** The values of the variables; one that is missing is unset. */
    Map<String, String> values(Collection<String> names) {
        var values = new TreeMap<String, String>();
        if (this != NOTHING) {
            names.forEach(name -> values.put(name, value));
        }
        return values;
    }

    /** As people read it: {@code region, sub = acme}. */
    String words(Collection<String> names) {
        var variables = names.stream().sorted().collect(Collectors.joining(", "));
        return this == NOTHING ? variables + " left empty" : "%s = %s".formatted(variables, value);
    }
}
