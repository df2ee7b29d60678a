-- Signing in to the sandbox: sessions of its own, one-time tickets, lock-out, armed faults, and what was seen.
create table sandbox_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(200)
);
create index sandbox_session_expiry_time on sandbox_session (expiry_time);
create index sandbox_session_principal_name on sandbox_session (principal_name);

create table sandbox_session_attributes (
    session_primary_id char(36)     not null references sandbox_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

create table sandbox_sign_in_tickets (
    hash       text primary key,
    run        uuid        not null,
    person     uuid        not null references sandbox_people on delete cascade,
    instance   uuid        not null references sandbox_instances on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table sandbox_sign_in_failures (
    organization uuid        not null references organizations on delete cascade,
    email        text        not null,
    failures     int         not null,
    last_at      timestamptz not null,
    locked_until timestamptz,
    primary key (organization, email)
);

create table sandbox_pending_requests (
    hash        text primary key,
    instance    uuid        not null references sandbox_instances on delete cascade,
    request     jsonb       not null,
    received_at timestamptz not null,
    expires_at  timestamptz not null
);

create table sandbox_faults (
    run      uuid        not null,
    person   uuid        not null references sandbox_people on delete cascade,
    instance uuid        not null references sandbox_instances on delete cascade,
    check_id text        not null,
    armed_at timestamptz not null,
    primary key (run, person, instance)
);

create table sandbox_sign_in_log (
    number   bigint generated always as identity primary key,
    instance uuid        not null references sandbox_instances on delete cascade,
    person   uuid,
    run      uuid,
    what     text        not null,
    details  jsonb       not null,
    at       timestamptz not null
);
create index sandbox_sign_in_log_instance on sandbox_sign_in_log (instance, number);
create index sandbox_sign_in_log_run on sandbox_sign_in_log (run, number) where run is not null;
