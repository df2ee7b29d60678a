package dev.oin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationBucketTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 59, 3_600, 86_400, 604_800, 31_536_000})
    void the_middle_of_a_class_is_within_an_eighth_of_each_of_its_durations(long seconds) {
        var middle = DurationBucket.middle(DurationBucket.of(Duration.ofSeconds(seconds)));

        assertThat((double) middle.toSeconds()).isBetween(seconds * 0.875 - 1, seconds * 1.125 + 1);
    }

    @Test
    void what_took_no_time_or_less_is_in_the_first_class() {
        assertThat(DurationBucket.of(Duration.ZERO)).isZero();
        assertThat(DurationBucket.of(Duration.ofMillis(-5))).isZero();
    }

    @Test
    void longer_durations_never_fall_into_a_lower_class() {
        var classes = LongStream.range(0, 5_000)
                .mapToObj(Duration::ofSeconds)
                .map(DurationBucket::of)
                .toList();

        assertThat(classes).isSorted();
    }

    @Test
    void the_median_of_an_odd_number_is_the_one_in_the_middle() {
        var counts = List.of(new BucketCount.Of(10, 2), new BucketCount.Of(20, 1), new BucketCount.Of(30, 2));

        assertThat(DurationBucket.percentile(counts, 0.5)).isEqualTo(DurationBucket.middle(20));
    }

    @Test
    void the_85th_percentile_of_twenty_is_the_seventeenth() {
        var counts = List.of(new BucketCount.Of(10, 16), new BucketCount.Of(20, 1), new BucketCount.Of(30, 3));

        assertThat(DurationBucket.percentile(counts, 0.85)).isEqualTo(DurationBucket.middle(20));
    }

    @Test
    void nothing_has_no_duration() {
        assertThat(DurationBucket.percentile(List.of(), 0.5)).isZero();
    }
}
