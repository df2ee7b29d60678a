package dev.oin.gate;

import java.util.List;
import java.util.stream.Stream;

/** All rules of the gate, in the order of testing-rules 7. */
final class Rules {

    private static final List<Rule> ALL = Stream.of(
                    SubmissionRules.ALL,
                    SignOnRules.ALL,
                    PublishedRules.ALL,
                    ScimRules.ALL,
                    LogoutRules.ALL,
                    ClosingRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}

    /** Judges every rule; all failing ones are found at once. */
    static Gate judge(GateFacts facts) {
        return new Gate(ALL.stream().flatMap(rule -> rule.judge(facts).stream()).toList());
    }
}
