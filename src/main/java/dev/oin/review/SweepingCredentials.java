package dev.oin.review;

import dev.oin.kernel.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks for test credentials to delete while the product runs. */
@Component
class SweepingCredentials implements RecurringWork {

    private final SweepCredentials sweep;

    SweepingCredentials(SweepCredentials sweep) {
        this.sweep = sweep;
    }

    @Override
    public String what() {
        return "Deleting test credentials";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        sweep.sweepDue();
    }
}
