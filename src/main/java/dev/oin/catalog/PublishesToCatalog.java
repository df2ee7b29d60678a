package dev.oin.catalog;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Content;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks a last time, then makes the submitted version public. */
@Component
class PublishesToCatalog implements Publication {

    private final Submissions submissions;
    private final Versions versions;
    private final CatalogRows rows;
    private final CatalogVersionRows published;
    private final PublicationDateRows dates;
    private final PublicFactsOf facts;
    private final LastLook lastLook;
    private final Timeline timeline;
    private final Clock clock;

    PublishesToCatalog(
            Submissions submissions,
            Versions versions,
            CatalogRows rows,
            CatalogVersionRows published,
            PublicationDateRows dates,
            PublicFactsOf facts,
            LastLook lastLook,
            Timeline timeline,
            Clock clock) {
        this.submissions = submissions;
        this.versions = versions;
        this.rows = rows;
        this.published = published;
        this.dates = dates;
        this.facts = facts;
        this.lastLook = lastLook;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public List<String> findObstacles(SubmissionId id) {
        var submission = submissions.get(id);
        return lastLook.obstacles(submission, submitted(submission));
    }

    @Override
    @Transactional
    public void reserve(SubmissionId id) {
        dates.reserve(id, submissions.get(id).displayName());
    }

    @Override
    @Transactional
    public void publish(SubmissionId id) {
        var submission = submissions.get(id);
        var version = submitted(submission);
        if (published.isPublished(id, version.number())) {
            return;
        }
        var shown = shown(submission, version.content());
        var slug = rows.find(submission.integration())
                .map(CatalogEntry::slug)
                .orElseGet(() -> Slug.of(shown.name(), taken -> rows.find(taken).isPresent()));
        var now = clock.instant();
        int number = rows.publish(new CatalogRows.NewVersion(
                submission.integration(), submission.organization(), id, version.number(), slug, shown, now));
        dates.forget(id);
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
