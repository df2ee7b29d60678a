-- What is public: one row per integration, and every version that ever was.
create table catalog_entries (
    integration   uuid primary key,
    organization  uuid        not null,
    slug          text        not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
    name          text        not null,
    version       int         not null,
    snapshot      jsonb       not null,
    published_at  timestamptz not null,
    retired_at    timestamptz,
    retired_by    uuid,
    retire_reason text
);
-- A name is taken while it is in the catalog, whatever its letter case.
create unique index catalog_entries_name on catalog_entries (lower(name)) where retired_at is null;

create table catalog_versions (
    integration        uuid        not null references catalog_entries,
    version            int         not null,
    submission         uuid        not null,
    submission_version int         not null,
    snapshot           jsonb       not null,
    published_at       timestamptz not null,
    primary key (integration, version),
    unique (submission, submission_version)
);
