package dev.oin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void is_of_version_seven_with_the_millisecond_in_front() {
        var id = at(NOON).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void a_later_id_sorts_after_an_earlier_one() {
        UUID earlier = at(NOON).next();

        UUID later = at(NOON.plusMillis(1)).next();

        assertThat(later.toString()).isGreaterThan(earlier.toString());
    }

    private static TimeOrderedIds at(Instant instant) {
        return new TimeOrderedIds(Clock.fixed(instant, ZoneOffset.UTC), new Random(7));
    }
}
