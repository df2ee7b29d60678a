package dev.oin.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Whole days (UTC) up to now: the same for the daily counts and for the items behind them. */
record Period(LocalDate first, LocalDate last) {

    static Period of(Slice slice, Instant now) {
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return new Period(today.minusDays(slice.days() - 1L), today);
    }

    Instant from() {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
