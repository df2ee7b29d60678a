package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import org.springframework.stereotype.Component;

/** Shows a caller a submission: a member the own organisation's, the team everybody's. */
@Component
public class ReadSubmission {

    private final Submissions submissions;

    ReadSubmission(Submissions submissions) {
        this.submissions = submissions;
    }

    /** The submission, if the caller may see it. */
    public Reading read(Caller caller, SubmissionId id) {
        var organization = caller.organization();
        var found = caller.isStaff() || organization == null
                ? submissions.find(id).filter(any -> caller.isStaff())
                : submissions.find(id, organization);
        if (found.isEmpty()) {
            return new Reading.NotFound();
        }
        return caller.isStaff() || caller.mayView()
                ? new Reading.Found(found.get())
                : new Reading.Forbidden(
                        "Your role does not show submissions. Ask a super admin for the app admin or read-only role.");
    }

    /** What the caller gets. */
    public sealed interface Reading {

        /** Here it is. */
        record Found(Submission submission) implements Reading {}

        /** There is none for the caller. */
        record NotFound() implements Reading {}

        /** It is there, but not for the caller's role. */
        record Forbidden(String reason) implements Reading {}
    }
}
