package dev.oin.catalog;

import dev.oin.account.Caller;
import dev.oin.review.CatalogMails;
import dev.oin.submission.MoveSubmission;
import dev.oin.submission.SubmissionState;
import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an integration out of the catalog (T18); what customers installed keeps working. */
@Component
public class RetireIntegration {

    private final CatalogRows rows;
    private final Submissions submissions;
    private final MoveSubmission move;
    private final Timeline timeline;
    private final CatalogMails mails;
    private final Clock clock;

    RetireIntegration(
            CatalogRows rows,
            Submissions submissions,
            MoveSubmission move,
            Timeline timeline,
            CatalogMails mails,
            Clock clock) {
        this.rows = rows;
        this.submissions = submissions;
        this.move = move;
        this.timeline = timeline;
        this.mails = mails;
        this.clock = clock;
    }

    /** Retires it: a lead's, who never decides on what the own organisation has in the catalog (AC-11). */
    @Transactional
    public Answer retire(String slug, String reason, Caller caller) {
        var entry = rows.lock(slug);
        if (entry.isEmpty()) {
            return Answer.UNKNOWN;
        }
        if (!caller.isLead() || caller.belongsTo(entry.get().organization())) {
            return Answer.FORBIDDEN;
        }
        var now = clock.instant();
        if (!rows.retire(slug, reason, caller.account(), now)) {
            return Answer.RETIRED_BEFORE;
        }
        rows.latestSubmission(entry.get().integration()).ifPresent(id -> {
            var submission = submissions.get(id);
            if (submission.state() == SubmissionState.PUBLISHED) {
                move.into(id, SubmissionState.RETIRED);
            }
            timeline.record(new Timeline.Event(
                    id,
                    "retired-" + entry.get().version(),
                    "RETIRED",
                    "It was taken out of the catalog: " + reason,
                    caller.account(),
                    submission.submittedVersion(),
                    now));
            mails.sendRetired(id, entry.get().version(), reason);
        });
        return Answer.RETIRED;
    }

    /** What became of it. */
    public enum Answer {
        RETIRED,
        RETIRED_BEFORE,
        FORBIDDEN,
        UNKNOWN
    }
}
