package dev.oin.catalog;

import dev.oin.kernel.Protocol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Public facts of a valid integration, one thing changed. */
public final class PublicFactsBuilder {

    private String name = "Acme HR";
    private String description = "Keeps people in step.";
    private Set<Protocol> protocols = Set.of(Protocol.SAML, Protocol.SCIM);
    private List<String> useCases = List.of("Automation");
    private List<PublicFacts.KnownException> exceptions = List.of();

    private PublicFactsBuilder() {}

    public static PublicFactsBuilder facts() {
        return new PublicFactsBuilder();
    }

    public PublicFactsBuilder named(String other) {
        name = other;
        return this;
    }

    public PublicFactsBuilder describedAs(String other) {
        description = other;
        return this;
    }

    public PublicFactsBuilder speaking(Protocol... others) {
        protocols = Set.of(others);
        return this;
    }

    public PublicFactsBuilder usedFor(String... others) {
        useCases = List.of(others);
        return this;
    }

    public PublicFactsBuilder exceptFor(String check, String title, String reason, LocalDate until) {
        exceptions = List.of(new PublicFacts.KnownException(check, title, reason, until));
        return this;
    }

    public PublicFacts build() {
        return new PublicFacts(
                name,
                description,
                "Acme Inc",
                List.of("acme.test"),
                protocols,
                useCases,
                List.of("Single Sign-On"),
                protocols.contains(Protocol.SAML) ? List.of("SAML 2.0, from dashboard and app") : List.of(),
                protocols.contains(Protocol.SCIM) ? List.of("users: create", "users: deactivate") : List.of(),
                null,
                List.of(new PublicFacts.Guide("SAML", "https://acme.test/guide")),
                new PublicFacts.Support("https://acme.test/help", "help@acme.test", null),
                "https://acme.test",
                null,
                List.of(new PublicFacts.Proof("SAML security", 60, 60, Instant.parse("2026-11-24T12:00:00Z"))),
                exceptions);
    }
}
