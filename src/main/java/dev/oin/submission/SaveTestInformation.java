package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.SaveOutcome.Misfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves page 3 as a whole; while the team reviews, only the test account, its password and the support contact. */
@Component
public class SaveTestInformation {

    private final SaveRevision revision;
    private final Timeline timeline;

    SaveTestInformation(SaveRevision revision, Timeline timeline) {
        this.revision = revision;
        this.timeline = timeline;
    }

    /** Saves the document {@code {"account_url","username","password","support_contact","instructions","oidc_test":{…},"saml_test":{…}}}. */
    @Transactional
    public SaveOutcome save(Caller caller, SubmissionId id, long expected, JsonNode document) {
        var outcome = revision.save(caller, id, expected, "TEST_INFORMATION", current -> edit(current, document));
        if (outcome instanceof SaveOutcome.Saved(var saved, var problems, var changed)
                && changed
                && saved.state().isWithTeam()) {
            timeline.record(new Timeline.Event(
                    id,
                    "test-account-" + saved.revision(),
                    "TEST_ACCOUNT_REPLACED",
                    "The test account or the support contact was replaced.",
                    caller.account(),
                    null,
                    saved.updatedAt()));
        }
        return outcome;
    }

    private static Edit.Result edit(Submission current, JsonNode document) {
        var closed = Locks.reason(current.state());
        if (closed.isPresent() && !current.state().isWithTeam()) {
            return new Edit.Result.Closed(closed.get());
        }
        var checked = PageShape.check(WizardPage.TEST_INFORMATION, document);
        var content = current.content();
        var misfits = new ArrayList<>(checked.misfits());
        misfits.addAll(sectionsNotChosen(content, checked.document()));
        if (!misfits.isEmpty()) {
            return new Edit.Result.Misfits(misfits);
        }
        var wanted = ContentJson.read(checked.document(), TestInformation.class);
        if (closed.isPresent()) {
            return replacement(content, wanted, document, checked.secrets(), closed.get());
        }
        return new Edit.Result.To(with(content, wanted), checked.secrets(), false);
    }

    private static Edit.Result replacement(
            Content content,
            TestInformation wanted,
            JsonNode document,
            Map<String, SecretChange> secrets,
            String closed) {
        var now = content.testInformation();
        var keepsRest = isKept(document, "instructions", now.instructions(), wanted.instructions())
                && isKept(document, "oidc_test", now.oidcTest(), wanted.oidcTest())
                && isKept(document, "saml_test", now.samlTest(), wanted.samlTest());
        if (!keepsRest) {
            return new Edit.Result.Closed(closed);
        }
        var replaced = new TestInformation(
                document.has("account_url") ? wanted.accountUrl() : now.accountUrl(),
                document.has("username") ? wanted.username() : now.username(),
                document.has("support_contact") ? wanted.supportContact() : now.supportContact(),
                now.instructions(),
                now.oidcTest(),
                now.samlTest());
        return new Edit.Result.To(with(content, replaced), secrets, true);
    }

    private static boolean isKept(JsonNode document, String member, @Nullable Object now, @Nullable Object wanted) {
        return !document.has(member) || Objects.equals(now, wanted);
    }

    private static Content with(Content content, TestInformation page) {
        return new Content(content.protocols(), content.configuration(), content.logo(), page);
    }

    static List<Misfit> sectionsNotChosen(Content content, JsonNode document) {
        return Map.of("oidc_test", Section.OIDC_TEST, "saml_test", Section.SAML_TEST).entrySet().stream()
                .filter(section -> !document.path(section.getKey()).isEmpty()
                        && !section.getValue().appliesTo(content))
                .map(section -> new Misfit(
                        section.getKey(),
                        section.getKey() + ".protocol",
                        "%s are here, but the protocol is not chosen on page 1."
                                .formatted(section.getValue().label()),
                        Misfit.Kind.VALUE))
                .toList();
    }
}
