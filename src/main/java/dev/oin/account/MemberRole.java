package dev.oin.account;

/** The roles of an ISV organisation's members (submission-rules 2). */
public enum MemberRole {
    SUPER_ADMIN,
    APP_ADMIN,
    ORG_ADMIN,
    READ_ONLY
}
