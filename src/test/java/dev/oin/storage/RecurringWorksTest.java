package dev.oin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.RecurringWork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecurringWorksTest {

    @Test
    void work_that_fails_gets_its_next_turn() throws Exception {
        var turns = new CountDownLatch(3);
        var works = new RecurringWorks(List.of(work(() -> {
            turns.countDown();
            throw new IllegalStateException("the database is away");
        })));

        works.start();
        try {
            assertThat(turns.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            works.stop();
        }
    }

    @Test
    void without_work_there_is_nothing_to_do() {
        var works = new RecurringWorks(List.of());

        works.start();
        works.stop();
    }

    private static RecurringWork work(Runnable turn) {
        return new RecurringWork() {
            @Override
            public String what() {
                return "Test";
            }

            @Override
            public Duration pause() {
                return Duration.ofMillis(1);
            }

            @Override
            public void run() {
                turn.run();
            }
        };
    }
}
