package dev.oin.gate;

import static dev.oin.gate.GateId.G_05;
import static dev.oin.gate.GateId.G_06;
import static dev.oin.gate.GateId.G_07;
import static dev.oin.gate.GateId.G_08;

import dev.oin.gate.GateFacts.LatestResult;
import dev.oin.gate.GateFacts.RequiredCase;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** G-05 to G-08: what single sign-on has to prove, for each sign-on protocol. */
final class SignOnRules {

    static final Duration VALIDITY = Duration.ofHours(48);

    static final List<Rule> ALL = List.of(
            Rule.of(G_05, SignOnRules::applies, SignOnRules::detected),
            Rule.of(G_06, SignOnRules::applies, SignOnRules::active),
            Rule.of(G_07, SignOnRules::applies, facts -> facts.cases().stream().map(SignOnRules::passed)),
            Rule.of(G_08, SignOnRules::applies, SignOnRules::fresh));

    private SignOnRules() {}

    private static boolean applies(GateFacts facts) {
        return facts.kind() != SubmissionKind.CATALOG && !facts.signOn().isEmpty();
    }

    private static Stream<Requirement> detected(GateFacts facts) {
        return facts.signOn().stream()
                .map(protocol -> facts.instanceOf(protocol)
                        .map(installed -> Requirement.met(
                                G_05, protocol, "\"%s\" is the current instance.".formatted(installed.label())))
                        .orElseGet(() -> Requirement.missing(
                                G_05,
                                protocol,
                                "No current instance for %s. Generate one.".formatted(protocol.label()))));
    }

    private static Stream<Requirement> active(GateFacts facts) {
        return facts.signOn().stream()
                .flatMap(protocol ->
                        facts.instanceOf(protocol).stream().map(installed -> activity(G_06, protocol, installed)));
    }

    static Requirement activity(GateId gate, Protocol protocol, GateFacts.Installed installed) {
        return installed.active()
                ? Requirement.met(gate, protocol, "\"%s\" is active.".formatted(installed.label()))
                : Requirement.disproved(
                        gate,
                        protocol,
                        "The %s instance \"%s\" is inactive. Activate it."
                                .formatted(protocol.label(), installed.label()));
    }

    private static Requirement passed(RequiredCase required) {
        var protocol = required.protocol();
        var notPassed = "%s for %s has not passed.".formatted(required.name(), protocol.label());
        return switch (required.latest()) {
            case LatestResult.None() -> Requirement.missing(G_07, protocol, notPassed);
            case LatestResult.Running() -> Requirement.missing(G_07, protocol, notPassed + " It is being run now.");
            case LatestResult.NotPassed(var verdict) -> Requirement.notPassed(G_07, protocol, notPassed, verdict);
            case LatestResult.Passed(var finishedAt) ->
                Requirement.met(G_07, protocol, "%s for %s has passed.".formatted(required.name(), protocol.label()));
        };
    }

    private static Stream<Requirement> fresh(GateFacts facts) {
        return facts.cases().stream().flatMap(required -> switch (required.latest()) {
            case LatestResult.Passed(var finishedAt) ->
                Stream.of(age(required, Duration.between(finishedAt, facts.now())));
            case LatestResult.None() -> Stream.<Requirement>empty();
            case LatestResult.Running() -> Stream.<Requirement>empty();
            case LatestResult.NotPassed(var verdict) -> Stream.<Requirement>empty();
        });
    }

    private static Requirement age(RequiredCase required, Duration age) {
        return age.compareTo(VALIDITY) <= 0
                ? Requirement.met(
                        G_08, required.protocol(), "%s passed %s ago.".formatted(required.name(), Words.of(age)))
                : Requirement.disproved(
                        G_08,
                        required.protocol(),
                        "%s passed %s ago; results are valid for 48 hours. Run all tests again."
                                .formatted(required.name(), Words.of(age)));
    }
}
