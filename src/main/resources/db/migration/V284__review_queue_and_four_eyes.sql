-- What the queue shows and filters by, kept beside the item so that a page of it is one statement.
alter table review_items
    add column integration       uuid,
    add column organization      uuid,
    add column version           int,
    add column organization_name text not null default '',
    add column name              text not null default '',
    add column protocols         text not null default '',
    add column because           text not null default '',
    add column handover          text not null default '',
    add column handed_over_by    uuid;

update review_items item
set integration       = submission.integration,
    organization      = submission.organization,
    version           = submission.submitted_version,
    organization_name = (select organization.name from organizations organization where organization.id = submission.organization),
    name              = coalesce(submission.content #>> '{configuration,catalog,display_name}',
                                 submission.content #>> '{configuration,catalog,displayName}', 'Untitled integration'),
    protocols         = coalesce((select string_agg(protocol, ',') from jsonb_array_elements_text(submission.content -> 'protocols') protocol), '')
from submissions submission
where submission.id = item.submission;

drop index review_items_due;
create index review_items_due on review_items (due_at, submission);
create index review_items_assignee on review_items (assignee, due_at);
create index review_items_phase on review_items (phase, due_at);

-- Who has a review on the screen.
create table review_presence (
    submission uuid        not null,
    account    uuid        not null,
    seen_at    timestamptz not null,
    primary key (submission, account)
);

-- When somebody of the team is away.
create table review_absences (
    id        uuid primary key,
    account   uuid not null,
    first_day date not null,
    last_day  date not null,
    check (first_day <= last_day)
);
create index review_absences_account on review_absences (account, last_day);

-- A waiver counts when another lead has confirmed it; those given before stand.
alter table waivers
    add column confirmed_by uuid,
    add column confirmed_at timestamptz,
    add column withdrawn_at timestamptz,
    add constraint waivers_four_eyes check (confirmed_by is null or confirmed_by <> waived_by or confirmed_at = waived_at);
update waivers set confirmed_by = waived_by, confirmed_at = waived_at;

-- A rejection that waits for another lead.
create table rejection_proposals (
    id          uuid primary key,
    submission  uuid        not null,
    reason      text        not null check (length(reason) between 1 and 4000),
    proposed_by uuid        not null,
    proposed_at timestamptz not null,
    ended_by    uuid,
    ended_at    timestamptz,
    outcome     text check (outcome in ('CONFIRMED', 'DECLINED', 'OVERTAKEN')),
    check ((ended_at is null) = (outcome is null)),
    check (outcome is distinct from 'CONFIRMED' or ended_by <> proposed_by)
);
create unique index rejection_proposals_one_open on rejection_proposals (submission) where ended_at is null;
