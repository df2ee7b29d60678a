-- What runs of deleted drafts left in apps: the runs are gone, and so are the credentials.
create table check_left_in_apps (
    number       bigint generated always as identity primary key,
    organization uuid        not null references organizations on delete cascade,
    app          text        not null,
    base_url     text        not null,
    path         text        not null,
    name         text        not null,
    left_at      timestamptz not null
);
create index check_left_in_apps_of_organization on check_left_in_apps (organization, number);
