-- Assignments of whole groups, and what the provisioning client told apps when people or assignments changed.
create table sandbox_group_assignments (
    instance    uuid        not null references sandbox_instances on delete cascade,
    group_name  text        not null check (length(group_name) between 1 and 64),
    assigned_at timestamptz not null,
    primary key (instance, group_name)
);
alter table sandbox_assignments add column by_group text;
comment on column sandbox_assignments.by_group is 'the group through which the person is assigned; null where they are assigned themselves';

create table sandbox_provisioning_log (
    sequence     bigint generated always as identity primary key,
    organization uuid        not null references organizations on delete cascade,
    instance     uuid        not null references sandbox_instances on delete cascade,
    person       text        not null,
    event        text        not null,
    outcome      text        not null,
    succeeded    boolean     not null,
    at           timestamptz not null
);
create index sandbox_provisioning_log_of_organization on sandbox_provisioning_log (organization, sequence);
