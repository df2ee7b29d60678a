-- Cases that a person drives while the product watches its own side (testing-rules 4.3).
create table guided_runs (
    run         uuid        primary key references check_runs on delete cascade,
    check_id    text        not null,
    person      uuid        not null,
    after_event bigint      not null,
    until       timestamptz not null
);
