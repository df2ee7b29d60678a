package dev.oin.review;

import dev.oin.kernel.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks for retired things of QA while the product runs. */
@Component
class QaCleaning implements RecurringWork {

    private final CleanUpQa cleanUp;

    QaCleaning(CleanUpQa cleanUp) {
        this.cleanUp = cleanUp;
    }

    @Override
    public String what() {
        return "Cleaning up after QA";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        cleanUp.cleanDue();
    }
}
