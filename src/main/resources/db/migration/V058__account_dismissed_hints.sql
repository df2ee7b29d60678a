-- Advice that somebody put away; it comes back when what it says has become more pressing.
create table dismissed_hints (
    account      uuid        not null references accounts on delete cascade,
    hint         text        not null,
    dismissed_at timestamptz not null,
    primary key (account, hint)
);
