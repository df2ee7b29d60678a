package dev.oin.sandbox.scim;

import java.util.List;

/** What came of telling an app about a person. */
public sealed interface Provisioned {

    /**
     * The app took it.
     *
     * @param scimId the app's id of the person
     */
    record Done(String scimId) implements Provisioned {}

    /** The submission does not declare the operation, so nothing was sent. */
    record NotDeclared(String operation) implements Provisioned {}

    /**
     * The app answered otherwise than it must.
     *
     * @param call which call, such as {@code POST /Users}
     * @param status what it answered
     */
    record Rejected(String call, int status, String reason) implements Provisioned {}

    /** The app could not be asked: no credentials, no permission, no answer. */
    record NotReached(String reason, boolean configuration) implements Provisioned {}

    /** A mapping needs a value that the person does not have, so nothing was sent. */
    record Incomplete(List<String> attributes) implements Provisioned {
        public Incomplete {
            attributes = List.copyOf(attributes);
        }
    }

    /** The app's id of the person is not known, so nothing was sent. */
    record NotLinked() implements Provisioned {}
}
