package dev.oin.sandbox;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.InstanceId;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Content;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.Submissions;
import dev.oin.submission.Timeline;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Generates instances by the rules of testing-rules 1 and 2. */
@Component
class InstallInstance implements GenerateInstance {

    private final Submissions submissions;
    private final Versions versions;
    private final LiveVersion live;
    private final Timeline timeline;
    private final InstallApp install;
    private final InstanceRows rows;
    private final InstanceLabels labels;
    private final ClientSecrets secrets;
    private final RandomTexts texts;
    private final Ids ids;
    private final Clock clock;

    InstallInstance(
            Submissions submissions,
            Versions versions,
            LiveVersion live,
            Timeline timeline,
            InstallApp install,
            InstanceRows rows,
            InstanceLabels labels,
            ClientSecrets secrets,
            RandomTexts texts,
            Ids ids,
            Clock clock) {
        this.submissions = submissions;
        this.versions = versions;
        this.live = live;
        this.timeline = timeline;
        this.install = install;
        this.rows = rows;
        this.labels = labels;
        this.secrets = secrets;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome generate(SubmissionId id, Order order, AccountId by) {
        var submission = submissions.get(id);
        return switch (order.kind()) {
            case CURRENT -> generate(submission, submission.content(), () -> versions.cut(id, by), order, by);
            case PUBLISHED ->
                published(submission)
                        .map(version -> generate(submission, version.content(), () -> version, order, by))
                        .orElseGet(
                                () -> refused(
                                        Problem.error(
                                                "kind",
                                                "EL-2",
                                                "An instance of the published version needs a published integration that is being updated.")));
        };
    }

    private Optional<Version> published(Submission submission) {
        return submission.kind() == SubmissionKind.FUNCTIONAL ? live.of(submission.integration()) : Optional.empty();
    }

    private Outcome generate(
            Submission submission, Content content, Supplier<Version> version, Order order, AccountId by) {
        var refusal = refusal(content, order);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        return switch (install.install(submission.integration(), content, order.protocols(), order.variables())) {
            case Installation.Incomplete(var problems) -> new Outcome.Refused(problems);
            case Installation.Installed(var app) -> add(submission, version.get(), order, app, by);
        };
    }

    private static Outcome refused(Problem problem) {
        return new Outcome.Refused(List.of(problem));
    }

    private static Optional<Problem> refusal(Content content, Order order) {
        var label = order.label();
        if (label != null && (label.isBlank() || label.strip().length() > InstanceLabels.LONGEST)) {
            return Optional.of(Problem.error("label", "label.length", "A label has 1 to 100 characters."));
        }
        return InstanceRules.refusal(content, order.protocols())
                .map(reason -> Problem.error("protocols", "testing-rules-2", reason));
    }

    private Outcome add(Submission submission, Version version, Order order, InstalledApp app, AccountId by) {
        var secret = order.protocols().contains(Protocol.OIDC) ? texts.secret() : null;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var label = order.label();
        var id = new InstanceId(ids.next());
        var instance = new Instance(
                id,
                submission.organization(),
                submission.integration(),
                submission.id(),
                order.kind(),
                version.number(),
                version.hash(),
                label == null ? labels.free(submission.integration(), app.name()) : label.strip(),
                order.protocols(),
                true,
                false,
                order.variables(),
                app,
                SignOnSettings.standard(),
                secret == null ? null : "oin" + id.toString().replace("-", ""),
                false,
                false,
                by,
                now,
                now);
        rows.add(instance, secret == null ? null : RandomTexts.hash(secret));
        if (secret != null) {
            secrets.keep(id, secret);
        }
        timeline.record(new Timeline.Event(
                submission.id(),
                "instance-" + id,
                "INSTANCE_GENERATED",
                "Instance \"" + instance.label() + "\" was generated from version " + version.number() + ".",
                by,
                version.number(),
                now));
        return new Outcome.Generated(instance, secret);
    }
}
