package dev.oin.sandbox.scim;

/** Whether a SCIM server lets the product in. */
public sealed interface Admission {

    /** It does. */
    record Granted(String seen) implements Admission {}

    /** It does not, for reasons of the credentials. */
    record Denied(Cause cause, String seen, String change) implements Admission {}

    /** Something answers that is no SCIM server, such as a page to sign in. */
    record Elsewhere(String seen, String change) implements Admission {}

    /** It answers, but neither yes nor no. */
    record Unclear(String seen, String change) implements Admission {}

    /**
     * It cannot be asked.
     *
     * @param forbidden whether the product may not call that address, or has no credentials at all
     */
    record NotAsked(String reason, boolean forbidden) implements Admission {}

    /** What is the matter with credentials. */
    enum Cause {
        /** Their time is over. */
        EXPIRED,
        /** The app took them back. */
        REVOKED,
        /** The app accepted them once; whether their time is over or they were taken back, it does not say. */
        ENDED,
        /** The app never knew them, as far as is known. */
        WRONG,
        /** They are right, but sent in another form than the app wants. */
        FORM,
        /** They are known, and may not do this. */
        NOT_ALLOWED
    }

    /** In words: what is the matter, and what to change. */
    default String words() {
        return switch (this) {
            case Granted(var seen) -> seen;
            case Denied(var cause, var seen, var change) -> seen + ' ' + change;
            case Elsewhere(var seen, var change) -> seen + ' ' + change;
            case Unclear(var seen, var change) -> seen + ' ' + change;
            case NotAsked(var reason, var forbidden) -> reason;
        };
    }
}
