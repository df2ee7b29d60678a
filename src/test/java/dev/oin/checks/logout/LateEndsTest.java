package dev.oin.checks.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LateEndsTest {

    private final AtomicLong now = new AtomicLong();
    private final LateEnds ends = new LateEnds(now::get);

    @Test
    void an_app_that_ends_sessions_at_once_is_not_waited_for() {
        ends.saw(Duration.ofMillis(300));
        ends.taken();

        assertThat(ends.left()).isZero();
    }

    @Test
    void one_whose_sessions_outlive_every_revocation_is_not_either() {
        ends.taken();

        assertThat(ends.left()).isZero();
    }

    @Test
    void one_that_ends_them_late_is_waited_for_since_the_last_revocation() {
        ends.saw(Duration.ofSeconds(3));
        ends.saw(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(60));
        ends.taken();
        pass(Duration.ofSeconds(1));

        assertThat(ends.left()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void what_is_over_is_not_waited_for() {
        ends.saw(Duration.ofSeconds(3));
        ends.taken();
        pass(Duration.ofSeconds(5));

        assertThat(ends.left()).isZero();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
