package dev.oin.checks;

import dev.oin.kernel.InstanceId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.RunId;
import dev.oin.kernel.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All runs, as other modules read them. */
public interface CheckRuns {

    /** The run with the id, whoever owns it; for the team and the pipeline itself. */
    Optional<CheckRun> find(RunId id);

    /** The organisation's own run; empty for another organisation's id. */
    Optional<CheckRun> find(RunId id, OrganizationId owner);

    /** The submission's runs, newest first. */
    List<CheckRun> of(SubmissionId submission, int limit, int offset);

    /** How many runs the submission has. */
    int count(SubmissionId submission);

    /** The run with its results so far. */
    Optional<CheckReport> report(RunId id);

    /** The submission's finished runs on that behalf with their results, newest first; results name no exhibits here. */
    List<CheckReport> finished(SubmissionId submission, CheckRun.Origin origin);

    /** The latest result of each check of the suite on the instance, from runs that started no earlier than the given instant (testing-rules 4.4, latest wins). */
    List<Standing> latest(InstanceId instance, SuiteName suite, Instant notBefore);

    /** The latest finished run of the suite for the submission. */
    Optional<CheckRun> latestFinished(SubmissionId submission, SuiteName suite);

    /** The content of an exhibit of the run. */
    Optional<ExhibitContent> exhibit(RunId run, UUID exhibit);

    /** The latest word on a check. */
    record Standing(CheckId check, String title, Verdict verdict, RunId run, Instant finishedAt) {}

    /** An exhibit with its content. */
    @SuppressWarnings("ArrayRecordComponent")
    record ExhibitContent(CheckResult.ExhibitEntry entry, byte[] content) {

        /** The exchanges of recorded traffic; none where it is something else. */
        public List<Exchange> exchanges() {
            return entry.kind() == CheckResult.ExhibitEntry.Kind.TRAFFIC ? EvidenceJson.exchanges(content) : List.of();
        }
    }
}
