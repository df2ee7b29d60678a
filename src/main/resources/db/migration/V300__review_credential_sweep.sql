-- Whose deletion no process waits for: submissions that were withdrawn.
alter table credential_deletions add column swept boolean not null default false;
alter table credential_deletions add column warned_at timestamptz;
create index credential_deletions_swept on credential_deletions (due_at) where swept and deleted_at is null;
