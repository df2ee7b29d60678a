package dev.oin.sandbox;

import dev.oin.submission.DraftDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes the instances of a deleted draft, in the same transaction. */
@Component
class ForgetDraft {

    private final InstanceRows rows;

    ForgetDraft(InstanceRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(DraftDeleted deleted) {
        rows.removeOf(deleted.submission());
    }
}
