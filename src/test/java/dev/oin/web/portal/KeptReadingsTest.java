package dev.oin.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptReadingsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final AtomicInteger asked = new AtomicInteger();
    private final Supplier<Integer> app = asked::incrementAndGet;
    private final KeptReadings<String, Integer> readings =
            new KeptReadings<>(clock, Duration.ofMinutes(5), Duration.ofMinutes(1));
    private final KeptReadings<String, Integer> hurried =
            new KeptReadings<>(clock, Duration.ofMinutes(5), Duration.ZERO);

    @AfterEach
    void close() {
        readings.close();
        hurried.close();
    }

    @Test
    void the_app_is_not_asked_again_for_a_while() {
        readings.of("acme", app);
        now.set(NOON.plusSeconds(299));

        var reading = readings.of("acme", app);

        assertThat(reading).contains(new KeptReadings.Reading<>(1, NOON));
    }

    @Test
    void what_is_old_is_read_anew() {
        readings.of("acme", app);
        now.set(NOON.plusSeconds(300));

        var reading = readings.of("acme", app);

        assertThat(reading).contains(new KeptReadings.Reading<>(2, NOON.plusSeconds(300)));
    }

    @Test
    void what_is_forgotten_is_read_anew_and_the_rest_is_kept() {
        readings.of("acme", app);
        readings.of("other", app);

        readings.forget("acme");

        assertThat(readings.of("other", app).orElseThrow().value()).isEqualTo(2);
        assertThat(readings.of("acme", app).orElseThrow().value()).isEqualTo(3);
    }

    @Test
    void nobody_waits_for_a_slow_app_and_its_answer_is_there_later() {
        var answer = new CountDownLatch(1);
        Supplier<Integer> slow = () -> {
            Awaitility.await().until(() -> answer.getCount() == 0);
            return asked.incrementAndGet();
        };

        assertThat(hurried.of("acme", slow)).isEmpty();
        answer.countDown();

        Awaitility.await()
                .untilAsserted(() -> assertThat(hurried.of("acme", slow)).isPresent());
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_failure_is_not_kept() {
        var failed = catchThrowable(() -> readings.of("acme", () -> {
            throw new IllegalStateException("ours");
        }));

        assertThat(failed).hasMessage("ours");
        assertThat(readings.of("acme", app)).isPresent();
    }
}
