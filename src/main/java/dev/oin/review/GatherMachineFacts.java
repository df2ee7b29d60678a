package dev.oin.review;

import dev.oin.account.Accounts;
import dev.oin.account.Organizations;
import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.gate.SubmittedEvidence;
import dev.oin.submission.Submission;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Collects what the machine looks at for a checklist. */
@Component
class GatherMachineFacts {

    private final Accounts accounts;
    private final Organizations organizations;
    private final Versions versions;
    private final SubmittedEvidence evidence;
    private final QaFindings findings;

    GatherMachineFacts(
            Accounts accounts,
            Organizations organizations,
            Versions versions,
            SubmittedEvidence evidence,
            QaFindings findings) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.versions = versions;
        this.evidence = evidence;
        this.findings = findings;
    }

    MachineFacts of(Submission submission) {
        var submitter = submission.submittedBy();
        return new MachineFacts(
                submission.content(),
                submitter == null ? null : accounts.get(submitter).email(),
                List.copyOf(organizations.get(submission.organization()).verifiedDomains()),
                evidence.scim(submission),
                verdicts(submission),
                isAsSubmitted(submission));
    }

    private Map<SuiteName, Verdict> verdicts(Submission submission) {
        var verdicts = new EnumMap<SuiteName, Verdict>(SuiteName.class);
        for (var run : findings.latestRuns(submission)) {
            if (run.verdict() != null) {
                verdicts.merge(run.suite(), run.verdict(), (one, other) -> Verdict.worstOf(List.of(one, other)));
            }
        }
        return verdicts;
    }

    private boolean isAsSubmitted(Submission submission) {
        return Optional.ofNullable(submission.submittedVersion())
                .flatMap(number -> versions.find(submission.integration(), number))
                .map(Version::hash)
                .filter(submission.contentHash()::equals)
                .isPresent();
    }
}
