package dev.oin.webhook;

import dev.oin.kernel.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps calling while the product runs. */
@Component
class CallingWebhooks implements RecurringWork {

    private final CallWebhooks calls;

    CallingWebhooks(CallWebhooks calls) {
        this.calls = calls;
    }

    @Override
    public String what() {
        return "Calling webhooks";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        calls.callDue();
    }
}
