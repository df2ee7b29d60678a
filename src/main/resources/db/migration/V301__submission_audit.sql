-- What was done to submissions; added and read, never changed. It outlives what it tells of, so it refers to nothing.
create table submission_audit (
    id           uuid primary key,
    key          text        not null unique,
    at           timestamptz not null,
    submission   uuid        not null,
    organization uuid        not null,
    integration  text        not null,
    kind         text        not null check (kind in ('TRANSITION', 'EDIT', 'DECISION', 'REVEAL', 'MAIL', 'EVENT')),
    what         text        not null,
    text         text        not null,
    actor        uuid,
    actor_name   text        not null,
    version      int,
    was          text,
    is_now       text,
    team_only    boolean     not null default false
);
create index submission_audit_submission on submission_audit (submission, id);
create index submission_audit_at on submission_audit (at);

create function submission_audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'submission_audit is append-only';
end
$$;

create trigger submission_audit_append_only before update or delete on submission_audit
    for each row execute function submission_audit_is_append_only();

create trigger submission_audit_not_emptied before truncate on submission_audit
    for each statement execute function submission_audit_is_append_only();
