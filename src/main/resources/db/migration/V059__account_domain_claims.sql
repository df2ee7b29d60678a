-- Domains that an organisation says are its own, until a DNS record proves it. The proof is public: it stands in the DNS.
create table domain_claims (
    organization uuid        not null references organizations on delete cascade,
    domain       text        not null check (domain = lower(domain)),
    proof        text        not null,
    claimed_at   timestamptz not null,
    primary key (organization, domain)
);
