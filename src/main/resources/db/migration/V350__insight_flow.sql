-- Where work is and was: one row per stay of a submission at an element of a model.
create table flow_visits (
    id          text primary key,
    submission  uuid        not null,
    process     text        not null,
    element     text        not null,
    waits_for   text        not null,
    integration text        not null,
    protocols   text        not null,
    kind        text        not null,
    round       int         not null,
    entered_at  timestamptz not null,
    due_at      timestamptz,
    left_at     timestamptz
);
create index flow_visits_waiting on flow_visits (process, element, entered_at) where left_at is null;
create index flow_visits_left on flow_visits (left_at) where left_at is not null;
create index flow_visits_submission on flow_visits (submission, element);

-- One row per day, element, kind and class of duration, counted up as work leaves the element.
create table flow_days (
    day       date   not null,
    process   text   not null,
    element   text   not null,
    waits_for text   not null,
    kind      text   not null,
    bucket    int    not null,
    visits    int    not null,
    seconds   bigint not null,
    promised  int    not null,
    on_time   int    not null,
    primary key (day, process, element, kind, bucket)
);
