package dev.oin.catalog;

import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import dev.oin.review.Decisions;
import dev.oin.review.QaFindings;
import dev.oin.review.RecordedDecision;
import dev.oin.review.ReviewPhase;
import dev.oin.submission.Content;
import dev.oin.submission.Logos;
import dev.oin.submission.PublishedNames;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Version;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The checks before publication (review-process 5): what was reviewed is what is there, its name is free, its logo and guides can be seen. */
@Component
class LastLook {

    private static final int REDIRECTS = 5;

    private final PublishedNames names;
    private final Logos logos;
    private final QaFindings findings;
    private final Decisions decisions;
    private final GuardedHttp http;

    LastLook(PublishedNames names, Logos logos, QaFindings findings, Decisions decisions, GuardedHttp http) {
        this.names = names;
        this.logos = logos;
        this.findings = findings;
        this.decisions = decisions;
        this.http = http;
    }

    List<String> obstacles(Submission submission, Version version) {
        var obstacles = new ArrayList<String>();
        if (!version.hash().equals(submission.contentHash())) {
            obstacles.add("The content differs from version %d, which was reviewed.".formatted(version.number()));
        }
        takenName(submission, version.content()).ifPresent(obstacles::add);
        missingLogo(submission, version.content()).ifPresent(obstacles::add);
        endedWaiver(submission).ifPresent(obstacles::add);
        PublicFactsOf.guides(version.content().configuration())
                .forEach(guide -> closedGuide(guide).ifPresent(obstacles::add));
        return List.copyOf(obstacles);
    }

    private Optional<String> takenName(Submission submission, Content content) {
        return Optional.ofNullable(content.configuration().catalog().displayName())
                .filter(name -> names.ownerOf(name)
                        .filter(owner -> !owner.equals(submission.integration()))
                        .isPresent())
                .map("The name \"%s\" is taken in the catalog by another integration."::formatted);
    }

    private Optional<String> missingLogo(Submission submission, Content content) {
        return Optional.ofNullable(content.logo())
                .filter(logo -> logos.find(submission.integration(), logo).isEmpty())
                .map(logo -> "The logo's image cannot be shown any more; upload it again.");
    }

    /** What QA let pass with a waiver stands again when the chosen day lies behind the waiver's end. */
    private Optional<String> endedWaiver(Submission submission) {
        if (submission.kind() == SubmissionKind.CATALOG) {
            return Optional.empty();
        }
        var phase =
                decisions.latest(submission.id()).map(RecordedDecision::phase).orElse(ReviewPhase.QA);
        var open = findings.open(submission, phase).stream()
                .map(result -> result.check().value())
                .distinct()
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Required checks stand against publishing, as a waiver has ended: %s. Mend what they found."
                                .formatted(String.join(", ", open)));
    }

    /** A guide that asks customers to sign in is all right; one that is not there is not. */
    private Optional<String> closedGuide(PublicFacts.Guide guide) {
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
}
