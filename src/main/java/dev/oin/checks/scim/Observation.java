package dev.oin.checks.scim;

import dev.oin.sandbox.scim.ScimReply;

/** What a conversation with a server showed. */
sealed interface Observation {

    /** As it should be. */
    record Right(String seen) implements Observation {}

    /** Otherwise. */
    record Wrong(String seen) implements Observation {}

    /** Otherwise, in a way that clients live with. */
    record Tolerable(String seen) implements Observation {}

    /** Nothing can be said, since what had to be prepared did not work. */
    record Unclear(String seen) implements Observation {}

    /** The app does not declare what it is about. */
    record NotConcerned(String reason) implements Observation {}

    /** No answer. */
    record Mute(ScimReply.Silence silence) implements Observation {}
}
