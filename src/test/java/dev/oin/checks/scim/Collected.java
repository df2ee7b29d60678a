package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.Evidence;
import dev.oin.checks.Exhibit;
import dev.oin.checks.Outcome;
import dev.oin.checks.Suite;
import dev.oin.checks.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outcomes of a whole suite, and the evidence for them. */
final class Collected implements Evidence {

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final List<String> steps = new ArrayList<>();
    private final List<Exhibit> exhibits = new ArrayList<>();

    static Collected of(Suite.Session session, List<Check> checks) {
        var collected = new Collected();
        try (session) {
            checks.forEach(check -> collected.outcomes.put(check.id().value(), session.verify(check, collected)));
        }
        return collected;
    }

    List<String> with(Verdict verdict) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue().verdict() == verdict)
                .map(Map.Entry::getKey)
                .toList();
    }

    Outcome of(String id) {
        return outcomes.get(id);
    }

    List<Exhibit> exhibits() {
        return exhibits;
    }

    @Override
    public void step(String text) {
        steps.add(text);
    }

    @Override
    public void keep(Exhibit exhibit) {
        exhibits.add(exhibit);
    }

    @Override
    public void secret(String value) {}
}
