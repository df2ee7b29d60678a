package dev.oin.web.api;

import dev.oin.kernel.SubmissionId;
import dev.oin.submission.SubmissionList;
import dev.oin.submission.SubmissionMoved;
import dev.oin.submission.SubmissionState;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells those who wait when a submission has left a state: at once if this node moved it, else within a second. One query for all who wait. */
@Component
class StateWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StateWatch.class);
    private static final long EVERY_MILLIS = 1_000;

    private final Set<Watching> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("state-watch").factory());
    private final SubmissionList submissions;

    StateWatch(SubmissionList submissions) {
        this.submissions = submissions;
        ticks.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Calls back once, when the submission is not in the state any more. */
    Watching untilNot(SubmissionId submission, SubmissionState state, Runnable left) {
        var watching = new Watching(submission, state, left);
        waiting.add(watching);
        return watching;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void moved(SubmissionMoved moved) {
        if (waiting.stream().anyMatch(watching -> watching.submission.equals(moved.submission()))) {
            ticks.execute(this::look);
        }
    }

    @PreDestroy
    void stop() {
        ticks.shutdownNow();
    }

    private void look() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            var watched = waiting.stream().map(watching -> watching.submission).collect(Collectors.toSet());
            var states = submissions.statesOf(watched);
            for (var watching : waiting) {
                if (watched.contains(watching.submission) && states.get(watching.submission) != watching.state) {
                    watching.stop();
                    watching.left.run();
                }
            }
        } catch (RuntimeException databaseAway) {
            LOG.warn("Could not look after the states that callers wait for; trying again", databaseAway);
        }
    }

    /** Somebody who waits. */
    final class Watching {

        private final SubmissionId submission;
        private final SubmissionState state;
        private final Runnable left;

        private Watching(SubmissionId submission, SubmissionState state, Runnable left) {
            this.submission = submission;
            this.state = state;
            this.left = left;
        }

        void stop() {
            waiting.remove(this);
        }
    }
}
