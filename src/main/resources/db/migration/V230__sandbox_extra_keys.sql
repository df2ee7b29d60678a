-- Public keys that stand in an organisation's key set while a run of checks rotates keys.
create table sandbox_extra_keys (
    run          uuid        not null,
    organization uuid        not null references organizations on delete cascade,
    key_id       text        not null,
    public_key   text        not null,
    published_at timestamptz not null,
    read_at      timestamptz,
    primary key (run, key_id)
);

create index sandbox_extra_keys_by_organization on sandbox_extra_keys (organization);
