-- Whom the team's single sign-on names: issuer and subject stay the same when an e-mail address changes hands.
create table staff_identities (
    account    uuid        primary key references accounts on delete cascade,
    issuer     text        not null,
    subject    text        not null,
    linked_at  timestamptz not null,
    -- Access ended because no group gave a role any more; it comes back with one.
    roleless   boolean     not null default false,
    unique (issuer, subject)
);

-- An administrator lets single sign-on take over an account that had a password, once.
alter table accounts add column awaits_single_sign_on boolean not null default false;
