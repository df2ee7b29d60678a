-- Who holds the work, which version it is, and the promise it was first given.
alter table flow_visits add column version int not null default 0;
alter table flow_visits add column assignee uuid;
alter table flow_visits add column promised_at timestamptz;
update flow_visits set promised_at = due_at;
create index flow_visits_ended on flow_visits (process, element, left_at) where left_at is not null;
create index flow_visits_begun on flow_visits (process, entered_at) where process = 'journey';
create index flow_visits_overdue on flow_visits (due_at) where left_at is null and due_at is not null;

-- The daily counts can be cut by protocols and round; counted anew from the stays.
drop table flow_days;
create table flow_days (
    day       date   not null,
    process   text   not null,
    element   text   not null,
    waits_for text   not null,
    kind      text   not null,
    protocols text   not null,
    round     int    not null check (round between 0 and 3),
    bucket    int    not null,
    visits    int    not null,
    seconds   bigint not null,
    promised  int    not null,
    on_time   int    not null,
    primary key (process, element, day, kind, protocols, round, bucket)
);
insert into flow_days
select (left_at at time zone 'UTC')::date, process, element, min(waits_for), kind, protocols, least(round, 3), bucket,
       count(*), sum(seconds), count(promised_at), count(*) filter (where left_at <= promised_at)
from (select *, case when seconds < 1 then 0 else 1 + floor(ln(seconds::double precision) / ln(1.25::double precision))::int end bucket
      from (select *, greatest(0, floor(extract(epoch from left_at - entered_at)))::bigint seconds
            from flow_visits where left_at is not null) timed) classed
group by 1, process, element, kind, protocols, least(round, 3), bucket;
