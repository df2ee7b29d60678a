-- Readers to whom a server on the way still tries to bring the mail, what it said, and until when it tries (RFC 3464).
alter table mail_outbox add column delayed text[] not null default '{}';
alter table mail_outbox add column delay text;
alter table mail_outbox add column delayed_until timestamptz;
drop index mail_outbox_trouble;
create index mail_outbox_trouble on mail_outbox (created_at desc)
    where state = 'UNDELIVERED' or bounced <> '{}' or delayed <> '{}';
