package dev.oin.checks;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.BeforeDraftGoes;
import org.springframework.stereotype.Component;

/** Before a draft is deleted, its runs end, and what they made is taken out of the apps: afterwards nobody has the credentials. */
@Component
class LeaveApps implements BeforeDraftGoes {

    private final CancelRuns cancel;
    private final MadeInApps made;
    private final RunRows rows;
    private final Suites suites;

    LeaveApps(CancelRuns cancel, MadeInApps made, RunRows rows, Suites suites) {
        this.cancel = cancel;
        this.made = made;
        this.rows = rows;
        this.suites = suites;
    }

    @Override
    public void takeBack(SubmissionId draft) {
        cancel.cancelUnfinished(draft, "The integration was deleted.");
        made.runs(draft).stream()
                .flatMap(run -> rows.find(run).stream())
                .forEach(run -> suites.find(run.suite()).ifPresent(suite -> suite.leaveApp(run)));
    }
}
