package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.SaveOutcome.Misfit;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a new integration with its first submission (T1). */
@Component
public class CreateSubmission {

    private static final String WHO = "Super admins and app admins of an ISV start integrations.";

    private final SubmissionWriter writer;
    private final Drafts drafts;
    private final Timeline timeline;
    private final SubmissionProperties properties;
    private final Features features;
    private final Ids ids;
    private final Clock clock;

    CreateSubmission(
            SubmissionWriter writer,
            Drafts drafts,
            Timeline timeline,
            SubmissionProperties properties,
            Features features,
            Ids ids,
            Clock clock) {
        this.writer = writer;
        this.drafts = drafts;
        this.timeline = timeline;
        this.properties = properties;
        this.features = features;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates the draft; the document is page 1's: {@code {"protocols":["SAML"]}}. */
    @Transactional
    public Outcome create(Caller caller, JsonNode document) {
        if (caller.organization() == null || !caller.mayEdit()) {
            return new Outcome.Forbidden(WHO);
        }
        var page = ProtocolsPage.read(document);
        if (!page.misfits().isEmpty()) {
            return new Outcome.Malformed(page.misfits());
        }
        var withheld = ProtocolsPage.withheld(page.protocols(), features);
        if (!withheld.isEmpty()) {
            return new Outcome.Malformed(withheld);
        }
        return create(caller, integration -> Content.of(page.protocols()));
    }

    /** Creates the draft with the content, which may depend on the new integration's id. */
    Outcome create(Caller caller, Function<IntegrationId, Content> content) {
        var organization = caller.organization();
        if (organization == null || !caller.mayEdit()) {
            return new Outcome.Forbidden(WHO);
        }
        writer.holdOrganization(organization);
        if (writer.countOpen(organization) >= properties.maxOpenSubmissions()) {
            return new Outcome.TooMany(properties.maxOpenSubmissions());
        }
        return new Outcome.Created(create(caller, organization, content));
    }

    private Submission create(Caller caller, OrganizationId organization, Function<IntegrationId, Content> wanted) {
        var integration = new IntegrationId(ids.next());
        var content = wanted.apply(integration);
        var at = clock.instant();
        var by = caller.account();
        var submission = new Submission(
                new SubmissionId(ids.next()),
                integration,
                organization,
                SubmissionKind.NEW,
                SubmissionState.DRAFT,
                content,
                ContentJson.hash(content),
                0,
                null,
                0,
                1,
                by,
                at,
                by,
                at,
                null,
                null);
        writer.addIntegration(submission.integration(), organization, at);
        writer.add(submission);
        timeline.record(new Timeline.Event(
                submission.id(), "created", "CREATED", "The integration was started.", by, null, at));
        drafts.start(submission.id(), submission.kind(), by);
        return submission;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** Here it is. */
        record Created(Submission submission) implements Outcome {}

        /** The document cannot be stored. */
        record Malformed(List<Misfit> misfits) implements Outcome {}

        /** The organisation has as many open submissions as it may. */
        record TooMany(int limit) implements Outcome {}

        /** The caller's role does not allow it. */
        record Forbidden(String reason) implements Outcome {}
    }
}
