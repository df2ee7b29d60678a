package dev.oin.insight;

/** How many stays of one class of duration there were at an element. */
record BucketCount(String process, String element, String waitsFor, Of of, long seconds, int promised, int onTime) {

    /** A class of durations and how many stays fell into it. */
    record Of(int bucket, int visits) {}
}
