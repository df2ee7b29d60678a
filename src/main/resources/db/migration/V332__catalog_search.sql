-- What the catalog is searched by, beside the snapshot that it shows.
alter table catalog_entries add column protocols text[] not null default '{}';
alter table catalog_entries add column use_cases text[] not null default '{}';
alter table catalog_entries add column functions text[] not null default '{}';
alter table catalog_entries add column words tsvector not null default ''::tsvector;
update catalog_entries set
    protocols = array(select jsonb_array_elements_text(snapshot -> 'protocols')),
    use_cases = array(select jsonb_array_elements_text(snapshot -> 'useCases')),
    functions = array(select jsonb_array_elements_text(snapshot -> 'provisioning'))
        || case when snapshot ->> 'logout' is null then '{}'::text[] else array ['Universal Logout'] end
        || case when snapshot ->> 'signOn' like '%dashboard%' then array ['Sign-on from the dashboard'] else '{}'::text[] end
        || case when snapshot ->> 'signOn' like '%app"%' then array ['Sign-on from the app'] else '{}'::text[] end,
    words = to_tsvector('simple', name || ' ' || (snapshot ->> 'company') || ' ' || (snapshot ->> 'description'));
create index catalog_entries_listed on catalog_entries (lower(name), slug) where retired_at is null;
create index catalog_entries_latest on catalog_entries (changed_at desc) where retired_at is null;
create index catalog_entries_words on catalog_entries using gin (words);
create index catalog_entries_protocols on catalog_entries using gin (protocols);
create index catalog_entries_use_cases on catalog_entries using gin (use_cases);
create index catalog_entries_functions on catalog_entries using gin (functions);

-- Grows with every change of the catalog, so that a node knows whether what it holds is still true.
create table catalog_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);
insert into catalog_revision (revision) values (1);
