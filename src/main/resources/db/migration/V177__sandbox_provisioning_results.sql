-- Nothing sent is neither done nor not done.
alter table sandbox_provisioning_log add column result text;
update sandbox_provisioning_log set result = case
    when outcome like 'Nothing was sent%' then 'NOTHING_SENT' when succeeded then 'DONE' else 'NOT_DONE' end;
alter table sandbox_provisioning_log alter column result set not null;
alter table sandbox_provisioning_log add check (result in ('DONE', 'NOTHING_SENT', 'NOT_DONE'));
alter table sandbox_provisioning_log drop column succeeded;
