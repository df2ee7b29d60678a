package dev.oin.checks.preflight;

import dev.oin.checks.Check;
import dev.oin.checks.CheckId;
import dev.oin.checks.Outcome;
import dev.oin.checks.Severity;
import dev.oin.kernel.Protocol;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One contact: whether it works, and if not, what to change.
 *
 * @param protocol which instances it is about; null for all
 * @param key the field of the submission that is wrong where it fails; null where none is
 */
record PreflightCheck(
        CheckId id,
        @Nullable Protocol protocol,
        String title,
        String why,
        String remedy,
        @Nullable String key,
        Function<Contacts, Outcome> contact)
        implements Check {

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public String clause() {
        return "";
    }

    @Override
    public String example() {
        return title + '.';
    }

    @Override
    public Optional<String> field() {
        return Optional.ofNullable(key);
    }
}
