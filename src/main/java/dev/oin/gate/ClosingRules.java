package dev.oin.gate;

import static dev.oin.gate.GateId.G_20;
import static dev.oin.gate.GateId.G_21;
import static dev.oin.gate.GateId.G_22;

import dev.oin.gate.GateFacts.TestAccount;
import dev.oin.kernel.Protocol;
import dev.oin.submission.SubmissionKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** G-20 to G-22: the certification, the combined instance, the test account after its deletion. */
final class ClosingRules {

    static final List<Rule> ALL = List.of(
            Rule.of(G_20, facts -> true, ClosingRules::certified),
            Rule.of(G_21, ClosingRules::combined, ClosingRules::combinationHolds),
            Rule.of(
                    G_22,
                    facts -> facts.testAccount() == TestAccount.DELETED,
                    facts -> Stream.of(Requirement.missing(G_22, null, "Enter test account details."))));

    private ClosingRules() {}

    private static Stream<Requirement> certified(GateFacts facts) {
        if (facts.manualOpen() > 0) {
            return Stream.of(Requirement.missing(G_20, Protocol.SCIM, openPlan(facts.manualOpen())));
        }
        return Stream.of(
                facts.certified()
                        ? Requirement.met(G_20, null, G_20.title())
                        : Requirement.missing(G_20, null, "Certify that you completed the required tests."));
    }

    /** Nobody certifies while cases of the manual plan are open (testing-rules 6). */
    static String openPlan(int open) {
        return "Finish the manual SCIM plan, then certify: %s open or failed."
                .formatted(open == 1 ? "1 case is" : open + " cases are");
    }

    private static boolean combined(GateFacts facts) {
        return facts.kind() != SubmissionKind.CATALOG && facts.usesCombinedInstance();
    }

    private static Stream<Requirement> combinationHolds(GateFacts facts) {
        return Stream.of(refusal(facts)
                .map(reason -> Requirement.disproved(
                        G_21, Protocol.SCIM, "This instance can no longer test both: %s.".formatted(reason)))
                .orElseGet(() -> Requirement.met(G_21, Protocol.SCIM, G_21.title())));
    }

    /** The combined truth table of testing-rules 2. */
    private static Optional<String> refusal(GateFacts facts) {
        if (facts.signOn().size() != 1) {
            return Optional.of("two sign-on protocols need an instance each");
        }
        if (!facts.justInTime().isEmpty()) {
            return Optional.of("just-in-time sign-in and provisioning would both create the user");
        }
        return facts.creates()
                ? Optional.empty()
                : Optional.of("neither sign-in nor provisioning would create the user");
    }
}
