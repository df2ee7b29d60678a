package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts. */
@Repository
class AccountRows implements Accounts {

    private static final String SELECT = """
            select a.*, case when a.staff_roles = '{}' then '{}'::uuid[] else employers_of(a.id, a.email) end as employers
            from accounts a where\s""";

    private final JdbcClient client;

    AccountRows(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return client.sql(SELECT + "id = :id")
                .param("id", id.value())
                .query(AccountRows::account)
                .optional();
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return client.sql(SELECT + "email = :email")
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .query(AccountRows::account)
                .optional();
    }

    @Override
    public Account get(AccountId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No account " + id));
    }

    @Override
    public List<Account> membersOf(OrganizationId organization) {
        return client.sql(SELECT + "organization = :organization order by display_name, email")
                .param("organization", organization.value())
                .query(AccountRows::account)
                .list();
    }

    @Override
    public List<Account> staff() {
        return client.sql(SELECT + "staff_roles <> '{}' order by display_name, email")
                .query(AccountRows::account)
                .list();
    }

    void add(Account account) {
        client.sql("""
                        insert into accounts (id, organization, email, display_name, member_roles, staff_roles, time_zone, disabled, created_at)
                        values (:id, :organization, :email, :name, string_to_array(:member, ','), string_to_array(:staff, ','), :zone, :disabled, :at)""")
                .param("id", account.id().value())
                .param(
                        "organization",
                        account.organization() == null
                                ? null
                                : account.organization().value())
                .param("email", account.email().toLowerCase(Locale.ROOT))
                .param("name", account.displayName())
                .param("member", words(account.memberRoles()))
                .param("staff", words(account.staffRoles()))
                .param("zone", account.timeZone().getId())
                .param("disabled", account.disabled())
                .param("at", Timestamp.from(account.createdAt()))
                .update();
    }

    void changeRoles(AccountId id, Set<MemberRole> member, Set<StaffRole> staff) {
        client.sql("""
                        update accounts set member_roles = string_to_array(:member, ','), staff_roles = string_to_array(:staff, ',')
                        where id = :id""")
                .param("member", words(member))
                .param("staff", words(staff))
                .param("id", id.value())
                .update();
    }

    void rename(AccountId id, String displayName, String email) {
        client.sql("update accounts set display_name = :name, email = :email where id = :id")
                .param("name", displayName)
                .param("email", email)
                .param("id", id.value())
                .update();
    }

    void disable(AccountId id, boolean disabled) {
        client.sql("update accounts set disabled = :disabled where id = :id")
                .param("disabled", disabled)
                .param("id", id.value())
                .update();
    }

    /** Until the transaction ends nobody else changes who belongs to the organisation. */
    void holdMembers(OrganizationId organization) {
        client.sql("select id from organizations where id = :id for update")
                .param("id", organization.value())
                .query(UUID.class)
                .optional();
    }

    /** Until the transaction ends nobody else changes who belongs to the team. */
    void holdStaff() {
        client.sql("select id from accounts where staff_roles <> '{}' order by id for update")
                .query(UUID.class)
                .list();
    }

    static String words(Set<? extends Enum<?>> roles) {
        return roles.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    static <R extends Enum<R>> Set<R> roles(ResultSet row, String column, Class<R> type) throws SQLException {
        var roles = EnumSet.noneOf(type);
        Arrays.stream((String[]) row.getArray(column).getArray())
                .map(name -> Enum.valueOf(type, name))
                .forEach(roles::add);
        return roles;
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var organization = row.getObject("organization", UUID.class);
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                organization == null ? null : new OrganizationId(organization),
                row.getString("email"),
                row.getString("display_name"),
                roles(row, "member_roles", MemberRole.class),
                roles(row, "staff_roles", StaffRole.class),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("disabled"),
                row.getTimestamp("created_at").toInstant(),
                Arrays.stream((UUID[]) row.getArray("employers").getArray())
                        .map(OrganizationId::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
