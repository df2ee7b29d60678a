package dev.oin.catalog;

import dev.oin.account.Caller;
import dev.oin.review.CatalogMails;
import dev.oin.review.DeskAnswer;
import dev.oin.submission.Timeline;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the current version back, so that customers find the one before it again; what they installed stays as it is. */
@Component
public class RollBackIntegration {

    private static final int REASON_LIMIT = 1000;

    private final CatalogRows rows;
    private final CatalogVersionRows versions;
    private final Timeline timeline;
    private final CatalogMails mails;
    private final Clock clock;

    RollBackIntegration(
            CatalogRows rows, CatalogVersionRows versions, Timeline timeline, CatalogMails mails, Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.timeline = timeline;
        this.mails = mails;
        this.clock = clock;
    }

    /** Rolls back the named version, which must be the current one: a lead's. */
    @Transactional
    public DeskAnswer rollBack(String slug, int version, String reason, Caller caller) {
        var found = rows.lock(slug);
        if (found.isEmpty()) {
            return new DeskAnswer.Unknown();
        }
        var entry = found.get();
        if (!caller.isLead() || caller.belongsTo(entry.organization())) {
            return new DeskAnswer.Forbidden(
                    "Rolling back is a lead's, and never of the own organization's integration.");
        }
        if (reason.isBlank() || reason.length() > REASON_LIMIT) {
            return new DeskAnswer.Unacceptable(
                    "reason", "Give the reason in at most 1000 characters; the ISV reads it.");
        }
        if (entry.isRetired() || entry.version() != version) {
            return new DeskAnswer.Conflict("Version %d is not the current one.".formatted(version));
        }
        return versions.before(entry)
                .<DeskAnswer>map(earlier -> rollBack(entry, earlier, reason, caller))
                .orElseGet(
                        () -> new DeskAnswer.Conflict("There is no earlier version. Retire the integration instead."));
    }

    private DeskAnswer rollBack(CatalogEntry entry, CatalogVersionRows.Archived earlier, String reason, Caller caller) {
        var now = clock.instant();
        var current = versions.submissionOf(entry);
        versions.rollBack(entry, reason, caller.account(), now);
        rows.show(entry.integration(), earlier.version(), earlier.facts(), now);
        timeline.record(new Timeline.Event(
                current,
                "rolled-back-%d".formatted(entry.version()),
                "ROLLED_BACK",
                "Version %d was rolled back; the catalog shows version %d again: %s"
                        .formatted(entry.version(), earlier.version(), reason),
                caller.account(),
                null,
                now));
        mails.sendRolledBack(current, entry.version(), earlier.version(), reason);
        return new DeskAnswer.Done();
    }
}
