package dev.oin.account;

import java.util.List;

/** The texts that the DNS holds for a name. */
@FunctionalInterface
interface TxtRecords {

    /** The texts; none where there is no such name or record. */
    List<String> of(String name) throws NoAnswer;

    /** The DNS did not answer: neither yes nor no. */
    class NoAnswer extends Exception {

        NoAnswer(Throwable cause) {
            super(cause);
        }
    }
}
