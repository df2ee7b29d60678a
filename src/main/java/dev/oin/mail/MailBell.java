package dev.oin.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the delivery that there may be something to do. */
@Component
class MailBell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /** Waits for a ring, or for the given time. */
    void await(Duration atMost) throws InterruptedException {
        if (rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
