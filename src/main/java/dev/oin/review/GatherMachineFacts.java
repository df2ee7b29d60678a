package dev.oin.review;

import dev.oin.account.Accounts;
import dev.oin.account.Organizations;
import dev.oin.gate.SubmittedEvidence;
import dev.oin.submission.PublishedNames;
import dev.oin.submission.Submission;
import dev.oin.submission.ValidateSubmission;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import java.util.List;
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
    private final ValidateSubmission validation;
    private final PublishedNames names;
    private final LookRows looks;

    GatherMachineFacts(
            Accounts accounts,
            Organizations organizations,
            Versions versions,
            SubmittedEvidence evidence,
            QaFindings findings,
            ValidateSubmission validation,
            PublishedNames names,
            LookRows looks) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.versions = versions;
        this.evidence = evidence;
        this.findings = findings;
        this.validation = validation;
        this.names = names;
        this.looks = looks;
    }

    MachineFacts of(Submission submission) {
        return of(submission, findings.standing(submission));
    }

    MachineFacts of(Submission submission, QaStanding standing) {
        var submitter = submission.submittedBy();
        return new MachineFacts(
                submission.content(),
                submitter == null ? null : accounts.get(submitter).email(),
                List.copyOf(organizations.get(submission.organization()).verifiedDomains()),
                validation.problems(submission),
                isNameTaken(submission),
                evidence.scim(submission),
                looks.of(submission),
                standing,
                submission.submittedVersion(),
                isAsSubmitted(submission));
    }

    private boolean isNameTaken(Submission submission) {
        return Optional.ofNullable(
                        submission.content().configuration().catalog().displayName())
                .flatMap(names::ownerOf)
                .filter(owner -> !owner.equals(submission.integration()))
                .isPresent();
    }

    private boolean isAsSubmitted(Submission submission) {
        return Optional.ofNullable(submission.submittedVersion())
                .flatMap(number -> versions.find(submission.integration(), number))
                .map(Version::hash)
                .filter(submission.contentHash()::equals)
                .isPresent();
    }
}
