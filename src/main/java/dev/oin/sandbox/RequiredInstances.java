package dev.oin.sandbox;

import dev.oin.submission.Content;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Version;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which instances a submission has to be tested on, and which of those are there. */
@Component
public class RequiredInstances {

    private final Instances instances;
    private final LiveVersion live;

    RequiredInstances(Instances instances, LiveVersion live) {
        this.instances = instances;
        this.live = live;
    }

    /** What the submission needs; nothing for a catalog-only update. */
    public List<RequiredInstance> of(Submission submission) {
        return switch (submission.kind()) {
            case NEW -> InstanceRules.required(submission.content());
            case FUNCTIONAL ->
                InstanceRules.required(
                        submission.content(),
                        published(submission).map(Version::content).orElseGet(submission::content));
            case CATALOG -> List.of();
        };
    }

    /** The newest eligible instance that meets the need. */
    public Optional<Instance> standing(Submission submission, RequiredInstance required) {
        return instances.of(submission.id()).stream()
                .filter(instance -> instance.kind() == required.kind() && instance.has(required.protocol()))
                .filter(instance -> instances.eligibility(instance).isEligible())
                .findFirst();
    }

    /** The content that instances of the kind are made from. */
    public Content content(Submission submission, Instance.Kind kind) {
        return switch (kind) {
            case CURRENT -> submission.content();
            case PUBLISHED -> published(submission).map(Version::content).orElseGet(submission::content);
        };
    }

    private Optional<Version> published(Submission submission) {
        return submission.kind() == SubmissionKind.FUNCTIONAL ? live.of(submission.integration()) : Optional.empty();
    }
}
