-- What reviewers made for QA in ISVs' sandboxes; kept after the thing itself is gone, so that results on it can be told apart.
create table review_qa_made (
    thing      uuid primary key,
    what       text        not null check (what in ('INSTANCE', 'PERSON')),
    submission uuid        not null,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    retired_at timestamptz,
    clean_at   timestamptz,
    attempts   int         not null default 0
);
create index review_qa_made_submission on review_qa_made (submission) where retired_at is null;
create index review_qa_made_clean_at on review_qa_made (clean_at) where clean_at is not null;
comment on column review_qa_made.clean_at is 'when it is cleaned up next; null while QA goes on, and when it is gone or given up';
