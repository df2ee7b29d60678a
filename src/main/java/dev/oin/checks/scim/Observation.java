package dev.oin.checks.scim;

import dev.oin.sandbox.scim.ScimReply;
import dev.oin.sandbox.scim.ScimReply.Answer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a conversation with a server showed. */
sealed interface Observation {

    /** So much is shown of what a server says, and of what it was sent. */
    int LONGEST = 150;

    /** As it should be. */
    record Right(String seen) implements Observation {}

    /** Otherwise. */
    record Wrong(String seen) implements Observation {}

    /** Otherwise, in a way that clients live with. */
    record Tolerable(String seen) implements Observation {}

    /** Nothing can be said, since what had to be prepared did not work or what is looked for is not shown. */
    record Unclear(String seen, String remedy) implements Observation {

        Unclear(String seen) {
            this(seen, "Repair what the SPEC and CRUD suites name first.");
        }
    }

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
                        : new Wrong(path + ' ' + Judge.words(seen));
    }

    /** A member of an answer, as it is named in what was seen. */
    static String member(Answer answer, String name) {
        var value = answer.at("$." + name);
        return value.isMissingNode() ? "no " + name : name + ' ' + value;
    }

    /** What follows from a change; where the server refuses the change, that is the finding. */
    static Observation accepted(ScimReply change, Supplier<Observation> next) {
        return seen(
                change,
                answer -> answer.isSuccess() ? next.get() : new Wrong("the change was answered with " + words(answer)));
    }

    /** Right where it is for each of these; otherwise the first that is not, by name. */
    static Observation each(List<String> all, Function<String, Observation> judge, String right) {
        for (var one : all) {
            var observation = judge.apply(one);
            if (!(observation instanceof Right)) {
                return observation instanceof Wrong(var seen) ? new Wrong(named(one) + ": " + seen) : observation;
            }
        }
        return new Right(right);
    }

    private static String named(String one) {
        return one.isEmpty() ? "nothing at all" : shortened(one);
    }

    static Observation when(boolean right, String seen) {
        return right ? new Right(seen) : new Wrong(seen);
    }

    static boolean isOneOf(Answer answer, Integer... allowed) {
        return List.of(allowed).contains(answer.status());
    }

    /** The status, and why the server refuses. */
    static String words(Answer answer) {
        var detail =
                answer.status() < 400 ? "" : answer.at("$.detail").asText("").strip();
        return "status " + answer.status() + (detail.isEmpty() ? "" : " (" + shortened(detail) + ')');
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + '…';
    }
}
