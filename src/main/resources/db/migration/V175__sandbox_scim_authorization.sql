-- What is known of the credentials with which an app's SCIM server is called, and how much an import may take away.
alter table sandbox_instances add column scim_ended text;
alter table sandbox_instances add column scim_accepted_at timestamptz;
alter table sandbox_instances add column import_safeguard int not null default 20 check (import_safeguard between 0 and 100);
comment on column sandbox_instances.scim_credentials is 'sealed by the vault: a token, or for OAuth 2.0 what the app''s authorization server issued';
comment on column sandbox_instances.scim_ended is 'why the app''s authorization server issues no more tokens; null as long as it does';
comment on column sandbox_instances.scim_accepted_at is 'when the server last accepted the credentials; null since others were entered';
comment on column sandbox_instances.import_safeguard is 'percent of the assigned people that an import may unassign';
