-- Links by mail that work once: to sign up and to choose a new password. A row is kept for every wish, whether or not a
-- link was sent, because wishes are limited and must cost the same for known and unknown addresses.
create table one_time_links (
    id         uuid primary key,
    purpose    text        not null check (purpose in ('SIGN_UP', 'PASSWORD_RESET')),
    email      text        not null check (email = lower(email)),
    network    text        not null,
    company    text        not null,
    hash       text        not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index one_time_links_email on one_time_links (email, created_at);
create index one_time_links_network on one_time_links (network, created_at);
