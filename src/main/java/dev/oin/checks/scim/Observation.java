package dev.oin.checks.scim;

import dev.oin.sandbox.scim.ScimReply;
import dev.oin.sandbox.scim.ScimReply.Answer;
import java.util.List;
import java.util.function.Function;

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

    // --- judging -----------------------------------------------------------------------------------------------------

    static Observation seen(ScimReply reply, Function<Answer, Observation> judge) {
        return switch (reply) {
            case ScimReply.Silence silence -> new Mute(silence);
            case Answer answer -> judge.apply(answer);
        };
    }

    static Observation status(ScimReply reply, Integer... allowed) {
        return seen(reply, answer -> isOneOf(answer, allowed) ? new Right(words(answer)) : new Wrong(words(answer)));
    }

    /** The status, and one of the SCIM error types where any is named. */
    static Observation refused(ScimReply reply, int status, String... types) {
        return seen(reply, answer -> {
            if (answer.status() != status) {
                return new Wrong(words(answer));
            }
            var type = answer.at("$.scimType").asText("");
            return types.length == 0 || List.of(types).contains(type)
                    ? new Right(words(answer))
                    : new Wrong(words(answer) + ", scimType " + (type.isEmpty() ? "missing" : type) + " instead of "
                            + String.join(" or ", types));
        });
    }

    /** Whether a value in the answer is as expected. */
    static Observation value(Answer answer, String path, String expected) {
        var seen = answer.at(path);
        return !answer.isSuccess()
                ? new Wrong(words(answer))
                : seen.asText("").equals(expected)
                        ? new Right(path + " is " + seen)
                        : new Wrong(path + " is " + (seen.isMissingNode() ? "missing" : seen.toString()));
    }

    static Observation when(boolean right, String seen) {
        return right ? new Right(seen) : new Wrong(seen);
    }

    static boolean isOneOf(Answer answer, Integer... allowed) {
        return List.of(allowed).contains(answer.status());
    }

    static String words(Answer answer) {
        return "status " + answer.status();
    }
}
