-- Roles and entitlements that a person has in one app.
alter table sandbox_assignments add column entitlements jsonb not null default '[]';
comment on column sandbox_assignments.entitlements is 'roles and entitlements that the person was given in this app';
