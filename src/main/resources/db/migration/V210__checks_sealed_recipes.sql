-- A recipe may type a password, so a recipe is kept sealed. Migration 211 (SealRecipes) seals those that are there and drops their table.
alter table sign_in_recipes rename to readable_recipes;
alter table readable_recipes rename constraint sign_in_recipes_pkey to readable_recipes_pkey;
create table sign_in_recipes (
    submission uuid        not null,
    protocol   text        not null check (protocol in ('OIDC', 'SAML')),
    sealed     text        not null,
    changed_at timestamptz not null,
    primary key (submission, protocol)
);
