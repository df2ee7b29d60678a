-- Runs of checks, their results one by one, the evidence kept with them, and read-only links to them.
create table check_runs (
    id             uuid primary key,
    organization   uuid        not null,
    integration    uuid        not null,
    submission     uuid        not null,
    suite          text        not null,
    origin         text        not null check (origin in ('ISV', 'QA')),
    origin_key     text,
    instance       uuid,
    version        int         not null check (version > 0),
    person         uuid,
    cases          text[]      not null,
    planned        text[]      not null,
    status         text        not null check (status in ('QUEUED', 'RUNNING', 'FINISHED', 'CANCELLED')),
    verdict        text,
    done           int         not null default 0,
    current_check  text        not null default '',
    reason         text,
    requested_by   uuid,
    requested_at   timestamptz not null,
    handed_over_at timestamptz,
    started_at     timestamptz,
    finished_at    timestamptz,
    expires_at     timestamptz,
    fencing_token  bigint      not null default 0,
    lease_until    timestamptz,
    void_since     timestamptz,
    void_because   text,
    unique (submission, origin_key),
    check ((status = 'FINISHED') = (verdict is not null)),
    check ((status in ('FINISHED', 'CANCELLED')) = (finished_at is not null))
);
create index check_runs_of_submission on check_runs (submission, requested_at desc);
create index check_runs_of_instance on check_runs (instance, suite) where instance is not null;
create index check_runs_unfinished on check_runs (integration, requested_at) where status in ('QUEUED', 'RUNNING');

create table check_results (
    sequence    bigint      generated always as identity,
    run         uuid        not null references check_runs on delete cascade,
    check_id    text        not null,
    position    int         not null,
    title       text        not null,
    severity    text        not null,
    clause      text        not null,
    verdict     text        not null,
    fault       text,
    expected    text        not null,
    observed    text        not null,
    remedy      text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    attempts    int         not null,
    primary key (run, check_id)
);
create index check_results_in_order on check_results (run, sequence);

create table check_exhibits (
    id         uuid primary key,
    run        uuid not null,
    check_id   text not null,
    position   int  not null,
    kind       text not null,
    title      text not null,
    media_type text not null,
    blob       text not null,
    foreign key (run, check_id) references check_results on delete cascade
);
create index check_exhibits_of_run on check_exhibits (run, check_id, position);

create table check_shares (
    token_hash text primary key,
    run        uuid        not null references check_runs on delete cascade,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
