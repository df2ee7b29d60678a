package dev.oin.checks.sso;

import java.util.List;
import java.util.stream.Stream;

/** Q-*: what the app's requests look like, whichever protocol they belong to. */
final class RequestChecks {

    private RequestChecks() {}

    static List<AdviceCheck> all() {
        return Stream.of(SamlRequestChecks.all(), OidcRequestChecks.all())
                .flatMap(List::stream)
                .toList();
    }
}
