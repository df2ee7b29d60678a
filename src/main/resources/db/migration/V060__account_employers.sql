-- Which organisations a person of the team belongs to without being a member (AC-11): those that have proved the domain of the person's mail address, or one
-- above it, and those with a member of the same address. The provider's word counts beside our own row, which keeps the old address where the new one is taken.
alter table staff_identities add column told_email text check (told_email = lower(told_email));

create function employers_of(staff uuid, address text) returns uuid[] language sql stable as $$
    with addresses as (
        select address as email
        union
        select told_email from staff_identities where account = staff and told_email is not null
    ), labels as (
        select string_to_array(split_part(email, '@', 2), '.') as parts from addresses
    )
    select array(
        select d.organization from labels, generate_subscripts(parts, 1) as n, verified_domains d
        where d.domain = array_to_string(parts[n:], '.')
        union
        select m.organization from addresses join accounts m using (email) where m.organization is not null)
$$;
