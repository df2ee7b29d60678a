package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.storage.BlobKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces the whole of a submission by a manifest, in one revision; secrets stay. */
@Component
public class ReplaceManifest {

    private final SaveRevision revision;
    private final Logos logos;
    private final VariableRules variables;
    private final Backgrounds backgrounds;
    private final Timeline timeline;

    ReplaceManifest(
            SaveRevision revision, Logos logos, VariableRules variables, Backgrounds backgrounds, Timeline timeline) {
        this.revision = revision;
        this.logos = logos;
        this.variables = variables;
        this.backgrounds = backgrounds;
        this.timeline = timeline;
    }

    /** Makes the submission what the manifest says; a manifest without a logo leaves it. */
    @Transactional
    public SaveOutcome replace(Caller caller, SubmissionId id, long expected, JsonNode manifest) {
        var outcome = revision.save(caller, id, expected, "MANIFEST", current -> edit(current, manifest));
        if (outcome instanceof SaveOutcome.Saved(var saved, var problems, var changed) && changed) {
            timeline.record(new Timeline.Event(
                    id,
                    "manifest-" + saved.revision(),
                    "MANIFEST_IMPORTED",
                    "The integration was replaced by a manifest.",
                    caller.account(),
                    null,
                    saved.updatedAt()));
        }
        return outcome;
    }

    private Edit.Result edit(Submission current, JsonNode manifest) {
        var closed = Locks.reason(current.state());
        if (closed.isPresent()) {
            return new Edit.Result.Closed(closed.get());
        }
        var checked = ManifestShape.check(manifest);
        if (!checked.misfits().isEmpty()) {
            return new Edit.Result.Misfits(checked.misfits());
        }
        var wanted = checked.content();
        var fixed = Locks.protocolsReason(current.state());
        if (fixed.isPresent() && !wanted.protocols().equals(current.content().protocols())) {
            return new Edit.Result.Closed(fixed.get());
        }
        var content = new Content(
                wanted.protocols(), wanted.configuration(), logo(current, checked.logo()), wanted.testInformation());
        var refusals = variables.refusals(current.content(), content, backgrounds.of(current.integration()));
        return refusals.isEmpty()
                ? new Edit.Result.To(content, SaveProtocols.secretsLost(current.content(), wanted.protocols()), false)
                : new Edit.Result.Misfits(refusals);
    }

    private @Nullable Logo logo(Submission current, ManifestLogo wanted) {
        var there = current.content().logo();
        return switch (wanted) {
            case ManifestLogo.Kept() -> there;
            case ManifestLogo.Removed() -> null;
            case ManifestLogo.Image(var given, var drawn) ->
                there != null && there.hash().equals(BlobKey.hash(given))
                        ? there
                        : logos.put(current.integration(), drawn);
        };
    }
}
