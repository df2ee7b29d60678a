package dev.oin.sandbox.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oin.kernel.OrganizationId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private final OrganizationId acme = new OrganizationId(new UUID(0, 1));
    private final OrganizationId other = new OrganizationId(new UUID(0, 2));
    private final CountDownLatch answer = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Errands patient = new Errands(Duration.ofMinutes(1));
    private final Errands hurried = new Errands(Duration.ZERO);

    @AfterEach
    void stop() {
        answer.countDown();
        patient.close();
        hurried.close();
    }

    @Test
    void what_is_over_in_time_is_answered() {
        assertThat(patient.run(acme, () -> "told")).contains("told");
    }

    @Test
    void what_takes_longer_goes_on_and_the_next_follows_it() {
        var first = hurried.run(acme, () -> slow("first"));
        var second = hurried.run(acme, () -> done.add("second"));

        answer.countDown();

        assertThat(first).isFalse();
        assertThat(second).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(done).containsExactly("first", "second"));
    }

    @Test
    void one_organisation_does_not_wait_for_another() {
        hurried.run(acme, () -> slow("acme"));

        patient.run(other, () -> done.add("other"));

        assertThat(done).containsExactly("other");
    }

    @Test
    void a_failure_is_the_waiters_and_the_next_errand_is_run_all_the_same() {
        assertThatThrownBy(() -> patient.run(acme, (Runnable) () -> {
                    throw new IllegalStateException("ours");
                }))
                .hasMessage("ours");

        assertThat(patient.run(acme, () -> "next")).contains("next");
    }

    private void slow(String what) {
        try {
            answer.await();
            done.add(what);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
