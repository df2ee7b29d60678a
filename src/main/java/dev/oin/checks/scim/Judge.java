package dev.oin.checks.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.oin.checks.Fault;
import dev.oin.checks.Outcome;
import dev.oin.checks.Severity;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ScimReply;

/** Says what a step's result means for an assertion. */
record Judge(Variables variables) {

    private static final int LONGEST_VALUE = 200;
    private static final String ACCEPTED = "The change is made and the app accepts it";
    private static final String CHECK_CREDENTIALS =
            "The server does not accept the credentials. Check the instance's token and the authentication mode on page 2.";

    Outcome of(ScimAssertion assertion, StepResult result) {
        var expected = assertion.subject() instanceof Subject.Effect
                ? ACCEPTED
                : assertion.subject().words() + ' ' + assertion.expectation().words(variables);
        return switch (result) {
            case StepResult.NotConcerned(var reason) -> new Outcome.NotApplicable(reason);
            case StepResult.Blocked(var reason) ->
                new Outcome.Inconclusive(expected, reason, "Repair the earlier step first.");
            case StepResult.Done(var what) -> new Outcome.Passed(expected, what);
            case StepResult.Silent(var silence, var traffic) -> silent(expected, silence);
            case StepResult.Effected(var provisioned, var traffic) -> effected(assertion, provisioned);
            case StepResult.Answered(var answer, var traffic) -> answered(assertion, expected, answer);
        };
    }

    private static Outcome silent(String expected, ScimReply.Silence silence) {
        return silence.forbidden()
                ? new Outcome.Failed(
                        Fault.CONFIGURATION,
                        expected,
                        silence.reason(),
                        "Correct the SCIM base URL: " + silence.reason())
                : new Outcome.Errored(
                        Fault.NETWORK, expected, silence.reason(), "Make the SCIM server reachable, then run again.");
    }

    private Outcome effected(ScimAssertion assertion, Provisioned provisioned) {
        return switch (provisioned) {
            case Provisioned.Done(var id) ->
                new Outcome.Passed(ACCEPTED, "The app accepted it for its user " + id + '.');
            case Provisioned.NotDeclared(var operation) -> new Outcome.NotApplicable(notDeclared(operation));
            case Provisioned.Rejected(var call, var status, var reason) ->
                rejected(
                        ACCEPTED,
                        call + " was answered with status " + status + (reason.isEmpty() ? "." : ": " + reason),
                        status,
                        repair(assertion, call, status));
            case Provisioned.Incomplete incomplete ->
                new Outcome.Failed(
                        Fault.CONFIGURATION,
                        ACCEPTED,
                        incomplete(incomplete),
                        "Let the mapping take another attribute, or make it optional, under SCIM properties on page 2.");
            case Provisioned.NotLinked() ->
                new Outcome.Inconclusive(
                        ACCEPTED, "The app's id of the person is not known.", "Repair the earlier step first.");
            case Provisioned.NotReached(var reason, var configuration) ->
                configuration
                        ? new Outcome.Failed(Fault.CONFIGURATION, ACCEPTED, reason, reason)
                        : new Outcome.Errored(
                                Fault.NETWORK, ACCEPTED, reason, "Make the SCIM server reachable, then run again.");
        };
    }

    static String incomplete(Provisioned.Incomplete incomplete) {
        return "A mapping needs a value that the test person does not have: "
                + String.join(", ", incomplete.attributes()) + '.';
    }

    static String notDeclared(String operation) {
        return "The submission does not declare the operation " + operation + '.';
    }

    private static String repair(ScimAssertion assertion, String call, int status) {
        if (status / 100 == 2) {
            return "Correct the answer to " + call + '.';
        }
        return status == 405 || status == 501 ? offer(call) : assertion.remedy();
    }

    private static String offer(String call) {
        return "Offer %s: the provisioning client makes this call for that change, whatever else the server offers. Or do not declare the operation, under SCIM properties on page 2."
                .formatted(call);
    }

    private Outcome rejected(String expected, String observed, int status, String remedy) {
        return isAboutCredentials(status)
                ? new Outcome.Failed(Fault.CONFIGURATION, expected, observed, CHECK_CREDENTIALS)
                : new Outcome.Failed(Fault.APP, expected, observed, variables.fill(remedy));
    }

    private Outcome answered(ScimAssertion assertion, String expected, ScimReply.Answer answer) {
        var value = value(assertion.subject(), answer);
        var observed = assertion.subject().words() + ' ' + words(value);
        if (assertion.expectation().accepts(value, variables)) {
            return new Outcome.Passed(expected, observed);
        }
        if (assertion.severity() == Severity.WARNING) {
            return new Outcome.Warned(Fault.APP, expected, observed, variables.fill(assertion.remedy()));
        }
        return rejected(
                expected, observed, isUnexpected401(assertion, answer) ? answer.status() : 0, assertion.remedy());
    }

    /** A refusal that the assertion did not ask for. */
    private static boolean isUnexpected401(ScimAssertion assertion, ScimReply.Answer answer) {
        return isAboutCredentials(answer.status()) && !assertion.step().id().equals(SpecSteps.S11.id());
    }

    private static boolean isAboutCredentials(int status) {
        return status == 401 || status == 403;
    }

    static JsonNode value(Subject subject, ScimReply.Answer answer) {
        return switch (subject) {
            case Subject.Status() -> IntNode.valueOf(answer.status());
            case Subject.ResponseTime() -> LongNode.valueOf(answer.took().toMillis());
            case Subject.At(var path) -> path.equals("$") ? answer.body() : answer.at(path);
            case Subject.Effect() -> IntNode.valueOf(answer.status());
        };
    }

    static String words(JsonNode value) {
        if (value.isMissingNode()) {
            return "is missing";
        }
        var text = value.toString();
        return "is " + (text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…");
    }
}
