package dev.oin.sandbox.scim;

import dev.oin.kernel.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a provisioning client waits for a server that asks it to come back later (429, or 503 with Retry-After): as long as the server says, else twice as long each time. One
 * that only says that it cannot answer now (503, RFC 9110, section 15.6.4) is asked twice more.
 *
 * @param most how long one call waits altogether
 * @param pause waits that long; false where the work is being stopped
 */
public record Patience(Duration most, Predicate<Duration> pause) {

    /** As long as an administrator or a run waits. */
    public static final Patience USUAL = new Patience(Duration.ofMinutes(2), Pause::of);

    /** While somebody waits for a page. */
    public static final Patience BRIEF = new Patience(Duration.ofSeconds(5), Pause::of);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_UNASKED = 2;

    /** The waits of one call. */
    final class Waits {

        private Duration left = most;
        private Duration next = FIRST;
        private int unasked;

        /** Waits as the answer asks; false where it asks for more than is left, or did not ask too often. */
        boolean until(ScimReply.Answer answer) {
            if (!asksToComeBack(answer) && ++unasked > MOST_UNASKED) {
                return false;
            }
            var wait = answer.header("Retry-After")
                    .flatMap(value -> asked(value, answer))
                    .orElse(next);
            next = next.multipliedBy(2);
            left = left.minus(wait);
            return !left.isNegative() && pause.test(wait);
        }
    }

    /** Whether the server may answer otherwise in a while. */
    static boolean isBusy(ScimReply.Answer answer) {
        return answer.status() == 429 || answer.status() == 503;
    }

    /** Whether it wants to be asked again. */
    static boolean asksToComeBack(ScimReply.Answer answer) {
        return answer.status() == 429
                || answer.status() == 503 && answer.header("Retry-After").isPresent();
    }

    Waits begin() {
        return new Waits();
    }

    /** Seconds, or the time of day (RFC 9110, section 10.2.3). */
    private static Optional<Duration> asked(String value, ScimReply.Answer answer) {
        var text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return answer.header("Date")
                .flatMap(Patience::time)
                .flatMap(now -> time(text).map(then -> Duration.between(now, then)))
                .filter(wait -> !wait.isNegative());
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
