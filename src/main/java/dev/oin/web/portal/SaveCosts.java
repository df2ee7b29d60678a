package dev.oin.web.portal;

import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Revisions;
import dev.oin.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the edits since a page was opened cost: instances made from what was saved then no longer stand for it (EL-1). */
@Component
class SaveCosts {

    private final Instances instances;
    private final Revisions revisions;

    SaveCosts(Instances instances, Revisions revisions) {
        this.instances = instances;
        this.revisions = revisions;
    }

    /**
     * The cost in words; null where nothing is lost, because nothing was there or all is again as it was.
     *
     * @param opened the revision that the page showed when it was opened
     */
    @Nullable
    String of(Submission submission, long opened) {
        if (opened == submission.revision()) {
            return null;
        }
        var count = revisions
                .find(submission.id(), opened)
                .map(Revisions.Revision::hash)
                .filter(before -> !before.equals(submission.contentHash()))
                .map(before -> standing(submission, before))
                .orElse(0L);
        return count == 0
                ? null
                : "Your edits end %s and the results on %s. The old values back restore them."
                        .formatted(count == 1 ? "1 instance" : count + " instances", count == 1 ? "it" : "them");
    }

    private long standing(Submission submission, String hash) {
        return instances.of(submission.id()).stream()
                .filter(instance -> instance.kind() == Instance.Kind.CURRENT && instance.active())
                .filter(instance -> instance.contentHash().equals(hash))
                .count();
    }
}
