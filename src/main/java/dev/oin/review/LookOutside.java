package dev.oin.review;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.Logos;
import dev.oin.submission.Submission;
import dev.oin.submission.Submissions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at what a reviewer would have to open by hand, outside of any transaction. Any number of nodes may do so at once. */
@Component
public class LookOutside {

    private static final Logger LOG = LoggerFactory.getLogger(LookOutside.class);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final LookRows rows;
    private final Submissions submissions;
    private final LookAtGuides guides;
    private final Logos logos;
    private final SettleIssues issues;
    private final Clock clock;

    LookOutside(
            LookRows rows,
            Submissions submissions,
            LookAtGuides guides,
            Logos logos,
            SettleIssues issues,
            Clock clock) {
        this.rows = rows;
        this.submissions = submissions;
        this.guides = guides;
        this.logos = logos;
        this.issues = issues;
        this.clock = clock;
    }

    /** A reviewer wants it looked at again. */
    public DeskAnswer again(SubmissionId id, dev.oin.account.Caller caller) {
        var found = caller.isStaff() ? submissions.find(id) : Optional.<Submission>empty();
        return found.<DeskAnswer>map(submission -> DeskRules.refusal(caller, submission)
                        .orElseGet(() -> {
                            rows.wish(id, clock.instant());
                            return new DeskAnswer.Done();
                        }))
                .orElseGet(DeskAnswer.Unknown::new);
    }

    void lookDue() {
        for (var due = rows.take(clock.instant(), LEASE); due.isPresent(); due = rows.take(clock.instant(), LEASE)) {
            submissions.find(due.get()).ifPresent(this::tryToLook);
        }
    }

    /** What breaks the look at one submission leaves the others alone; the wish is taken again when its lease runs out. */
    private void tryToLook(Submission submission) {
        try {
            look(submission);
        } catch (IllegalArgumentException | IllegalStateException broken) {
            LOG.error("What submission {} points at cannot be looked at", submission.id(), broken);
        }
    }

    private void look(Submission submission) {
        var seen = new HashMap<String, MachineVerdict>();
        seen.put("IR-CG-1", guides.look(submission.content().configuration()));
        seen.putAll(logo(submission).map(LookAtLogo::look).orElse(Map.of()));
        rows.seen(submission.id(), seen, clock.instant());
        issues.settle(submission.id());
    }

    private Optional<BufferedImage> logo(Submission submission) {
        return Optional.ofNullable(submission.content().logo())
                .flatMap(logo -> logos.find(submission.integration(), logo))
                .flatMap(blob -> {
                    try {
                        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(blob.content())));
                    } catch (IOException unreadable) {
                        LOG.warn("The logo of submission {} cannot be read", submission.id(), unreadable);
                        return Optional.empty();
                    }
                });
    }
}
