-- What an issue rests on: the run and what was seen; whether the check itself said so, so that the check can close it.
alter table issues
    add column run      uuid,
    add column seen     text    not null default '',
    add column by_check boolean not null default false,
    add column fixed_at timestamptz;

-- A note on a checklist item can be kept before the item is judged.
alter table checklist_results alter column result drop not null;

-- Texts that reviewers use again; words in braces are filled in for the submission at hand.
create table reason_texts (
    id         uuid primary key,
    check_id   text        not null check (length(check_id) between 1 and 64),
    label      text        not null check (length(label) between 1 and 120),
    text       text        not null check (length(text) between 1 and 4000),
    changed_by uuid,
    changed_at timestamptz not null
);
create index reason_texts_check on reason_texts (check_id, label);

insert into reason_texts (id, check_id, label, text, changed_at)
select gen_random_uuid(), given.check_id, given.label, given.text, now()
from (values
    ('IR-ACC-1', 'Address outside the company', 'The submission came from an address outside your verified domains. Submit it from an account of your company''s domain.'),
    ('IR-ACC-2', 'Product of another company', 'We cannot see that {name} is a product of your company. Tell us where the product and your company are named together, or have its owner submit it.'),
    ('IR-MT-1', 'Not multi-tenant', 'Each customer has to connect separately, with credentials of its own for each install. Describe how a second customer connects, or add per-customer addresses with variables.'),
    ('IR-LIM-1', 'Client-side only', 'Single-page and native apps without a server, and shared-credential sign-in, cannot be listed. Use the authorization code flow with a client on your server.'),
    ('IR-LG-1', 'Logo file', 'The logo is not usable. Seen: {seen} Upload a PNG, JPG or GIF image under 1 MB.'),
    ('IR-LG-2', 'Logo size', 'The logo has another size than the catalog shows. Seen: {seen} Upload it in 200 x 200, 244 x 244, 244 x 156 or 156 x 244 pixels.'),
    ('IR-LG-3', 'Trademark symbol', 'The logo holds a trademark symbol. Upload it without.'),
    ('IR-LG-4', 'Wordmark', 'The logo holds the product''s or company''s name. The catalog prints the name beside it: upload the icon alone.'),
    ('IR-LG-5', 'Background', 'The logo''s background is not transparent. Seen: {seen} Upload a PNG with a transparent background, unless the colour is part of your brand.'),
    ('IR-LG-6', 'Rounded corners', 'The logo''s corners are rounded. Seen: {seen} The catalog rounds by itself: upload it with sharp corners.'),
    ('IR-LG-7', 'Blurred', 'The logo is hard to recognise at catalog size. Upload a sharper one, such as your favicon''s source.'),
    ('IR-NM-1', 'Name taken', 'The name "{name}" cannot be used. {seen} Use the name under which your customers know the product.'),
    ('IR-NM-2', 'Word in the name', 'The name holds a word that does not belong there. {seen} Leave out versions, protocols, "test", "beta" and our name.'),
    ('IR-DS-2', 'No value for customers', 'The description does not say what customers gain by the integration. Add a sentence on it for administrators.'),
    ('IR-DS-3', 'Protocols differ', 'The description and the protocols differ. {seen} Mention provisioning only with SCIM, or select SCIM.'),
    ('IR-DS-4', 'Language', 'The description has mistakes, prices, superlatives or links. Correct it: '),
    ('IR-UC-1', 'Use case does not fit', 'A use case does not fit the product. Chosen: {seen} Choose those that describe what customers do with it.'),
    ('IR-SC-1', 'General queue', 'The support contact is a general queue. Name an address that your integration team reads.'),
    ('IR-SC-2', 'Public contact', 'A public contact is not usable. {seen} Give a link, e-mail address or phone number that customers reach you by.'),
    ('IR-EX-1', 'Unclear label', 'Administrators of customers will not know what to enter. Seen: {seen} Say in the label where they find the value.'),
    ('IR-EX-2', 'Address breaks', 'An address does not work with every value. {seen} Give a value for the empty case.'),
    ('IR-OI-1', 'Custom authorization server', 'The app or its guide expects a custom authorization server. Use the customer''s own address as the issuer.'),
    ('IR-OI-2', 'Implicit flow', 'The app uses the implicit flow. Use the authorization code flow with a client on your server.'),
    ('IR-OI-3', 'Scopes', 'The app asks for scopes that customers cannot grant. {seen} Ask for openid, profile and email only.'),
    ('IR-SA-2', 'SAML addresses', 'The SAML addresses need a change. {seen}'),
    ('IR-SM-3', 'Operations differ', 'The declared operations and your guide differ. Declared: {seen} Make them equal.'),
    ('IR-SM-5', 'Credentials for QA', 'We cannot provision: the testing instructions name no base URL or token for QA. Add them.'),
    ('IR-TA-1', 'Sign-in fails', 'We could not sign in with the test account. Check the address, the name and the password, and that the account is an administrator.'),
    ('IR-TA-2', 'Instructions', 'The instructions do not suffice to add test users. Describe each step from the sign-in on.'),
    ('IR-CG-1', 'Guide does not open', 'A configuration guide does not open. {seen} Publish it where customers can read it.'),
    ('IR-CG-2', 'One guide for both', 'Sign-on and provisioning share a guide. {seen} Give each its own.'),
    ('IR-CG-3', 'Sections missing', 'The guide lacks sections. It needs prerequisites, supported features, steps with all settings, troubleshooting and a contact. Missing: '),
    ('IR-CG-7', 'Old screenshots', 'Screenshots of the guide are out of date, or it is marked as a draft. Renew: '),
    ('QA-1', 'Install', 'Installed as a customer''s administrator, something was unclear: '),
    ('QA-2', 'Guide cannot be followed', 'Following your guide to the letter we stopped at step: '),
    ('QA-3', 'Flow does not work', 'A declared flow did not work with a user of ours. Seen: {seen} Steps: '),
    ('QA-4', 'Undeclared flow', 'A flow that you did not declare half-works. Say in the guide that customers hide the tile, or declare it.'),
    ('QA-5', 'Tenants meet', 'Two tenants of your app are not apart: the same e-mail address in both reached one account. Tie accounts to the tenant.'),
    ('QA-8', 'Security check failed', 'A required security check fails: {check}. Expected: {expected} Seen: {seen}'),
    ('QA-9', 'Provisioning', 'Provisioning does not work as declared. Seen: {seen} Steps: '),
    ('QA-10', 'Unclear error', 'An error of your SCIM server does not tell an administrator what to do. Seen: '),
    ('QA-11', 'Logout', 'Sessions do not end as declared. Seen: {seen}')
) as given (check_id, label, text);
