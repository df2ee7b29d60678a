package dev.oin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff(3, Duration.ofMinutes(15), Duration.ofHours(4));

    @Test
    void the_first_failures_cost_no_wait() {
        assertThat(backOff.after(2)).isZero();
    }

    @Test
    void each_further_failure_doubles_the_wait() {
        assertThat(backOff.after(3)).hasMinutes(15);
        assertThat(backOff.after(4)).hasMinutes(30);
        assertThat(backOff.after(5)).hasMinutes(60);
    }

    @Test
    void the_wait_never_exceeds_the_longest() {
        assertThat(backOff.after(8)).hasHours(4);
        assertThat(backOff.after(Integer.MAX_VALUE)).hasHours(4);
    }
}
