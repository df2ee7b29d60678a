package dev.oin.sample.people;

/** The answer to an arrival. */
public sealed interface Admission {

    /** May enter. */
    record Admitted(Account account) implements Admission {}

    /** May not; {@code reason} is shown to the person. */
    record Refused(String reason) implements Admission {}
}
