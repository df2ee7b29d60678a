-- Where organisations want to be told of changes, and what became of each call.
create table webhooks (
    id           uuid primary key,
    organization uuid        not null,
    url          text        not null check (length(url) between 1 and 1024),
    sealed       text        not null,
    created_by   uuid        not null,
    created_at   timestamptz not null
);
create index webhooks_organization on webhooks (organization);

create table webhook_deliveries (
    id         uuid primary key,
    webhook    uuid        not null references webhooks on delete cascade,
    event      text        not null,
    body       text        not null,
    state      text        not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts   int         not null,
    due_at     timestamptz not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    answer     text
);
create index webhook_deliveries_due on webhook_deliveries (due_at) where state = 'WAITING';
create index webhook_deliveries_webhook on webhook_deliveries (webhook, created_at desc);
