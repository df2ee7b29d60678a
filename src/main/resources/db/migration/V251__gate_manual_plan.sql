-- The manual SCIM plan: what the ISV found in each case, with a note and where the evidence is.
create table manual_cases (
    submission uuid        not null references submissions on delete cascade,
    case_id    text        not null,
    result     text        not null check (result in ('PASS', 'FAIL', 'NA')),
    note       text        not null check (length(note) <= 1000),
    evidence   text        not null check (length(evidence) <= 1024),
    judged_by  uuid        not null,
    judged_at  timestamptz not null,
    primary key (submission, case_id)
);
