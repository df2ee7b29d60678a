-- Groups that are kept the same in an app.
create table sandbox_group_pushes (
    instance   uuid        not null references sandbox_instances on delete cascade,
    group_name text        not null check (length(group_name) between 1 and 64),
    active     boolean     not null default true,
    scim_id    text,
    members    jsonb       not null default '[]',
    pushed_at  timestamptz not null,
    primary key (instance, group_name)
);
comment on column sandbox_group_pushes.active is 'false while the push is paused';
comment on column sandbox_group_pushes.scim_id is 'the app''s id of the group; null as long as the app has not taken it';
comment on column sandbox_group_pushes.members is 'the app''s ids of the members it was last told of';
