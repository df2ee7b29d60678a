package dev.oin.account;

import java.time.Duration;

/**
 * How long to wait after failures in a row: not at all below a number, then a time that doubles with each further one,
 * up to a longest.
 */
record BackOff(int from, Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    Duration after(int failures) {
        if (failures < from) {
            return Duration.ZERO;
        }
        var grown = first.multipliedBy(1L << Math.min(failures - from, MOST_DOUBLINGS));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
