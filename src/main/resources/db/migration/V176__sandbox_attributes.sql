-- More about people, and what is set for them in one app: at their assignment or at their group's.
alter table sandbox_people add column attributes jsonb not null default '{}';
alter table sandbox_assignments add column attributes jsonb not null default '{}';
alter table sandbox_group_assignments add column attributes jsonb not null default '{}';
comment on column sandbox_people.attributes is 'further attributes of the person by name, such as title';
comment on column sandbox_assignments.attributes is 'values of this person alone in this app, by the app''s attribute';
comment on column sandbox_group_assignments.attributes is 'values of the group''s members in this app, by the app''s attribute';
