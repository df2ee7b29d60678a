package dev.oin.review;

import java.util.List;

/** What a reviewer wants to decide: approve, return with issues, or reject. */
public record Decision(ReviewDesk.Outcome outcome, List<Finding> findings, String note) {

    public Decision {
        findings = List.copyOf(findings);
    }

    /** Whether the decision brings an issue that has to be fixed. */
    boolean hasMustFix() {
        return findings.stream().anyMatch(finding -> finding.severity() == Issue.Severity.MUST_FIX);
    }
}
