-- What the contact check before a tester run has found, for the head of the run.
create table check_run_contacts (
    run     uuid    primary key references check_runs on delete cascade,
    words   text    not null,
    stopped boolean not null
);
