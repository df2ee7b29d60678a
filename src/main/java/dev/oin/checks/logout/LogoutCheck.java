package dev.oin.checks.logout;

import dev.oin.checks.Check;
import dev.oin.checks.CheckId;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Severity;
import java.util.function.Function;

/** One check of Universal Logout (sso-checks 4): what is done with the endpoint, and what must come of it. */
record LogoutCheck(
        CheckId id,
        Severity severity,
        String clause,
        String title,
        String why,
        String remedy,
        Function<LogoutLab, Outcome> conversation)
        implements Check {

    static LogoutCheck required(
            String id,
            String clause,
            String title,
            String why,
            String remedy,
            Function<LogoutLab, Outcome> conversation) {
        return new LogoutCheck(new CheckId(id), Severity.REQUIRED, clause, title, why, remedy, conversation);
    }

    static LogoutCheck warning(
            String id,
            String clause,
            String title,
            String why,
            String remedy,
            Function<LogoutLab, Outcome> conversation) {
        return new LogoutCheck(new CheckId(id), Severity.WARNING, clause, title, why, remedy, conversation);
    }

    @Override
    public String example() {
        return title + '.';
    }

    Outcome outcome(LogoutLab lab) {
        return settled(conversation.apply(lab));
    }

    /** With the check's own words: expectation and remedy; what only warns does not fail. */
    private Outcome settled(Outcome seen) {
        return switch (seen) {
            case Outcome.Passed passed -> new Outcome.Passed(title, passed.observed());
            case Outcome.Failed failed
            when failed.remedy().isEmpty() && severity != Severity.REQUIRED ->
                new Outcome.Warned(Fault.APP, title, failed.observed(), remedy);
            case Outcome.Failed failed
            when failed.remedy().isEmpty() -> new Outcome.Failed(Fault.APP, title, failed.observed(), remedy);
            case Outcome.Warned warned
            when warned.remedy().isEmpty() -> new Outcome.Warned(Fault.APP, title, warned.observed(), remedy);
            default -> seen;
        };
    }

    /** Done as it should be. */
    static Outcome right(String seen) {
        return new Outcome.Passed("", seen);
    }

    /** Not done as it should be. */
    static Outcome wrong(String seen) {
        return new Outcome.Failed(Fault.APP, "", seen, "");
    }

    /** Tolerable. */
    static Outcome doubtful(String seen) {
        return new Outcome.Warned(Fault.APP, "", seen, "");
    }
}
