package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.status;

import dev.oin.checks.scim.Observation.Right;
import java.util.List;
import java.util.function.BiFunction;

/** Groups (scim-checks 2.7). */
final class GroupChecks {

    private GroupChecks() {}

    static List<StrictCheck> all() {
        var list = new StrictList();
        groups(list);
        return list.checks();
    }

    private static void groups(StrictList list) {
        list.about(Concern.GROUP_CREATE)
                .check(
                        "GR-01",
                        Level.MUST,
                        "RFC 7643 section 4.2",
                        "An empty group is created",
                        "Accept a group without members.",
                        lab -> lab.withGroup(group -> new Right("status 201")))
                .check(
                        "GR-02",
                        Level.MUST,
                        "RFC 7643 section 4.2",
                        "A group without displayName is refused with 400",
                        "Answer 400 with scimType invalidValue.",
                        lab -> {
                            var group = lab.newGroup();
                            group.remove("displayName");
                            return status(lab.post("/Groups", group), 400);
                        });
        list.about(Concern.GROUP_UPDATE)
                .check(
                        "GR-03",
                        Level.MUST,
                        "RFC 7644 section 3.5.2.1",
                        "A member added twice is a member once",
                        "Ignore members who are there already.",
                        lab -> withMember(
                                lab,
                                (group, user) -> ClientGroupChecks.members(
                                        lab,
                                        group,
                                        lab.patch(group.groupPath(), ClientGroupChecks.addMember(user.id())),
                                        user.id())))
                .check(
                        "GR-04",
                        Level.SHOULD,
                        "",
                        "An unknown member is refused, not failed on",
                        "Answer 400 or 404.",
                        lab -> lab.withGroup(group -> status(
                                lab.patch(group.groupPath(), ClientGroupChecks.addMember("no-such-user")),
                                400,
                                404,
                                200,
                                204)))
                .check(
                        "GR-05",
                        Level.SHOULD,
                        "",
                        "Removing somebody who is no member does no harm",
                        "Answer 200 or 204, and change nothing.",
                        lab -> lab.withUser(user -> lab.withGroup(group -> status(
                                lab.patch(group.groupPath(), ClientGroupChecks.removeMember(user.id())),
                                200,
                                204,
                                400))))
                .check(
                        "GR-07",
                        Level.CLIENT,
                        "",
                        "Deleting a group keeps its members' accounts",
                        "Delete the group alone.",
                        lab -> withMember(lab, (group, user) -> {
                            lab.delete(group.groupPath());
                            return status(lab.get(user.path()), 200);
                        }));
    }

    /** Of a group with a member; how members join is VP-07's. */
    private static Observation withMember(
            ScimLab lab, BiFunction<ScimLab.Made, ScimLab.Made, Observation> conversation) {
        return lab.withUser(user -> lab.withGroup(group -> Observation.seen(
                lab.patch(group.groupPath(), ClientGroupChecks.addMember(user.id())),
                added -> added.isSuccess()
                        ? conversation.apply(group, user)
                        : new Observation.Unclear(
                                "Adding a member was answered with " + Observation.words(added) + '.',
                                "Repair VP-07 first."))));
    }
}
