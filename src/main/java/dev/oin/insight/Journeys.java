package dev.oin.insight;

import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way of a submission from handing in to its outcome, and the phases on it. Both are stays like those at an element:
 * a phase is named for the submission's state, a journey {@code IN_REVIEW} until it ends, then for its outcome.
 */
class Journeys {

    static final String PHASE = "phase";
    static final String JOURNEY = "journey";
    static final String UNDER_WAY = "IN_REVIEW";

    private static final Set<String> OUTCOMES = Set.of("PUBLISHED", "WITHDRAWN", "REJECTED");
    private static final Set<String> RESTS = Set.of("DRAFT", "RETIRED");

    private final JdbcClient client;
    private final StayRows stays;

    Journeys(JdbcClient client, StayRows stays) {
        this.client = client;
        this.stays = stays;
    }

    void reached(FlowLog.Subject subject, String state, String waitsFor, Instant at) {
        var phase = open(subject.submission(), PHASE);
        if (phase.filter(stay -> stay.element().equals(state)).isPresent()) {
            return;
        }
        phase.ifPresent(stay -> stays.end(stay.id(), at));
        if (OUTCOMES.contains(state)) {
            open(subject.submission(), JOURNEY).ifPresent(journey -> end(journey, state, at));
        } else if (!RESTS.contains(state)) {
            begin(subject, state, waitsFor, at);
        }
    }

    private void begin(FlowLog.Subject subject, String state, String waitsFor, Instant at) {
        if (open(subject.submission(), JOURNEY).isEmpty()) {
            stays.begin(visit(subject, JOURNEY, UNDER_WAY, "SYSTEM", at, null));
        }
        stays.begin(visit(subject, PHASE, state, waitsFor, at, null));
    }

    private void end(OpenStay journey, String outcome, Instant at) {
        client.sql("update flow_visits set element = :outcome where id = :id")
                .param("outcome", outcome)
                .param("id", journey.id())
                .update();
        stays.end(journey.id(), at);
    }

    private Optional<OpenStay> open(SubmissionId submission, String process) {
        return client.sql("select id, element from flow_visits"
                        + " where submission = :submission and process = :process and left_at is null")
                .param("submission", submission.value())
                .param("process", process)
                .query((row, number) -> new OpenStay(row.getString("id"), row.getString("element")))
                .optional();
    }

    private static FlowLog.Visit visit(
            FlowLog.Subject subject,
            String process,
            String element,
            String waitsFor,
            Instant at,
            @Nullable Instant due) {
        var id = "%s/%s/%s/%s".formatted(process, subject.submission(), element, at);
        return new FlowLog.Visit(id, subject, process, element, waitsFor, at, due);
    }

    private record OpenStay(String id, String element) {}
}
