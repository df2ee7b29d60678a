package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft what one of its integration's versions was, as a new revision; secrets stay as they are. */
@Component
public class RestoreVersion {

    private final SaveRevision revision;
    private final Versions versions;
    private final Revisions revisions;
    private final Timeline timeline;

    RestoreVersion(SaveRevision revision, Versions versions, Revisions revisions, Timeline timeline) {
        this.revision = revision;
        this.versions = versions;
        this.revisions = revisions;
        this.timeline = timeline;
    }

    /** Restores the version with the number. */
    @Transactional
    public SaveOutcome version(Caller caller, SubmissionId id, long expected, int number) {
        return restore(
                caller,
                id,
                expected,
                "Version %d".formatted(number),
                current -> versions.find(current.integration(), number).map(Version::content));
    }

    /** Restores one of the submission's earlier saves. */
    @Transactional
    public SaveOutcome save(Caller caller, SubmissionId id, long expected, long number) {
        return restore(
                caller,
                id,
                expected,
                "An earlier save",
                current -> revisions.find(current.id(), number).map(Revisions.Revision::content));
    }

    private SaveOutcome restore(
            Caller caller,
            SubmissionId id,
            long expected,
            String what,
            Function<Submission, Optional<Content>> wanted) {
        var outcome = revision.save(caller, id, expected, "RESTORED", current -> edit(current, wanted.apply(current)));
        if (outcome instanceof SaveOutcome.Saved(var saved, var problems, var changed) && changed) {
            timeline.record(new Timeline.Event(
                    id,
                    "restored-" + saved.revision(),
                    "VERSION_RESTORED",
                    what + " was restored.",
                    caller.account(),
                    null,
                    saved.updatedAt()));
        }
        return outcome;
    }

    private static Edit.Result edit(Submission current, Optional<Content> wanted) {
        var closed = Locks.reason(current.state());
        if (closed.isPresent()) {
            return new Edit.Result.Closed(closed.get());
        }
        var fixed = Locks.protocolsReason(current.state());
        return wanted.map(content -> fixed.isPresent()
                                && !content.protocols().equals(current.content().protocols())
                        ? new Edit.Result.Closed(fixed.get())
                        : new Edit.Result.To(
                                content, SaveProtocols.secretsLost(current.content(), content.protocols()), false))
                .orElseGet(() -> new Edit.Result.Closed("There is no such version."));
    }
}
