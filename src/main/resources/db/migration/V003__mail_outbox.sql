create table mail_outbox (
    id         uuid        not null primary key,
    key        text        not null unique,
    thread     text        not null,
    recipients text[]      not null,
    subject    text        not null,
    text       text        not null,
    html       text        not null,
    state      text        not null check (state in ('WAITING', 'SENT', 'UNDELIVERED')),
    attempts   int         not null,
    due_at     timestamptz not null,
    created_at timestamptz not null,
    sent_at    timestamptz,
    message_id text unique,
    failure    text
);
create index mail_outbox_due on mail_outbox (due_at) where state = 'WAITING';
create index mail_outbox_thread on mail_outbox (thread, id);

-- What reached the demo's own mail server.
create table mail_caught (
    message_id text        not null primary key,
    caught_at  timestamptz not null,
    sender     text        not null,
    recipients text[]      not null,
    subject    text        not null,
    text       text        not null,
    html       text        not null,
    source     text        not null
);
create index mail_caught_latest on mail_caught (caught_at desc);
