package dev.oin.submission;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.SubmissionId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A submission on its way: handed in by the ISV, moved by the process. */
@Component
class Moves implements MoveSubmission, HandIn {

    private final SubmissionWriter writer;
    private final SubmissionRows rows;
    private final Versions versions;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(
            SubmissionWriter writer,
            SubmissionRows rows,
            Versions versions,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.writer = writer;
        this.rows = rows;
        this.versions = versions;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void into(SubmissionId submission, SubmissionState state) {
        if (writer.move(submission, state)) {
            events.publishEvent(new SubmissionMoved(submission, state));
        }
    }

    @Override
    @Transactional
    public Version handIn(SubmissionId id, AccountId by) {
        var version = versions.cut(id, by);
        if (writer.handIn(id, version.number(), by, clock.instant())) {
            var round = rows.get(id).round();
            timeline.record(new Timeline.Event(
                    id,
                    "submitted-" + round,
                    "SUBMITTED",
                    round == 1
                            ? "Version %d was submitted.".formatted(version.number())
                            : "Version %d was submitted, round %d.".formatted(version.number(), round),
                    by,
                    version.number(),
                    clock.instant()));
        }
        return version;
    }
}
