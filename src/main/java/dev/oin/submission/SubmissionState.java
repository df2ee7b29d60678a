package dev.oin.submission;

/** Where a submission is (review-process 1); a projection of the process engine's tokens. */
public enum SubmissionState {
    DRAFT("Draft", "Draft - ISV new", WaitsFor.ISV),
    INITIAL_REVIEW("OIN to review", "To be reviewed by the OIN team", WaitsFor.TEAM),
    ISV_REVIEW("ISV to review", "ISV needs to review", WaitsFor.ISV),
    QA_TESTING("OIN to review", "To be QA tested by the OIN team", WaitsFor.TEAM),
    ISV_FIX("ISV to review", "ISV needs to fix bugs", WaitsFor.ISV),
    FINAL_REVIEW("OIN to review", "Final review", WaitsFor.TEAM),
    CATALOG_REVIEW("OIN to review", "Catalog review", WaitsFor.TEAM),
    PUBLISHING("OIN to review", "Publishing", WaitsFor.SYSTEM),
    PUBLISHED("Published", "Published", WaitsFor.ISV),
    WITHDRAWN("Draft", "Draft - withdrawn", WaitsFor.ISV),
    REJECTED("Closed", "Closed", WaitsFor.SYSTEM),
    RETIRED("Retired", "Retired", WaitsFor.SYSTEM);

    private final String label;
    private final String detailedLabel;
    private final WaitsFor waitsFor;

    SubmissionState(String label, String detailedLabel, WaitsFor waitsFor) {
        this.label = label;
        this.detailedLabel = detailedLabel;
        this.waitsFor = waitsFor;
    }

    /** Whose turn it is. */
    public enum WaitsFor {
        ISV,
        TEAM,
        SYSTEM
    }

    /** The dashboard's label. */
    public String label() {
        return label;
    }

    /** The longer label. */
    public String detailedLabel() {
        return detailedLabel;
    }

    /** Whose turn it is. */
    public WaitsFor waitsFor() {
        return waitsFor;
    }

    /** Whether the ISV may edit pages 1 to 3. */
    public boolean isEditable() {
        return isDraft() || isWithIsvForFixes();
    }

    /** Whether it acts as a draft. */
    public boolean isDraft() {
        return this == DRAFT || this == WITHDRAWN;
    }

    /** Whether the ISV resolves issues of the team. */
    public boolean isWithIsvForFixes() {
        return this == ISV_REVIEW || this == ISV_FIX;
    }

    /** Whether the team works on it. */
    public boolean isWithTeam() {
        return waitsFor == WaitsFor.TEAM;
    }
}
