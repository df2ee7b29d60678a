-- What the product looked at for reviewers, outside of any transaction: guides and logos.
create table review_looks (
    submission uuid        not null,
    item       text        not null,
    result     text,
    seen       text        not null,
    looked_at  timestamptz not null,
    primary key (submission, item)
);

-- Submissions that wait to be looked at.
create table review_look_wishes (
    submission uuid primary key,
    look_at    timestamptz not null,
    attempts   int         not null default 0
);
create index review_look_wishes_due on review_look_wishes (look_at);
