-- Integrations, their submissions, every saved revision, numbered versions, secrets and what happened.
create table integrations (
    id           uuid primary key,
    organization uuid        not null references organizations,
    last_version int         not null default 0,
    migrated     boolean     not null default false,
    created_at   timestamptz not null
);
create index integrations_organization on integrations (organization);

create table submissions (
    id                uuid primary key,
    integration       uuid        not null references integrations,
    organization      uuid        not null references organizations,
    kind              text        not null,
    state             text        not null,
    content           jsonb       not null,
    content_hash      text        not null,
    version           int         not null default 0,
    submitted_version int,
    handed_in         boolean     not null default false,
    round             int         not null default 0,
    revision          bigint      not null check (revision > 0),
    created_by        uuid        not null references accounts,
    created_at        timestamptz not null,
    updated_by        uuid        not null references accounts,
    updated_at        timestamptz not null,
    submitted_by      uuid references accounts,
    submitted_at      timestamptz
);
create index submissions_organization on submissions (organization, updated_at desc);
create index submissions_integration on submissions (integration);

create table submission_revisions (
    submission   uuid        not null references submissions on delete cascade,
    revision     bigint      not null,
    content      jsonb       not null,
    content_hash text        not null,
    what         text        not null,
    saved_by     uuid        not null references accounts,
    saved_at     timestamptz not null,
    primary key (submission, revision)
);

create table versions (
    integration uuid        not null references integrations on delete cascade,
    number      int         not null check (number > 0),
    submission  uuid        not null references submissions on delete cascade,
    hash        text        not null,
    content     jsonb       not null,
    cut_by      uuid        not null references accounts,
    cut_at      timestamptz not null,
    primary key (integration, number)
);
create index versions_submission on versions (submission);

-- Sealed by the vault; value null: deleted after its time.
create table submission_secrets (
    submission uuid        not null references submissions on delete cascade,
    name       text        not null,
    sealed     text,
    set_at     timestamptz not null,
    primary key (submission, name)
);

create table submission_events (
    submission uuid        not null references submissions on delete cascade,
    number     bigint      generated always as identity,
    key        text        not null,
    what       text        not null,
    text       text        not null,
    by_account uuid,
    version    int,
    at         timestamptz not null,
    primary key (submission, key)
);
