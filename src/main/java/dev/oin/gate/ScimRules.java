package dev.oin.gate;

import static dev.oin.gate.GateId.G_12;
import static dev.oin.gate.GateId.G_13;
import static dev.oin.gate.GateId.G_14;
import static dev.oin.gate.GateId.G_15;
import static dev.oin.gate.GateId.G_16;
import static dev.oin.gate.GateId.G_17;

import dev.oin.gate.GateFacts.ResultsLink;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import java.util.List;
import java.util.stream.Stream;

/** G-12 to G-17: what provisioning has to prove. */
final class ScimRules {

    static final List<Rule> ALL = List.of(
            Rule.of(G_12, ScimRules::applies, ScimRules::detected),
            Rule.of(G_13, ScimRules::applies, ScimRules::active),
            Rule.of(G_14, ScimRules::applies, facts -> filled(G_14, "SPEC", facts.spec())),
            Rule.of(G_15, ScimRules::applies, facts -> filled(G_15, "CRUD", facts.crud())),
            Rule.of(
                    G_16,
                    ScimRules::applies,
                    facts -> Stream.concat(proves("SPEC", facts.spec()), proves("CRUD", facts.crud()))),
            Rule.of(
                    G_17,
                    facts -> applies(facts) && facts.protocols().contains(Protocol.ENTITLEMENTS),
                    facts -> entitlements(facts.entitlements())));

    private ScimRules() {}

    private static boolean applies(GateFacts facts) {
        return facts.kind() != SubmissionKind.CATALOG && facts.protocols().contains(Protocol.SCIM);
    }

    private static Stream<Requirement> detected(GateFacts facts) {
        return Stream.of(facts.instanceOf(Protocol.SCIM)
                .map(installed -> Requirement.met(
                        G_12, Protocol.SCIM, "\"%s\" is the current instance.".formatted(installed.label())))
                .orElseGet(
                        () -> Requirement.missing(G_12, Protocol.SCIM, "No current instance for SCIM. Generate one.")));
    }

    private static Stream<Requirement> active(GateFacts facts) {
        return facts.instanceOf(Protocol.SCIM).stream()
                .map(installed -> SignOnRules.activity(G_13, Protocol.SCIM, installed));
    }

    private static Stream<Requirement> filled(GateId gate, String suite, ResultsLink link) {
        return Stream.of(
                link instanceof ResultsLink.Empty
                        ? Requirement.missing(
                                gate, Protocol.SCIM, "Enter the link to the %s test results.".formatted(suite))
                        : Requirement.met(gate, Protocol.SCIM, gate.title()));
    }

    private static Stream<Requirement> entitlements(ResultsLink link) {
        return link instanceof ResultsLink.Empty
                ? filled(G_17, "entitlement", link)
                : proves(G_17, "entitlement", link);
    }

    private static Stream<Requirement> proves(String suite, ResultsLink link) {
        return proves(G_16, suite, link);
    }

    private static Stream<Requirement> proves(GateId gate, String suite, ResultsLink link) {
        return switch (link) {
            case ResultsLink.Empty() -> Stream.empty();
            case ResultsLink.Proven(var url) ->
                Stream.of(Requirement.met(gate, Protocol.SCIM, "The %s result passed.".formatted(suite)));
            case ResultsLink.External(var url) ->
                Stream.of(Requirement.met(
                        gate, Protocol.SCIM, "The %s result is external, not verified.".formatted(suite)));
            case ResultsLink.Refused(var url, var reason) ->
                Stream.of(Requirement.disproved(
                        gate, Protocol.SCIM, "The %s result at this link is %s.".formatted(suite, reason)));
        };
    }
}
