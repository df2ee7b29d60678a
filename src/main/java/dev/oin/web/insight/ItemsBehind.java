package dev.oin.web.insight;

import dev.oin.insight.Stay;
import dev.oin.insight.Stays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.stereotype.Component;

/** The items behind the number that a reader, or a caller of the API, opened. */
@Component
public class ItemsBehind {

    private final Stays stays;
    private final Clock clock;

    ItemsBehind(Stays stays, Clock clock) {
        this.stays = stays;
        this.clock = clock;
    }

    /** At most {@link Stays#MOST} of them. */
    public List<Stay> list(InsightQuery query) {
        var slice = query.slice();
        var process = query.process() == null ? "" : query.process();
        var element = query.element() == null ? "" : query.element();
        return switch (query.items()) {
            case null -> List.of();
            case WAITING -> stays.waitingAt(process, element, slice);
            case LEFT -> stays.leftFrom(process, element, slice);
            case OVERDUE -> stays.overdue(slice);
            case SUBMITTED -> stays.begun(from(query), to(query), slice);
            case PUBLISHED -> stays.ended(true, from(query), to(query), slice);
            case CLOSED -> stays.ended(false, from(query), to(query), slice);
            case KEPT -> stays.promised(element, true, slice);
            case MISSED -> stays.promised(element, false, slice);
        };
    }

    /** Whole weeks, as the page counts them. */
    private Instant from(InsightQuery query) {
        var first = today().minusDays(query.days() - 1L).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return startOf(query.week() == null ? first : query.week());
    }

    private Instant to(InsightQuery query) {
        return startOf(query.week() == null ? today().plusDays(1) : query.week().plusDays(7));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
