package dev.oin.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Field;
import dev.oin.submission.Fields;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Manifests;
import dev.oin.submission.Section;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.UpdateLimits;
import dev.oin.submission.WizardPage;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the wizard's forms leave as it is when they edit a published integration (PR-8, review-process 7). */
@Component
class UpdateForms {

    private static final String CONTACT = "support_contact";

    /** What a catalog-only update can change. */
    static final Set<String> CATALOG = Stream.concat(
                    Stream.of("test." + CONTACT),
                    Fields.all().stream()
                            .filter(field -> field.section() == Section.CATALOG)
                            .map(Field::key))
            .collect(Collectors.toUnmodifiableSet());

    private final LiveVersion live;

    UpdateForms(LiveVersion live) {
        this.live = live;
    }

    /** Whether the submission is a catalog-only update that can be edited. */
    static boolean isCatalogOnly(Submission submission) {
        return submission.kind() == SubmissionKind.CATALOG && submission.state().isEditable();
    }

    /** What was typed, with what a catalog-only update leaves as it is. */
    static ObjectNode whole(Submission submission, WizardPage page, ObjectNode typed) {
        if (!isCatalogOnly(submission)) {
            return typed;
        }
        var isConfiguration = page == WizardPage.CONFIGURATION;
        var open = isConfiguration ? "catalog" : CONTACT;
        var whole = Manifests.of(submission.kind(), submission.content())
                .withObjectProperty(isConfiguration ? "configuration" : "test_information");
        whole.remove(open);
        if (typed.has(open)) {
            whole.set(open, typed.get(open));
        }
        return whole;
    }

    /** What to say above the forms of an update; null for a new integration. */
    WizardView.@Nullable Update note(Submission submission) {
        return submission.kind() == SubmissionKind.NEW || !submission.state().isEditable()
                ? null
                : live.release(submission.integration())
                        .map(release -> new WizardView.Update(
                                release.number(), isCatalogOnly(submission) ? UpdateLimits.CATALOG_ONLY : null))
                        .orElse(null);
    }

    /** Why the update cannot do without the protocol; empty where it can. */
    Optional<String> reasonToKeep(Submission submission, Protocol protocol) {
        return submission.kind() == SubmissionKind.NEW
                ? Optional.empty()
                : live.of(submission.integration())
                        .filter(version -> version.content().has(protocol))
                        .map(version -> "Customers use it, so an update keeps it.");
    }
}
