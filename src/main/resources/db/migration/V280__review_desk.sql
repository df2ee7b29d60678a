-- The team's queue: one row per submission that the team works on.
create table review_items (
    submission uuid primary key,
    phase      text        not null,
    round      int         not null,
    task       text,
    assignee   uuid,
    entered_at timestamptz not null,
    due_at     timestamptz not null
);
create index review_items_due on review_items (due_at);

-- Every date the team promised, and why it moved.
create table promises (
    id         uuid primary key,
    submission uuid        not null,
    phase      text        not null,
    round      int         not null,
    due_at     timestamptz not null,
    reason     text,
    set_by     uuid,
    set_at     timestamptz not null
);
create index promises_submission on promises (submission, set_at);

create table issues (
    id         uuid primary key,
    submission uuid        not null,
    number     int         not null,
    phase      text        not null,
    round      int         not null,
    version    int,
    check_id   text        not null,
    field      text,
    severity   text        not null,
    text       text        not null check (length(text) between 1 and 4000),
    status     text        not null,
    raised_by  uuid,
    raised_at  timestamptz not null,
    sent_at    timestamptz,
    closed_at  timestamptz,
    unique (submission, number)
);

create table issue_messages (
    id        uuid primary key,
    issue     uuid        not null references issues on delete cascade,
    author    uuid        not null,
    from_team boolean     not null,
    text      text        not null check (length(text) between 1 and 4000),
    at        timestamptz not null
);
create index issue_messages_issue on issue_messages (issue, at);

create table review_notes (
    id         uuid primary key,
    submission uuid        not null,
    author     uuid        not null,
    text       text        not null check (length(text) between 1 and 4000),
    at         timestamptz not null
);
create index review_notes_submission on review_notes (submission, at);

create table checklist_results (
    submission uuid        not null,
    phase      text        not null,
    item       text        not null,
    result     text        not null,
    note       text        not null,
    judged_by  uuid        not null,
    judged_at  timestamptz not null,
    version    int,
    primary key (submission, phase, item)
);

create table decisions (
    id         uuid primary key,
    submission uuid        not null,
    phase      text        not null,
    round      int         not null,
    version    int,
    outcome    text        not null,
    note       text        not null,
    decided_by uuid        not null,
    decided_at timestamptz not null,
    taken      boolean     not null
);
create index decisions_submission on decisions (submission, decided_at);
-- A decision is taken by the process in the transaction that records it.
create unique index decisions_one_open on decisions (submission) where not taken;

create table waivers (
    id         uuid primary key,
    submission uuid        not null,
    check_id   text        not null,
    reason     text        not null check (length(reason) between 1 and 1000),
    until      date        not null,
    waived_by  uuid        not null,
    waived_at  timestamptz not null
);
create index waivers_submission on waivers (submission);

-- What the ISV did on its side: replies without an edit, withdrawals.
create table isv_moves (
    id         uuid primary key,
    submission uuid        not null,
    kind       text        not null,
    round      int         not null,
    reason     text        not null,
    moved_by   uuid        not null,
    moved_at   timestamptz not null
);
create index isv_moves_submission on isv_moves (submission, moved_at);

create table credential_deletions (
    submission uuid primary key,
    due_at     timestamptz not null,
    deleted_at timestamptz
);

create table account_reveals (
    id          uuid primary key,
    submission  uuid        not null,
    revealed_by uuid        not null,
    revealed_at timestamptz not null
);
