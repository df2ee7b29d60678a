package dev.oin.account;

/** The team's roles (AC-11). */
public enum StaffRole {
    ANALYST,
    LEAD,
    MANAGER,
    ADMIN,
    AUDITOR
}
