package dev.oin.gate;

import static dev.oin.gate.GateId.G_18;
import static dev.oin.gate.GateId.G_19;

import dev.oin.gate.GateFacts.Installed;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** G-18 and G-19: what Universal Logout has to be tested on; it shares the sign-on instances. */
final class LogoutRules {

    static final List<Rule> ALL = List.of(
            Rule.of(G_18, LogoutRules::applies, LogoutRules::detected),
            Rule.of(G_19, LogoutRules::applies, LogoutRules::turnedOn));

    private LogoutRules() {}

    private static boolean applies(GateFacts facts) {
        return facts.kind() != SubmissionKind.CATALOG && facts.protocols().contains(Protocol.UNIVERSAL_LOGOUT);
    }

    private static List<Installed> shared(GateFacts facts) {
        return facts.signOn().stream()
                .flatMap(protocol -> facts.instanceOf(protocol).stream())
                .toList();
    }

    private static Stream<Requirement> detected(GateFacts facts) {
        var missing = facts.signOn().stream()
                .filter(protocol -> facts.instanceOf(protocol).isEmpty())
                .map(Protocol::label)
                .collect(Collectors.joining(" and "));
        return Stream.of(
                missing.isEmpty()
                        ? Requirement.met(G_18, Protocol.UNIVERSAL_LOGOUT, G_18.title())
                        : Requirement.missing(
                                G_18,
                                Protocol.UNIVERSAL_LOGOUT,
                                "Universal Logout needs an instance of %s.".formatted(missing)));
    }

    private static Stream<Requirement> turnedOn(GateFacts facts) {
        var shared = shared(facts);
        if (shared.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(shared.stream()
                .filter(Installed::logoutOn)
                .findFirst()
                .map(on -> Requirement.met(
                        G_19, Protocol.UNIVERSAL_LOGOUT, "Logout is on for \"%s\".".formatted(on.label())))
                .orElseGet(() -> Requirement.missing(
                        G_19,
                        Protocol.UNIVERSAL_LOGOUT,
                        "Turn on logout for \"%s\".".formatted(shared.getFirst().label()))));
    }
}
