-- What an entry is about, so that what an app did not take can be told again.
alter table sandbox_provisioning_log
    add column person_id   uuid references sandbox_people on delete set null,
    add column entitlement text,
    add column group_name  text,
    add column group_order text check (group_order in ('FOLLOW', 'OVERWRITE', 'DELETE'));
alter table sandbox_provisioning_log add check ((group_name is null) = (group_order is null));
create index sandbox_provisioning_log_of_instance on sandbox_provisioning_log (instance, sequence);
