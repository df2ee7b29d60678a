package dev.oin.checks.scim;

import dev.oin.checks.Check;
import dev.oin.checks.CheckId;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Severity;
import dev.oin.submission.Scim;
import java.util.function.Function;

/** A strict check (scim-checks, part 2): one conversation with the server and what must come of it. */
record StrictCheck(
        CheckId id,
        Level level,
        Concern concern,
        String clause,
        String title,
        String remedy,
        Function<ScimLab, Observation> conversation)
        implements Check {

    @Override
    public Severity severity() {
        return level.severity();
    }

    @Override
    public String why() {
        return switch (level) {
            case MUST -> "The standard demands it, and clients rely on it" + inClause() + '.';
            case CLIENT -> "The provisioning client relies on it.";
            case SHOULD ->
                clause.isBlank()
                        ? "Clients get by more easily with it."
                        : "The standard recommends it" + inClause() + '.';
            case HARDENING -> "A server that is open to the internet is attacked where this is missing.";
        };
    }

    private String inClause() {
        return clause.isBlank() ? "" : " (" + clause + ')';
    }

    @Override
    public String example() {
        return title + '.';
    }

    Outcome outcome(ScimLab lab, Scim declared) {
        return concern.concerns(declared)
                ? outcome(conversation.apply(lab))
                : new Outcome.NotApplicable("The submission does not declare " + concern.needed() + '.');
    }

    private Outcome outcome(Observation observation) {
        return switch (observation) {
            case Observation.Right(var seen) -> new Outcome.Passed(title, seen);
            case Observation.Tolerable(var seen) -> new Outcome.Warned(Fault.APP, title, seen, remedy);
            case Observation.NotConcerned(var reason) -> new Outcome.NotApplicable(reason + '.');
            case Observation.Unclear(var seen, var repair) -> new Outcome.Inconclusive(title, seen, repair);
            case Observation.Wrong(var seen)
            when severity() == Severity.REQUIRED -> new Outcome.Failed(Fault.APP, title, seen, remedy);
            case Observation.Wrong(var seen) -> new Outcome.Warned(Fault.APP, title, seen, remedy);
            case Observation.Mute(var silence)
            when silence.forbidden() ->
                new Outcome.Failed(Fault.CONFIGURATION, title, silence.reason(), "Correct the SCIM base URL.");
            case Observation.Mute(var silence) ->
                new Outcome.Errored(
                        Fault.NETWORK, title, silence.reason(), "Make the SCIM server reachable, then run again.");
        };
    }
}
