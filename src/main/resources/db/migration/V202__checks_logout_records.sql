-- What people saw who tested Universal Logout by hand (testing-rules 5).
create table logout_records (
    id bigint generated always as identity primary key,
    instance uuid not null references sandbox_instances on delete cascade,
    made_by uuid not null,
    made_by_name text not null,
    made_at timestamptz not null,
    status integer check (status between 100 and 599),
    passed boolean not null,
    note text not null check (length(note) <= 2000)
);
create index logout_records_by_instance on logout_records (instance, made_at desc);
