package dev.oin.web.api;

import dev.oin.account.Caller;
import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.ReadSubmission;
import dev.oin.submission.Submission;
import dev.oin.web.problems.Problems;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds what a path names, for callers who may know of it: members see their own organisation's, the team everybody's. All else is 404. */
@Component
class OwnedThings {

    private static final String EDITING = "Editing needs the super admin or the app admin role.";
    private static final String TESTING = "Testing needs the super admin role, or the app and org admin roles.";

    private final ReadSubmission reading;
    private final Instances instances;
    private final CheckRuns runs;

    OwnedThings(ReadSubmission reading, Instances instances, CheckRuns runs) {
        this.reading = reading;
        this.instances = instances;
        this.runs = runs;
    }

    /** The answer about a submission that the caller may read. */
    ResponseEntity<Object> submission(Caller caller, UUID id, Function<Submission, ResponseEntity<Object>> answer) {
        return switch (reading.read(caller, new SubmissionId(id))) {
            case ReadSubmission.Reading.Found(var submission) -> answer.apply(submission);
            case ReadSubmission.Reading.NotFound() -> Problems.notFound().answer();
            case ReadSubmission.Reading.Forbidden(var reason) ->
                Problems.forbidden(reason).answer();
        };
    }

    /** The answer about a submission that the caller may edit. */
    ResponseEntity<Object> editable(Caller caller, UUID id, Function<Submission, ResponseEntity<Object>> answer) {
        return submission(
                caller,
                id,
                submission -> caller.isMemberOf(submission.organization()) && caller.mayEdit()
                        ? answer.apply(submission)
                        : Problems.forbidden(EDITING).answer());
    }

    /** The answer about a submission that the caller may test. */
    ResponseEntity<Object> testable(Caller caller, UUID id, Function<Submission, ResponseEntity<Object>> answer) {
        return submission(
                caller,
                id,
                submission -> mayTest(caller, submission)
                        ? answer.apply(submission)
                        : Problems.forbidden(TESTING).answer());
    }

    /** The answer about an instance that the caller may read. */
    ResponseEntity<Object> instance(Caller caller, UUID id, Function<Instance, ResponseEntity<Object>> answer) {
        return instances
                .find(new InstanceId(id))
                .map(found -> submission(caller, found.submission().value(), submission -> answer.apply(found)))
                .orElseGet(() -> Problems.notFound().answer());
    }

    /** The answer about an instance that the caller may change. */
    ResponseEntity<Object> testableInstance(Caller caller, UUID id, Function<Instance, ResponseEntity<Object>> answer) {
        return instances
                .find(new InstanceId(id))
                .map(found -> testable(caller, found.submission().value(), submission -> answer.apply(found)))
                .orElseGet(() -> Problems.notFound().answer());
    }

    /** The answer about a run that the caller may read. */
    ResponseEntity<Object> run(Caller caller, UUID id, Function<CheckRun, ResponseEntity<Object>> answer) {
        return runs.find(new RunId(id))
                .map(found -> submission(caller, found.submission().value(), submission -> answer.apply(found)))
                .orElseGet(() -> Problems.notFound().answer());
    }

    /** Whether the run is the caller's to stop and to share. */
    boolean mayTest(Caller caller, Submission submission) {
        return caller.isMemberOf(submission.organization()) && caller.mayTestAndSubmit();
    }
}
