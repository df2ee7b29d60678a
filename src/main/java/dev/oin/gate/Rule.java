package dev.oin.gate;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One rule of the gate: when it applies, and what it finds; without a finding it is not applicable. */
record Rule(GateId gate, Predicate<GateFacts> applies, Function<GateFacts, Stream<Requirement>> findings) {

    static Rule of(GateId gate, Predicate<GateFacts> applies, Function<GateFacts, Stream<Requirement>> findings) {
        return new Rule(gate, applies, findings);
    }

    List<Requirement> judge(GateFacts facts) {
        var found = applies.test(facts) ? findings.apply(facts).toList() : List.<Requirement>of();
        return found.isEmpty() ? List.of(Requirement.notApplicable(gate)) : found;
    }
}
