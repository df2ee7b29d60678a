-- ISV organisations, the people who sign in, and how they do.
create table organizations (
    id         uuid primary key,
    slug       text        not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name       text        not null check (length(name) between 1 and 128),
    created_at timestamptz not null
);

create table verified_domains (
    organization uuid        not null references organizations on delete cascade,
    domain       text        not null unique check (domain = lower(domain)),
    verified_at  timestamptz not null,
    primary key (organization, domain)
);

create table accounts (
    id            uuid primary key,
    organization  uuid references organizations,
    email         text        not null unique check (email = lower(email)),
    display_name  text        not null check (length(display_name) between 1 and 128),
    password_hash text,
    member_roles  text[]      not null,
    staff_roles   text[]      not null,
    time_zone     text        not null,
    disabled      boolean     not null default false,
    created_at    timestamptz not null,
    check (organization is not null or member_roles = '{}')
);
create index accounts_organization on accounts (organization);

-- Counted for every address that is tried, known or not, so that a lock-out tells nobody which addresses exist.
create table sign_in_failures (
    email        text primary key,
    failures     int         not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);

create table api_tokens (
    id           uuid primary key,
    account      uuid        not null references accounts on delete cascade,
    name         text        not null check (length(name) between 1 and 64),
    scope        text        not null,
    hash         text        not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_tokens_account on api_tokens (account);

create table invitations (
    id           uuid primary key,
    organization uuid references organizations on delete cascade,
    email        text        not null check (email = lower(email)),
    member_roles text[]      not null,
    staff_roles  text[]      not null,
    hash         text        not null unique,
    invited_by   uuid references accounts,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    accepted_at  timestamptz
);

create table account_audit (
    id           uuid primary key,
    at           timestamptz not null,
    actor        uuid,
    account      uuid,
    organization uuid,
    what         text not null,
    detail       text not null
);
create index account_audit_organization on account_audit (organization, at);
