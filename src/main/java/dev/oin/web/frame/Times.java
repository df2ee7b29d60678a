package dev.oin.web.frame;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says instants in the reader's zone, with day and zone named, and durations in one form. */
public record Times(ZoneId zone, Clock clock) {

    private static final DateTimeFormatter UTC = pattern("EEE d MMM yyyy, HH:mm:ss 'UTC'");

    /** "Thu 26 Nov, 17:00 CET". */
    public String stamp(Instant at) {
        return pattern(isThisYear(at) ? "EEE d MMM, HH:mm zzz" : "EEE d MMM yyyy, HH:mm zzz")
                .format(at.atZone(zone));
    }

    /** "Thu 26 Nov". */
    public String date(Instant at) {
        return pattern(isThisYear(at) ? "EEE d MMM" : "EEE d MMM yyyy").format(at.atZone(zone));
    }

    /** A date without a time, such as a promise. */
    public String date(LocalDate day) {
        return pattern("EEE d MMM yyyy").format(day);
    }

    /** "17:00 CET". */
    public String clock(Instant at) {
        return pattern("HH:mm zzz").format(at.atZone(zone));
    }

    /** The same in UTC, for the details. */
    public String utc(Instant at) {
        return UTC.format(at.atZone(ZoneOffset.UTC));
    }

    /** "1 d 4 h", "3 h 20 min", "0:42". */
    public String duration(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /** How long ago it was. */
    public String since(Instant at) {
        var age = Duration.between(at, clock.instant());
        return duration(age.isNegative() ? Duration.ZERO : age);
    }

    /** How much time is left until then; zero when it is past. */
    public String until(Instant at) {
        var left = Duration.between(clock.instant(), at);
        return duration(left.isNegative() ? Duration.ZERO : left);
    }

    private boolean isThisYear(Instant at) {
        return at.atZone(zone).getYear() == clock.instant().atZone(zone).getYear();
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
