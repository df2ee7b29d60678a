package dev.oin.review;

import dev.oin.checks.SuiteName;
import dev.oin.checks.Verdict;
import dev.oin.submission.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the machine looks at when it judges checklist items.
 *
 * @param submitterMail the address of who submitted; null where nobody did yet
 * @param companyDomains the organisation's verified domains
 * @param scimEvidence what the links to the SCIM results are: empty, of ours, external
 * @param qaVerdicts the worst verdict of QA's latest runs by suite
 * @param reviewedAsSubmitted whether the content equals the version that was submitted
 */
record MachineFacts(
        Content content,
        @Nullable String submitterMail,
        List<String> companyDomains,
        List<String> scimEvidence,
        Map<SuiteName, Verdict> qaVerdicts,
        boolean reviewedAsSubmitted) {

    MachineFacts {
        companyDomains = List.copyOf(companyDomains);
        scimEvidence = List.copyOf(scimEvidence);
        qaVerdicts = Map.copyOf(qaVerdicts);
    }
}
