-- Counted for every address that is tried, known or not, so that a lock-out tells nobody which addresses exist:
-- by e-mail address and network, by network alone (email is empty), by e-mail address alone (network is empty).
drop table sign_in_failures;

create table sign_in_attempts (
    email        text        not null,
    network      text        not null,
    failures     int         not null,
    last_at      timestamptz not null,
    locked_until timestamptz,
    primary key (email, network)
);
create index sign_in_attempts_last_at on sign_in_attempts (last_at);

-- Where an account signed in from; strangers cannot slow down signing in from there.
create table sign_in_places (
    account uuid        not null references accounts on delete cascade,
    network text        not null,
    last_at timestamptz not null,
    primary key (account, network)
);
