-- The day that an ISV chose for its publication; the name is kept for it once nothing stands in the way.
create table publication_dates (
    submission    uuid primary key,
    integration   uuid        not null,
    publish_on    date        not null,
    publish_at    timestamptz not null,
    chosen_by     uuid        not null,
    chosen_at     timestamptz not null,
    reserved_name text
);
create unique index publication_dates_name on publication_dates (lower(reserved_name)) where reserved_name is not null;

-- A version can be taken back; the entry then shows an earlier one, and no number is given twice.
alter table catalog_entries add column changed_at timestamptz;
update catalog_entries set changed_at = coalesce(retired_at, published_at);
alter table catalog_entries alter column changed_at set not null;
alter table catalog_versions add column rolled_back_at timestamptz;
alter table catalog_versions add column rolled_back_by uuid;
alter table catalog_versions add column rolled_back_reason text;
