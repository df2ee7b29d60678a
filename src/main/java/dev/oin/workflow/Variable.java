package dev.oin.workflow;

import dev.oin.kernel.SubmissionId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A process variable, read and written by its type. This is the closed list: scalars that gateways, timers and calls need;
 * everything else is in the tables.
 */
record Variable<T>(String name, Class<T> type) {

    /** The value of {@link #RAISED_IN} and {@link #PUBLICATION_OUTCOME} before there is one. */
    static final String NONE = "NONE";

    static final Variable<String> KIND = text("kind");
    static final Variable<String> PHASE = text("phase");
    static final Variable<String> RAISED_IN = text("raisedIn");
    static final Variable<String> NEXT_PAGE = text("nextPage");
    static final Variable<Boolean> GATE_OPEN = flag("gateOpen");
    static final Variable<String> REVIEW_OUTCOME = text("reviewOutcome");
    static final Variable<String> RESOLUTION = text("resolution");
    static final Variable<String> QA_OUTCOME = text("qaOutcome");
    static final Variable<Boolean> SSO_APPLIES = flag("ssoApplies");
    static final Variable<Boolean> SCIM_APPLIES = flag("scimApplies");
    static final Variable<Boolean> LOGOUT_APPLIES = flag("logoutApplies");
    static final Variable<String> PUBLICATION_OUTCOME = text("publicationOutcome");
    static final Variable<Date> PUBLISH_AT = new Variable<>("publishAt", Date.class);
    static final Variable<String> CHECK_RUN_ID = text("checkRunId");
    static final Variable<Date> REVIEW_DEADLINE = new Variable<>("reviewDeadline", Date.class);
    static final Variable<String> INITIATOR = text("initiator");

    /** The value in the scope, which has one. */
    T in(VariableScope scope) {
        var value = type.cast(scope.getVariable(name));
        if (value == null) {
            throw new IllegalStateException("The process has no value for " + name);
        }
        return value;
    }

    /** Gives the scope a value. */
    void set(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, value);
    }

    /** The variable with a value, for a call of the engine. */
    Map<String, Object> is(T value) {
        return Map.of(name, value);
    }

    /** The submission that the process is about. */
    static SubmissionId submission(DelegateExecution execution) {
        return SubmissionId.of(execution.getProcessBusinessKey());
    }

    private static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    private static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }
}
