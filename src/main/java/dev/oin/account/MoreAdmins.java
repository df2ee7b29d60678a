package dev.oin.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The advice to super admins to have two or three more admins who can submit (AC-8), until they put it away. */
@Repository
public class MoreAdmins {

    /** The first, and two more. */
    private static final int ENOUGH = 3;

    private final JdbcClient client;
    private final Clock clock;

    MoreAdmins(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** How many there are who can submit, if that is too few and the caller, who could invite more, did not put the advice away. */
    public Optional<Integer> tooFew(Caller caller) {
        var organization = caller.organization();
        if (organization == null || !caller.memberRoles().contains(MemberRole.SUPER_ADMIN)) {
            return Optional.empty();
        }
        return client.sql("""
                        select submitters from (
                            select count(*) as submitters from accounts
                            where organization = :organization and not disabled
                              and ('SUPER_ADMIN' = any (member_roles) or member_roles @> array['APP_ADMIN', 'ORG_ADMIN'])) s
                        where submitters < :enough and not exists (
                            select 1 from dismissed_hints where account = :account and hint = 'MORE_ADMINS_' || submitters)""")
                .param("organization", organization.value())
                .param("account", caller.account().value())
                .param("enough", ENOUGH)
                .query(Integer.class)
                .optional();
    }

    /** The caller has read it; it is said again only when there are fewer. */
    @Transactional
    public void putAway(Caller caller) {
        tooFew(caller)
                .ifPresent(submitters -> client.sql("""
                                insert into dismissed_hints (account, hint, dismissed_at)
                                values (:account, :hint, :now) on conflict do nothing""")
                        .param("account", caller.account().value())
                        .param("hint", "MORE_ADMINS_" + submitters)
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
    }
}
