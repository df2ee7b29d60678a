-- Readers whose address the receiving server refused for good.
alter table mail_outbox add column bounced text[] not null default '{}';
create index mail_outbox_trouble on mail_outbox (created_at desc) where state = 'UNDELIVERED' or bounced <> '{}';
create index mail_outbox_late on mail_outbox (created_at) where state = 'WAITING' and attempts > 0;
