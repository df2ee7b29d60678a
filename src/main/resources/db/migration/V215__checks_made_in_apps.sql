-- What runs made in apps and have not removed: swept when a run begins again, and listed where it has to stay.
create table check_made_in_apps (
    run      uuid        not null references check_runs on delete cascade,
    instance uuid        not null,
    path     text        not null,
    name     text        not null,
    kept     boolean     not null default false,
    made_at  timestamptz not null,
    primary key (run, path)
);
create index check_made_in_apps_of_instance on check_made_in_apps (instance) where not kept;
comment on column check_made_in_apps.kept is 'it was set inactive, and stays in the app';
