package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.SubmissionId;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts an update of a published integration (T15, T16); the live version stays as it is. The test account's password is not copied. */
@Component
public class StartUpdate {

    private static final Set<SubmissionState> ENDED =
            Set.of(SubmissionState.PUBLISHED, SubmissionState.REJECTED, SubmissionState.RETIRED);

    private final SubmissionList submissions;
    private final SubmissionWriter writer;
    private final LiveVersion live;
    private final Drafts drafts;
    private final Timeline timeline;
    private final SubmissionProperties properties;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    StartUpdate(
            SubmissionList submissions,
            SubmissionWriter writer,
            LiveVersion live,
            Drafts drafts,
            Timeline timeline,
            SubmissionProperties properties,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.submissions = submissions;
        this.writer = writer;
        this.live = live;
        this.drafts = drafts;
        this.timeline = timeline;
        this.properties = properties;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a draft from the published version.
     *
     * @param kind {@link SubmissionKind#FUNCTIONAL} or {@link SubmissionKind#CATALOG}
     */
    @Transactional
    public Outcome start(Caller caller, IntegrationId integration, SubmissionKind kind) {
        var all = submissions.of(integration);
        if (all.isEmpty()
                || !(caller.isStaff() || caller.isMemberOf(all.getFirst().organization()))) {
            return new Outcome.NotFound();
        }
        var organization = all.getFirst().organization();
        if (!caller.isMemberOf(organization) || !caller.mayEdit()) {
            return new Outcome.Forbidden("Super admins and app admins of the ISV start updates.");
        }
        writer.holdOrganization(organization);
        var open = submissions.of(integration).stream()
                .filter(submission -> !ENDED.contains(submission.state()))
                .findFirst();
        if (open.isPresent()) {
            return new Outcome.Open(open.get());
        }
        if (writer.countOpen(organization) >= properties.maxOpenSubmissions()) {
            return new Outcome.TooMany(properties.maxOpenSubmissions());
        }
        return live.of(integration)
                .<Outcome>map(version -> new Outcome.Started(start(caller, all.getFirst(), version, kind)))
                .orElseGet(Outcome.NotPublished::new);
    }

    private Submission start(Caller caller, Submission earlier, Version version, SubmissionKind kind) {
        if (kind == SubmissionKind.NEW) {
            throw new IllegalArgumentException("An update is functional or catalog-only");
        }
        var at = clock.instant();
        var by = caller.account();
        var update = new Submission(
                new SubmissionId(ids.next()),
                earlier.integration(),
                earlier.organization(),
                kind,
                SubmissionState.DRAFT,
                version.content(),
                version.hash(),
                version.number(),
                null,
                0,
                1,
                by,
                at,
                by,
                at,
                null,
                null);
        writer.add(update);
        writer.cut(update.id(), version.number());
        timeline.record(new Timeline.Event(
                update.id(),
                "created",
                "UPDATE_STARTED",
                "%s of the published version %d was started."
                        .formatted(
                                kind == SubmissionKind.CATALOG ? "A catalog-only update" : "An update",
                                version.number()),
                by,
                version.number(),
                at));
        drafts.start(update.id(), kind, by);
        events.publishEvent(new UpdateStarted(update, version));
        return update;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** Here is the draft. */
        record Started(Submission update) implements Outcome {}

        /** Another submission of the integration is under way; there is one at a time. */
        record Open(Submission submission) implements Outcome {}

        /** It is not in the catalog. */
        record NotPublished() implements Outcome {}

        /** The organisation has as many open submissions as it may. */
        record TooMany(int limit) implements Outcome {}

        /** There is none for the caller. */
        record NotFound() implements Outcome {}

        /** The caller's role does not allow it. */
        record Forbidden(String reason) implements Outcome {}
    }
}
