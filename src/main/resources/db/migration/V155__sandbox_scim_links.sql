-- Which id each person has in which app.
create table sandbox_scim_links (
    instance  uuid        not null references sandbox_instances on delete cascade,
    person    uuid        not null references sandbox_people on delete cascade,
    scim_id   text        not null,
    linked_at timestamptz not null,
    primary key (instance, person)
);
create index sandbox_scim_links_person on sandbox_scim_links (person);
