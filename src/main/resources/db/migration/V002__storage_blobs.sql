create table blob (
    key        text        not null primary key,
    media_type text        not null,
    content    bytea       not null,
    created_at timestamptz not null
);
create index blob_by_folder on blob (key text_pattern_ops);
