package dev.oin.review;

import dev.oin.kernel.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks outside while the product runs, where a review waits for it. */
@Component
class LookingOutside implements RecurringWork {

    private final LookOutside look;

    LookingOutside(LookOutside look) {
        this.look = look;
    }

    @Override
    public String what() {
        return "Looking at guides and logos";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run() {
        look.lookDue();
    }
}
