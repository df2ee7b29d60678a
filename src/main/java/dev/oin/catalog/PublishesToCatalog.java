package dev.oin.catalog;

import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Content;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks a last time, then makes the submitted version public. */
@Component
class PublishesToCatalog implements Publication {

    private static final int REDIRECTS = 5;

    private final Submissions submissions;
    private final Versions versions;
    private final CatalogRows rows;
    private final PublicFactsOf facts;
    private final GuardedHttp http;
    private final Timeline timeline;
    private final Clock clock;

    PublishesToCatalog(
            Submissions submissions,
            Versions versions,
            CatalogRows rows,
            PublicFactsOf facts,
            GuardedHttp http,
            Timeline timeline,
            Clock clock) {
        this.submissions = submissions;
        this.versions = versions;
        this.rows = rows;
        this.facts = facts;
        this.http = http;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public List<String> findObstacles(SubmissionId id) {
        var submission = submissions.get(id);
        var version = submitted(submission);
        var obstacles = new ArrayList<String>();
        if (!version.hash().equals(submission.contentHash())) {
            obstacles.add("The content differs from version %d, which was reviewed.".formatted(version.number()));
        }
        var name = version.content().configuration().catalog().displayName();
        Optional.ofNullable(name)
                .flatMap(rows::ownerOf)
                .filter(owner -> !owner.equals(submission.integration()))
                .ifPresent(owner -> obstacles.add(
                        "The name \"%s\" is taken in the catalog by another integration.".formatted(name)));
        PublicFactsOf.guides(version.content().configuration())
                .forEach(guide -> obstacle(guide).ifPresent(obstacles::add));
        return List.copyOf(obstacles);
    }

    /** A guide that asks customers to sign in is all right; one that is not there is not. */
    private Optional<String> obstacle(PublicFacts.Guide guide) {
        var where = "The %s guide at %s".formatted(guide.label(), guide.url());
        return switch (http.send(Call.get(URI.create(guide.url())).following(REDIRECTS))) {
            case Reply.Answered answered when answered.status() < 400 -> Optional.empty();
            case Reply.Answered answered when answered.status() == 401 || answered.status() == 403 -> Optional.empty();
            case Reply.Answered answered ->
                Optional.of("%s answers %d; it should open for customers.".formatted(where, answered.status()));
            case Reply.Refused(var reason) -> Optional.of("%s cannot be called: %s".formatted(where, reason));
            case Reply.Unreachable(var reason, var timedOut) ->
                Optional.of("%s does not answer: %s".formatted(where, reason));
        };
    }

    @Override
    @Transactional
    public void publish(SubmissionId id) {
        var submission = submissions.get(id);
        var version = submitted(submission);
        if (rows.isPublished(id, version.number())) {
            return;
        }
        var shown = shown(submission, version.content());
        var slug = rows.find(submission.integration())
                .map(CatalogEntry::slug)
                .orElseGet(() -> Slug.of(shown.name(), taken -> rows.find(taken).isPresent()));
        var now = clock.instant();
        int number = rows.publish(new CatalogRows.NewVersion(
                submission.integration(), submission.organization(), id, version.number(), slug, shown, now));
        timeline.record(new Timeline.Event(
                id,
                "published-v" + version.number(),
                "PUBLISHED",
                "%s is in the catalog, version %d.".formatted(shown.name(), number),
                null,
                version.number(),
                now));
    }

    private PublicFacts shown(Submission submission, Content content) {
        var shown = facts.of(submission, content);
        return submission.kind() == SubmissionKind.CATALOG
                ? rows.find(submission.integration())
                        .map(live -> shown.provenAs(live.facts()))
                        .orElse(shown)
                : shown;
    }

    private Version submitted(Submission submission) {
        return Optional.ofNullable(submission.submittedVersion())
                .flatMap(number -> versions.find(submission.integration(), number))
                .orElseThrow(() -> new IllegalStateException("Nothing was submitted of " + submission.id()));
    }
}
