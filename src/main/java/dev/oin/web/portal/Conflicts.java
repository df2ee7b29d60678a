package dev.oin.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.Content;
import dev.oin.submission.MergePages;
import dev.oin.submission.Revisions;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Two people on one page: what each changed, and the page with both (PG-4). */
@Component
class Conflicts {

    private final Revisions revisions;

    Conflicts(Revisions revisions) {
        this.revisions = revisions;
    }

    /** What differs between the page as it was just typed and as somebody else saved it. */
    Conflict of(SaveOutcome.Stale stale, WizardPage page, ObjectNode typed, WizardSave save) {
        var current = stale.current();
        return new Conflict(
                stale.changedBy(),
                stale.changedAt(),
                current.revision(),
                save.base(),
                MergePages.parts(page, content(current, save.base()), typed, current.content()));
    }

    /** Saves the page; where somebody else saved other fields in between, on top of that. */
    SaveOutcome save(
            Submission submission,
            WizardPage page,
            ObjectNode typed,
            WizardSave save,
            BiFunction<Long, ObjectNode, SaveOutcome> saving) {
        var outcome = saving.apply(save.revision(), resolved(submission, page, typed, save));
        return outcome instanceof SaveOutcome.Stale stale
                        && of(stale, page, typed, save).isElsewhere()
                ? saving.apply(stale.current().revision(), typed)
                : outcome;
    }

    /** The page that is to be saved: with the other's changes where the person has been asked about them. */
    private ObjectNode resolved(Submission submission, WizardPage page, ObjectNode typed, WizardSave save) {
        return save.base() == save.revision()
                ? typed
                : MergePages.merged(
                        page,
                        content(submission, save.base()),
                        typed,
                        content(submission, save.revision()),
                        save.taken());
    }

    /** Of a revision that nobody made, all is different. */
    private Content content(Submission submission, long revision) {
        return revisions
                .find(submission.id(), revision)
                .map(Revisions.Revision::content)
                .orElseGet(() -> Content.of(Set.of()));
    }
}
