package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of invitations. */
@Repository
class InvitationRows {

    /** An invitation ends with the right of whoever sent it. */
    private static final String OPEN = """
            select i.* from invitations i left join accounts a on a.id = i.invited_by
            where i.accepted_at is null and i.expires_at > :now
              and (i.invited_by is null or (not a.disabled and
                   ('ADMIN' = any(a.staff_roles) or
                    ('SUPER_ADMIN' = any(a.member_roles) and a.organization = i.organization))))""";

    private final JdbcClient client;

    InvitationRows(JdbcClient client) {
        this.client = client;
    }

    void add(Invitation invitation, String hash, @Nullable AccountId by, Instant at) {
        client.sql("""
                        insert into invitations (id, organization, email, member_roles, staff_roles, hash, invited_by, created_at, expires_at)
                        values (:id, :organization, :email, string_to_array(:member, ','), string_to_array(:staff, ','), :hash, :by, :at, :expires)""")
                .param("id", invitation.id())
                .param(
                        "organization",
                        invitation.organization() == null
                                ? null
                                : invitation.organization().value())
                .param("email", invitation.email())
                .param("member", AccountRows.words(invitation.memberRoles()))
                .param("staff", AccountRows.words(invitation.staffRoles()))
                .param("hash", hash)
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(invitation.expiresAt()))
                .update();
    }

    Optional<Invitation> findOpen(String hash, Instant now) {
        return client.sql(OPEN + " and i.hash = :hash")
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(InvitationRows::invitation)
                .optional();
    }

    /** Open invitations to the organisation, or to the team where there is none; the newest first. */
    List<Invitation> open(@Nullable OrganizationId organization, Instant now) {
        return client.sql(OPEN + " and i.organization is not distinct from :organization order by i.created_at desc")
                .param("organization", organization == null ? null : organization.value(), Types.OTHER)
                .param("now", Timestamp.from(now))
                .query(InvitationRows::invitation)
                .list();
    }

    /** Whether this was the first use. */
    boolean use(Invitation invitation, Instant now) {
        return client.sql("update invitations set accepted_at = :now where id = :id and accepted_at is null")
                        .param("now", Timestamp.from(now))
                        .param("id", invitation.id())
                        .update()
                > 0;
    }

    /** Makes earlier links of the same sender's side to the address void. */
    void deleteOpen(String email, @Nullable OrganizationId organization) {
        client.sql("""
                        delete from invitations
                        where email = :email and organization is not distinct from :organization and accepted_at is null""")
                .param("email", email)
                .param("organization", organization == null ? null : organization.value(), Types.OTHER)
                .update();
    }

    /** Whether it was open. */
    boolean delete(Invitation invitation) {
        return client.sql("delete from invitations where id = :id and accepted_at is null")
                        .param("id", invitation.id())
                        .update()
                > 0;
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        var organization = row.getObject("organization", UUID.class);
        return new Invitation(
                row.getObject("id", UUID.class),
                organization == null ? null : new OrganizationId(organization),
                row.getString("email"),
                AccountRows.roles(row, "member_roles", MemberRole.class),
                AccountRows.roles(row, "staff_roles", StaffRole.class),
                row.getTimestamp("expires_at").toInstant());
    }
}
