-- Up to when somebody has read what changed, and what was read after that one by one.
create table notice_marks (
    account    uuid primary key,
    read_until timestamptz not null
);
create table notices_read (
    account uuid not null,
    record  uuid not null,
    primary key (account, record)
);
create index submission_audit_organization on submission_audit (organization, at);
