package dev.oin.storage;

import dev.oin.kernel.Ids;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids that sort by the millisecond of their making (UUID version 7, RFC 9562 section 5.7), which keeps indexes compact. */
record TimeOrderedIds(Clock clock, RandomGenerator random) implements Ids {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    @Override
    public UUID next() {
        var high = clock.millis() << 16 | VERSION | random.nextLong() & 0x0FFFL;
        var low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
