package dev.oin.checks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The suites that this product offers; a suite is offered by being a bean. */
@Component
public class Suites {

    private final Map<SuiteName, Suite> byName = new EnumMap<>(SuiteName.class);

    Suites(List<Suite> suites) {
        for (var suite : suites) {
            var other = byName.put(suite.name(), suite);
            if (other != null) {
                throw new IllegalStateException("Two suites are named " + suite.name() + ": " + other + ", " + suite);
            }
        }
    }

    /** The suite of that name, if it is offered. */
    public Optional<Suite> find(SuiteName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, for the catalogue. */
    public List<Suite> all() {
        return List.copyOf(byName.values());
    }
}
