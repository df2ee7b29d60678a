-- The key before the current one, which signs as well until then, so that receivers can change over.
alter table webhooks add column former text;
alter table webhooks add column former_until timestamptz;
