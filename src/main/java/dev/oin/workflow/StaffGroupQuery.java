package dev.oin.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** The engine's question for groups, answered from the staff's roles. */
class StaffGroupQuery extends GroupQueryImpl {

    private static final long serialVersionUID = 1;

    private final transient StaffSession staff;

    StaffGroupQuery(StaffSession staff, @Nullable CommandExecutor executor) {
        super(executor);
        this.staff = staff;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        return page == null
                ? found().toList()
                : found().skip(page.getFirstResult())
                        .limit(page.getMaxResults())
                        .toList();
    }

    private Stream<Group> found() {
        if (tenantId != null || procDefId != null) {
            return Stream.empty();
        }
        return staff.groups()
                .filter(group -> id == null || group.getId().equals(id))
                .filter(group -> ids == null || Arrays.asList(ids).contains(group.getId()))
                .filter(group -> name == null || group.getName().equals(name))
                .filter(group -> type == null || group.getType().equals(type))
                .filter(group -> userId == null || staff.groupsOf(userId).contains(group.getId()));
    }
}
