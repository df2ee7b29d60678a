package dev.oin.workflow;

import dev.oin.account.Account;
import dev.oin.account.Accounts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** The staff as the engine's users: named by their account's id, in the groups of their roles. */
class StaffSession implements ReadOnlyIdentityProvider {

    private final Accounts accounts;

    StaffSession(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return users(account -> account.id().toString().equals(id)).findFirst().orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new StaffQuery(this, executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new StaffQuery(this, null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Staff are not in the engine's tables");
    }

    /** Nobody signs in through the engine. */
    @Override
    public boolean checkPassword(String user, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return groups().filter(group -> group.getId().equals(id)).findFirst().orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new StaffGroupQuery(this, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new StaffGroupQuery(this, null);
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {
        // nothing is ever changed here
    }

    @Override
    public void close() {
        // nothing is held open
    }

    Stream<User> users(Predicate<Account> which) {
        return accounts.staff().stream()
                .filter(account -> !account.disabled())
                .filter(which)
                .map(StaffSession::user);
    }

    Stream<Group> groups() {
        return Arrays.stream(StaffGroup.values()).map(StaffSession::group);
    }

    /** The groups of the account; none where it is no staff. */
    List<String> groupsOf(String id) {
        return accounts.staff().stream()
                .filter(account ->
                        !account.disabled() && account.id().toString().equals(id))
                .flatMap(account -> StaffGroup.of(account.staffRoles()).stream())
                .map(StaffGroup::id)
                .toList();
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    private static User user(Account account) {
        var user = new UserEntity(account.id().toString());
        user.setFirstName(account.displayName());
        user.setLastName("");
        user.setEmail(account.email());
        return user;
    }

    private static Group group(StaffGroup staff) {
        var group = new GroupEntity(staff.id());
        group.setName(staff.label());
        group.setType("WORKFLOW");
        return group;
    }
}
