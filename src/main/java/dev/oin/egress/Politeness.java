package dev.oin.egress;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Spreads the calls to one host, so that a test run is never a flood: a second's worth at once, then evenly. */
final class Politeness {

    private final long interval;
    private final long burst;
    private final LongSupplier nanoTime;
    private final Map<String, Long> nextFree = new ConcurrentHashMap<>();
    private final ReentrantLock waiting = new ReentrantLock();
    private final Condition never = waiting.newCondition();

    Politeness(int perSecond, LongSupplier nanoTime) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.burst = TimeUnit.SECONDS.toNanos(1);
        this.nanoTime = nanoTime;
    }

    /** Takes the host's next turn; says how long it is away. */
    Duration reserve(String target) {
        long now = nanoTime.getAsLong();
        long turn = nextFree.merge(target, now - burst + interval, (next, fresh) -> Math.max(next + interval, fresh));
        return Duration.ofNanos(Math.max(0, turn - now));
    }

    /** Waits for the host's next turn. */
    void await(String target) throws InterruptedException {
        long left = reserve(target).toNanos();
        waiting.lockInterruptibly();
        try {
            while (left > 0) {
                left = never.awaitNanos(left);
            }
        } finally {
            waiting.unlock();
        }
    }
}
