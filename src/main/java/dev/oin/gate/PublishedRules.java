package dev.oin.gate;

import static dev.oin.gate.GateId.G_09;
import static dev.oin.gate.GateId.G_10;
import static dev.oin.gate.GateId.G_11;

import dev.oin.gate.GateFacts.LatestResult;
import dev.oin.gate.GateFacts.Published;
import dev.oin.gate.GateFacts.RequiredCase;
import dev.oin.kernel.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** G-09 to G-11: an update keeps working for those who installed the published version. */
final class PublishedRules {

    static final List<Rule> ALL = List.of(
            rule(G_09, published -> published.protocols().stream().map(protocol -> detected(published, protocol))),
            rule(
                    G_10,
                    published -> published.protocols().stream()
                            .flatMap(protocol -> published.instanceOf(protocol).stream()
                                    .map(installed -> SignOnRules.activity(G_10, protocol, installed)))),
            Rule.of(G_11, facts -> facts.published() != null, PublishedRules::proven));

    private PublishedRules() {}

    private static Rule rule(GateId gate, Function<Published, Stream<Requirement>> findings) {
        return Rule.of(gate, facts -> facts.published() != null, facts -> {
            var published = facts.published();
            return published == null ? Stream.empty() : findings.apply(published);
        });
    }

    private static Requirement detected(Published published, Protocol protocol) {
        return published
                .instanceOf(protocol)
                .map(installed -> Requirement.met(
                        G_09, protocol, "\"%s\" is the published-version instance.".formatted(installed.label())))
                .orElseGet(() -> Requirement.missing(
                        G_09,
                        protocol,
                        "No published-version instance for %s. Generate one.".formatted(protocol.label())));
    }

    private static Stream<Requirement> proven(GateFacts facts) {
        var published = facts.published();
        return published == null
                ? Stream.empty()
                : published.cases().stream().map(required -> proven(required, facts.now()));
    }

    private static Requirement proven(RequiredCase required, Instant now) {
        var protocol = required.protocol();
        var what = "Backward compatibility: %s for %s ".formatted(required.name(), protocol.label());
        return switch (required.latest()) {
            case LatestResult.None() -> Requirement.missing(G_11, protocol, what + "has not passed.");
            case LatestResult.Running() ->
                Requirement.missing(G_11, protocol, what + "has not passed. It is being run now.");
            case LatestResult.NotPassed(var verdict) ->
                Requirement.notPassed(G_11, protocol, what + "has not passed.", verdict);
            case LatestResult.Passed(var finishedAt) -> aged(protocol, what, Duration.between(finishedAt, now));
        };
    }

    private static Requirement aged(Protocol protocol, String what, Duration age) {
        var passed = what + "passed %s ago".formatted(Words.of(age));
        return age.compareTo(SignOnRules.VALIDITY) <= 0
                ? Requirement.met(G_11, protocol, passed + ".")
                : Requirement.disproved(
                        G_11, protocol, passed + "; results are valid for 48 hours. Run all tests again.");
    }
}
