package dev.oin.web.insight;

/** Which items stand behind a number. */
public enum ItemSet {
    /** At an element or in a phase now. */
    WAITING,
    /** Left an element or a phase in the period. */
    LEFT,
    /** With the team past its date. */
    OVERDUE,
    /** Handed in. */
    SUBMITTED,
    /** Reached the catalog. */
    PUBLISHED,
    /** Withdrawn or rejected. */
    CLOSED,
    /** Ended a phase by the date first promised. */
    KEPT,
    /** Ended a phase after the date first promised. */
    MISSED
}
