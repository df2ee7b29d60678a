-- What the ISV says about its tests; each counts only for the content it was said about.
create table certifications (
    submission   uuid primary key,
    content_hash text        not null,
    certified_by uuid        not null,
    certified_at timestamptz not null
);

create table scim_results (
    submission               uuid primary key,
    content_hash             text        not null,
    spec_results_url         text check (length(spec_results_url) <= 1024),
    crud_results_url         text check (length(crud_results_url) <= 1024),
    entitlements_results_url text check (length(entitlements_results_url) <= 1024),
    entered_by               uuid        not null,
    entered_at               timestamptz not null
);
