package dev.oin.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private final BusinessCalendar calendar =
            new BusinessCalendar(ZoneId.of("Europe/Paris"), LocalTime.of(17, 0), Set.of(LocalDate.of(2026, 11, 26)));

    @ParameterizedTest(name = "{0} plus {1} working days is {2}")
    @CsvSource({
        "2026-11-23T09:00:00Z, 1, 2026-11-24T16:00:00Z",
        "2026-11-23T16:00:00Z, 1, 2026-11-24T16:00:00Z",
        "2026-11-23T16:00:01Z, 1, 2026-11-25T16:00:00Z",
        "2026-11-25T09:00:00Z, 1, 2026-11-27T16:00:00Z",
        "2026-11-27T09:00:00Z, 1, 2026-11-30T16:00:00Z",
        "2026-11-28T09:00:00Z, 1, 2026-12-01T16:00:00Z",
        "2026-11-23T09:00:00Z, 5, 2026-12-01T16:00:00Z",
        "2026-10-23T09:00:00Z, 2, 2026-10-27T16:00:00Z",
        "2027-03-26T09:00:00Z, 1, 2027-03-29T15:00:00Z"
    })
    void ends_at_the_cut_off_of_a_working_day(Instant from, int days, Instant expected) {
        var due = calendar.plus(from, days);

        assertThat(due).isEqualTo(expected);
    }
}
