-- Whoever an import brings in has no password until one is set.
alter table sandbox_people alter column password_hash drop not null;
