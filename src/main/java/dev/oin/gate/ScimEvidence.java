package dev.oin.gate;

import dev.oin.checks.CheckRun;
import dev.oin.checks.CheckRuns;
import dev.oin.checks.ShareRun;
import dev.oin.checks.SuiteName;
import dev.oin.gate.GateFacts.ResultsLink;
import dev.oin.submission.Submission;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the fields for SCIM results hold: a run of ours by itself, a link to one, or a link to elsewhere (G-14 to G-16). */
@Component
class ScimEvidence {

    private static final Pattern OUR_LINK = Pattern.compile("(?:https?://[^/]+)?/results/([A-Za-z0-9_-]+)/?");
    private static final Duration LONGEST_AGE = Duration.ofDays(30);

    private final ScimResultRows fields;
    private final CheckRuns runs;
    private final ShareRun shares;
    private final Versions versions;
    private final GateProperties properties;
    private final Clock clock;

    ScimEvidence(
            ScimResultRows fields,
            CheckRuns runs,
            ShareRun shares,
            Versions versions,
            GateProperties properties,
            Clock clock) {
        this.fields = fields;
        this.runs = runs;
        this.shares = shares;
        this.versions = versions;
        this.properties = properties;
        this.clock = clock;
    }

    ResultsLink spec(Submission submission) {
        return link(submission, fields.of(submission).specResultsUrl(), SuiteName.SCIM_SPEC);
    }

    ResultsLink crud(Submission submission) {
        return link(submission, fields.of(submission).crudResultsUrl(), SuiteName.SCIM_CRUD);
    }

    ResultsLink entitlements(Submission submission) {
        return link(submission, fields.of(submission).entitlementsResultsUrl(), SuiteName.SCIM_ENTITLEMENTS);
    }

    private ResultsLink link(Submission submission, @Nullable String entered, SuiteName suite) {
        if (entered == null || entered.isBlank()) {
            return ofOurs(submission, suite);
        }
        var ours = OUR_LINK.matcher(entered.strip());
        if (!ours.matches() || !properties.isOurs(URI.create(entered.strip()))) {
            return new ResultsLink.External(entered.strip());
        }
        var run = shares.opened(ours.group(1)).flatMap(runs::find);
        return run.map(found -> judge(entered, submission, suite, found))
                .orElseGet(() -> new ResultsLink.Refused(entered, "not there, or its link has expired"));
    }

    /** A finished run of ours fills its own field. */
    private ResultsLink ofOurs(Submission submission, SuiteName suite) {
        Optional<CheckRun> latest =
                runs.latestFinished(submission.id(), suite).filter(run -> isOfContent(submission, run));
        return latest.map(run -> judge("/runs/" + run.id(), submission, suite, run))
                .orElseGet(ResultsLink.Empty::new);
    }

    private ResultsLink judge(String url, Submission submission, SuiteName suite, CheckRun run) {
        return refusal(submission, suite, run)
                .<ResultsLink>map(reason -> new ResultsLink.Refused(url, reason))
                .orElseGet(() -> new ResultsLink.Proven(url));
    }

    private Optional<String> refusal(Submission submission, SuiteName suite, CheckRun run) {
        if (!run.submission().equals(submission.id())) {
            return Optional.of("a result of another integration");
        }
        if (run.suite() != suite && !repeatsSpec(submission, suite, run)) {
            return Optional.of("a result of the %s suite".formatted(run.suite().label()));
        }
        if (run.verdict() == null || run.finishedAt() == null) {
            return Optional.of("not finished yet");
        }
        if (!run.verdict().isGoodEnoughToSubmit()) {
            return Optional.of("\"%s\"".formatted(Words.of(run.verdict())));
        }
        if (Duration.between(run.finishedAt(), clock.instant()).compareTo(LONGEST_AGE) > 0) {
            return Optional.of("older than 30 days");
        }
        return isOfServer(submission, run)
                ? Optional.empty()
                : Optional.of("a result of another server than the base URL names");
    }

    /** Where nothing is created, the CRUD link may repeat the SPEC link. */
    private static boolean repeatsSpec(Submission submission, SuiteName suite, CheckRun run) {
        var scim = submission.content().configuration().scim();
        return suite == SuiteName.SCIM_CRUD && run.suite() == SuiteName.SCIM_SPEC && scim != null && !scim.creates();
    }

    private boolean isOfContent(Submission submission, CheckRun run) {
        return version(run)
                .filter(version -> version.hash().equals(submission.contentHash()))
                .isPresent();
    }

    private boolean isOfServer(Submission submission, CheckRun run) {
        var now = submission.content().configuration().scim();
        var then = version(run).map(version -> version.content().configuration().scim());
        return now != null
                && then.filter(scim -> scim.baseUrl() != null && scim.baseUrl().equals(now.baseUrl()))
                        .isPresent();
    }

    private Optional<Version> version(CheckRun run) {
        return versions.find(run.integration(), run.version());
    }
}
