package dev.oin.checks.scim;

import dev.oin.sandbox.scim.GroupCalls;
import dev.oin.sandbox.scim.Provisioned;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.ScimObject;
import java.util.List;
import java.util.Set;

/** The group that the CRUD suite pushes, as far as the app manages groups. */
interface TestGroups {

    /** For apps without groups. */
    TestGroups NONE = new TestGroups() {};

    /** The group is pushed with its member. */
    default Provisioned pushed(String name, String member) {
        return new Provisioned.NotDeclared("groups");
    }

    /** The member left. */
    default Provisioned removed(String id, String member) {
        return new Provisioned.NotDeclared("groups");
    }

    /** Has another name. */
    default Provisioned renamed(String id, String name) {
        return new Provisioned.NotDeclared("groups");
    }

    /** Is deleted. */
    default Provisioned deleted(String id) {
        return new Provisioned.NotDeclared("groups");
    }

    /** The app's groups. */
    static TestGroups of(ScimClient client, Scim declared) {
        return declared.objects().contains(ScimObject.GROUPS)
                ? of(new GroupCalls(client, Set.copyOf(declared.groupOps())))
                : NONE;
    }

    private static TestGroups of(GroupCalls calls) {
        return new TestGroups() {

            @Override
            public Provisioned pushed(String name, String member) {
                return calls.pushed(name, List.of(member));
            }

            @Override
            public Provisioned removed(String id, String member) {
                return calls.removed(id, member);
            }

            @Override
            public Provisioned renamed(String id, String name) {
                return calls.renamed(id, name);
            }

            @Override
            public Provisioned deleted(String id) {
                return calls.deleted(id);
            }
        };
    }
}
