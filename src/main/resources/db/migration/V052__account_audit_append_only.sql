-- What was done to accounts is added and read, never changed.
create function account_audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'account_audit is append-only';
end
$$;

create trigger account_audit_append_only before update or delete on account_audit
    for each row execute function account_audit_is_append_only();

create trigger account_audit_not_emptied before truncate on account_audit
    for each statement execute function account_audit_is_append_only();

create index account_audit_at on account_audit (at);
