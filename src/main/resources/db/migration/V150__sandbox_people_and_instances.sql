-- The built-in identity provider: one signing key per organisation, its people, and the instances they sign in to.
create table sandbox_signing_keys (
    organization uuid primary key references organizations on delete cascade,
    key_id       text        not null unique,
    private_key  text        not null,
    certificate  text        not null,
    made_at      timestamptz not null
);
comment on column sandbox_signing_keys.private_key is 'sealed by the vault';

create table sandbox_people (
    id            uuid primary key,
    organization  uuid        not null references organizations on delete cascade,
    given_name    text        not null check (length(given_name) between 1 and 64),
    family_name   text        not null check (length(family_name) between 1 and 64),
    email         text        not null check (length(email) between 3 and 254),
    status        text        not null check (status in ('ACTIVE', 'SUSPENDED', 'DEACTIVATED')),
    groups        text[]      not null,
    password_hash text        not null,
    made_for_run  uuid,
    created_at    timestamptz not null
);
create unique index sandbox_people_email on sandbox_people (organization, lower(email));
create index sandbox_people_made_for_run on sandbox_people (made_for_run) where made_for_run is not null;

create table sandbox_instances (
    id                uuid primary key,
    organization      uuid        not null references organizations on delete cascade,
    integration       uuid        not null,
    submission        uuid        not null,
    kind              text        not null check (kind in ('CURRENT', 'PUBLISHED')),
    version           int         not null check (version > 0),
    content_hash      text        not null,
    label             text        not null check (length(label) between 1 and 100),
    protocols         text[]      not null check (cardinality(protocols) > 0),
    active            boolean     not null,
    held              boolean     not null,
    variables         jsonb       not null,
    app               jsonb       not null,
    sign_on           jsonb       not null,
    client_id         text unique,
    client_secret     text,
    scim_credentials  text,
    logout_enabled    boolean     not null,
    generated_by      uuid        not null,
    generated_at      timestamptz not null,
    edited_at         timestamptz not null
);
create index sandbox_instances_integration on sandbox_instances (integration, generated_at);
create index sandbox_instances_organization on sandbox_instances (organization);
comment on column sandbox_instances.client_secret is 'hash';
comment on column sandbox_instances.scim_credentials is 'sealed by the vault';

create table sandbox_assignments (
    instance     uuid        not null references sandbox_instances on delete cascade,
    person       uuid        not null references sandbox_people on delete cascade,
    made_for_run uuid,
    assigned_at  timestamptz not null,
    primary key (instance, person)
);
create index sandbox_assignments_person on sandbox_assignments (person);
create index sandbox_assignments_made_for_run on sandbox_assignments (made_for_run) where made_for_run is not null;

create table sandbox_tester_slots (
    submission uuid not null,
    protocol   text not null check (protocol in ('OIDC', 'SAML')),
    kind       text not null check (kind in ('CURRENT', 'PUBLISHED')),
    instance   uuid not null references sandbox_instances on delete cascade,
    primary key (submission, protocol, kind)
);
create index sandbox_tester_slots_instance on sandbox_tester_slots (instance);
