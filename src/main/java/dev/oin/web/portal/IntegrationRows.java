package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.insight.TwoClocks;
import dev.oin.kernel.Protocol;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import dev.oin.web.frame.Chip;
import dev.oin.web.frame.Chips;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up the rows of "Your OIN Integrations"; the first row that waits for the reader has the page's main button. */
@Component
class IntegrationRows {

    private final TurnLines lines;
    private final NextSteps steps;
    private final LiveVersion live;
    private final TwoClocks clocks;

    IntegrationRows(TurnLines lines, NextSteps steps, LiveVersion live, TwoClocks clocks) {
        this.lines = lines;
        this.steps = steps;
        this.live = live;
        this.clocks = clocks;
    }

    List<IntegrationsView.Row> of(List<Submission> submissions, Caller caller) {
        var rows = new ArrayList<IntegrationsView.Row>();
        var times = clocks.of(submissions.stream().map(Submission::id).toList());
        var primaryGiven = false;
        for (var submission : submissions) {
            var primary = !primaryGiven && NextSteps.isWork(submission);
            primaryGiven |= primary;
            rows.add(row(submission, caller, primary, times.get(submission.id())));
        }
        return rows;
    }

    /** What customers have, then what is being worked on. */
    private List<Chip> chips(Submission submission) {
        var own = Chips.of(submission.state());
        return isUpdate(submission)
                ? live.release(submission.integration())
                        .map(release -> List.of(Chips.published(release.number()), own))
                        .orElse(List.of(own))
                : List.of(own);
    }

    private static @Nullable String clocks(Submission submission, TwoClocks.@Nullable Times times) {
        var round = submission.round() > 1 ? "round %d; ".formatted(submission.round()) : "";
        return times == null ? null : round + times.words();
    }

    static boolean isUpdate(Submission submission) {
        return submission.kind() != SubmissionKind.NEW && submission.state() != SubmissionState.PUBLISHED;
    }

    private IntegrationsView.Row row(
            Submission submission, Caller caller, boolean primary, TwoClocks.@Nullable Times times) {
        var name = submission.displayName();
        var line = lines.of(submission);
        var logo = LogoView.of(submission);
        return new IntegrationsView.Row(
                submission.id().toString(),
                name,
                name.substring(0, name.offsetByCodePoints(0, 1)),
                logo == null ? null : logo.path(),
                "/submissions/" + submission.id(),
                submission.content().protocols().stream().map(Protocol::label).toList(),
                chips(submission),
                isUpdate(submission) ? "Update. " + line.text() : line.text(),
                line.expected(),
                clocks(submission, times),
                steps.of(submission, caller),
                primary,
                steps.menu(submission, caller));
    }
}
