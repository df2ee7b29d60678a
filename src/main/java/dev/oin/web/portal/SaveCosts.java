package dev.oin.web.portal;

import dev.oin.sandbox.Instance;
import dev.oin.sandbox.Instances;
import dev.oin.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the first effective change of a page costs: instances made from what is saved now no longer stand for it (EL-1). */
@Component
class SaveCosts {

    private final Instances instances;

    SaveCosts(Instances instances) {
        this.instances = instances;
    }

    /** The cost in words; null where a change costs nothing. */
    @Nullable
    String of(Submission submission) {
        var count = instances.of(submission.id()).stream()
                .filter(instance -> instance.kind() == Instance.Kind.CURRENT && instance.active())
                .filter(instance -> instance.contentHash().equals(submission.contentHash()))
                .count();
        return count == 0
                ? null
                : "A change here ends %s and the results on %s. The old values back restore them. EL-1"
                        .formatted(count == 1 ? "1 instance" : count + " instances", count == 1 ? "it" : "them");
    }
}
