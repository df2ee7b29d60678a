package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.Protocol;
import dev.oin.submission.LiveVersion;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionKind;
import dev.oin.submission.SubmissionState;
import dev.oin.web.frame.Chip;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws up the rows of "Your OIN Integrations"; the first row that waits for the reader has the page's main button. */
@Component
class IntegrationRows {

    private final TurnLines lines;
    private final NextSteps steps;
    private final LiveVersion live;

    IntegrationRows(TurnLines lines, NextSteps steps, LiveVersion live) {
        this.lines = lines;
        this.steps = steps;
        this.live = live;
    }

    List<IntegrationsView.Row> of(List<Submission> submissions, Caller caller) {
        var rows = new ArrayList<IntegrationsView.Row>();
        var primaryGiven = false;
        for (var submission : submissions) {
            var primary = !primaryGiven && NextSteps.isWork(submission);
            primaryGiven |= primary;
            rows.add(row(submission, caller, primary));
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

    static boolean isUpdate(Submission submission) {
        return submission.kind() != SubmissionKind.NEW && submission.state() != SubmissionState.PUBLISHED;
    }

    private IntegrationsView.Row row(Submission submission, Caller caller, boolean primary) {
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
                submission.round() > 1 ? "round " + submission.round() : null,
                steps.of(submission, caller),
                primary,
                steps.menu(submission, caller));
    }
}
