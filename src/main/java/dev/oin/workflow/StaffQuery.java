package dev.oin.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The engine's question for users, answered from the staff. */
class StaffQuery extends UserQueryImpl {

    private static final long serialVersionUID = 1;

    private final transient StaffSession staff;

    StaffQuery(StaffSession staff, @Nullable CommandExecutor executor) {
        super(executor);
        this.staff = staff;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        return page == null
                ? found().toList()
                : found().skip(page.getFirstResult())
                        .limit(page.getMaxResults())
                        .toList();
    }

    private Stream<User> found() {
        if (tenantId != null || procDefId != null) {
            return Stream.empty();
        }
        return staff.users(account -> true)
                .filter(user -> id == null || user.getId().equals(id))
                .filter(user -> ids == null || Arrays.asList(ids).contains(user.getId()))
                .filter(user -> equal(firstName, user.getFirstName()) && like(firstNameLike, user.getFirstName()))
                .filter(user -> equal(lastName, user.getLastName()) && like(lastNameLike, user.getLastName()))
                .filter(user -> equal(email, user.getEmail()) && like(emailLike, user.getEmail()))
                .filter(user -> groupId == null || staff.groupsOf(user.getId()).contains(groupId));
    }

    private static boolean equal(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static boolean like(@Nullable String pattern, String value) {
        return pattern == null
                || value.toLowerCase(Locale.ROOT)
                        .contains(pattern.replace("%", "").toLowerCase(Locale.ROOT));
    }
}
