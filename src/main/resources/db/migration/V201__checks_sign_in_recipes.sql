-- How a script recognises success and gets through an app's own pages; no part of a version.
create table sign_in_recipes (
    submission uuid        not null,
    protocol   text        not null check (protocol in ('OIDC', 'SAML')),
    recipe     jsonb       not null,
    changed_at timestamptz not null,
    primary key (submission, protocol)
);
