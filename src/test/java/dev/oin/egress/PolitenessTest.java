package dev.oin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolitenessTest {

    private final AtomicLong now = new AtomicLong(1_000_000_000_000L);
    private final Politeness politeness = new Politeness(20, now::get);

    @Test
    void a_seconds_worth_of_calls_goes_at_once() {
        var waits =
                IntStream.range(0, 20).mapToObj(call -> politeness.reserve("a")).toList();

        assertThat(waits).containsOnly(Duration.ZERO);
    }

    @Test
    void further_calls_are_spread_evenly() {
        IntStream.range(0, 20).forEach(call -> politeness.reserve("a"));

        assertThat(politeness.reserve("a")).isEqualTo(Duration.ofMillis(50));
        assertThat(politeness.reserve("a")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void hosts_do_not_wait_for_each_other() {
        IntStream.range(0, 40).forEach(call -> politeness.reserve("a"));

        assertThat(politeness.reserve("b")).isZero();
    }

    @Test
    void a_rested_host_is_called_at_once_again() {
        IntStream.range(0, 40).forEach(call -> politeness.reserve("a"));

        now.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(politeness.reserve("a")).isZero();
    }
}
