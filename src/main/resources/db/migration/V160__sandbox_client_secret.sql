-- The OAuth 2 client's secret, sealed beside its hash, so that it can be shown again on demand.
alter table sandbox_instances add column client_secret_sealed text;
