package dev.oin.sandbox;

import dev.oin.submission.DraftDeleted;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.UpdateStarted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of instances as drafts come and go, in the same transaction. A functional update takes over the sign-on instances of the published version as
 * its PUBLISHED ones (EL-2, EL-3), because the app trusts them already; when it is discarded they go back. What was made from a draft goes with it.
 */
@Component
class FollowDrafts {

    private final InstanceRows rows;
    private final LiveVersion live;

    FollowDrafts(InstanceRows rows, LiveVersion live) {
        this.rows = rows;
        this.live = live;
    }

    @EventListener
    void on(UpdateStarted started) {
        if (started.update().kind() == SubmissionKind.FUNCTIONAL) {
            rows.adopt(started.update(), started.live().hash());
        }
    }

    @EventListener
    void on(DraftDeleted deleted) {
        live.release(deleted.integration())
                .ifPresent(release -> rows.giveBack(deleted.submission(), release.submission()));
        rows.removeOf(deleted.submission());
    }
}
