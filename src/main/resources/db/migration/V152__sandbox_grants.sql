-- What OpenID Connect clients were granted: codes and tokens as hashes only.
create table sandbox_grants (
    id                   uuid primary key,
    instance             uuid        not null references sandbox_instances on delete cascade,
    person               uuid        not null references sandbox_people on delete cascade,
    principal            jsonb       not null,
    request              jsonb       not null,
    code_hash            text        not null unique,
    code_issued_at       timestamptz not null,
    code_expires_at      timestamptz not null,
    code_used            boolean     not null,
    access_token_hash    text unique,
    access_issued_at     timestamptz,
    access_expires_at    timestamptz,
    access_revoked       boolean     not null,
    id_token_hash        text unique,
    expires_at           timestamptz not null
);
create index sandbox_grants_expires_at on sandbox_grants (expires_at);
