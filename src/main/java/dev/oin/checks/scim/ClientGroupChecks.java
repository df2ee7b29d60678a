package dev.oin.checks.scim;

import static dev.oin.checks.scim.Observation.accepted;
import static dev.oin.checks.scim.Observation.seen;
import static dev.oin.checks.scim.Observation.value;
import static dev.oin.checks.scim.Observation.when;

import dev.oin.sandbox.scim.Members;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimReply;
import java.util.List;

/** What the provisioning client needs of groups (scim-checks 2.1). */
final class ClientGroupChecks {

    private ClientGroupChecks() {}

    static void add(StrictList list) {
        list.about(Concern.GROUPS)
                .check(
                        "VP-12",
                        Level.CLIENT,
                        "RFC 7644 section 3.4.2.2",
                        "Groups can be looked up by displayName",
                        "Support displayName eq on /Groups.",
                        lab -> seen(
                                lab.get("/Groups?filter="
                                        + ScimClient.encoded("displayName eq \"no such group at all\"")),
                                answer -> value(answer, "$.totalResults", "0")));
        list.about(Concern.GROUP_UPDATE)
                .check(
                        "VP-06",
                        Level.CLIENT,
                        "RFC 7644 section 3.5.2.3",
                        "PATCH replace without a path renames a group",
                        "Apply displayName from the value, and ignore the id in it.",
                        lab -> lab.withGroup(group -> accepted(
                                lab.patch(
                                        group.groupPath(),
                                        "{\"op\":\"replace\",\"value\":{\"id\":" + ScimLab.json(group.id())
                                                + ",\"displayName\":" + ScimLab.json(group.name() + " renamed") + "}}"),
                                () -> lab.changed(
                                        group.groupPath(),
                                        answer -> value(answer, "$.displayName", group.name() + " renamed")))))
                .check(
                        "VP-07",
                        Level.CLIENT,
                        "RFC 7644 section 3.5.2",
                        "One PATCH removes and adds members, in this order",
                        "Apply all operations of a request, one after the other.",
                        lab -> lab.withUser(one -> lab.withUser(other -> lab.withGroup(group -> {
                            lab.patch(group.groupPath(), addMember(one.id()));
                            return members(
                                    lab,
                                    group,
                                    lab.patch(group.groupPath(), removeMember(one.id()) + ',' + addMember(other.id())),
                                    other.id());
                        }))))
                .check(
                        "VP-08",
                        Level.CLIENT,
                        "RFC 7644 section 3.5.2.3",
                        "PATCH replace of members replaces the set",
                        "Put the given members in the place of all others.",
                        lab -> lab.withUser(one -> lab.withUser(other -> lab.withGroup(group -> {
                            lab.patch(group.groupPath(), addMember(one.id()));
                            return members(
                                    lab,
                                    group,
                                    lab.patch(
                                            group.groupPath(),
                                            "{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":"
                                                    + ScimLab.json(other.id()) + "}]}"),
                                    other.id());
                        }))));
    }

    static String addMember(String id) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":" + ScimLab.json(id) + "}]}";
    }

    static String removeMember(String id) {
        return "{\"op\":\"remove\",\"path\":" + ScimLab.json("members[value eq " + ScimClient.quoted(id) + ']') + '}';
    }

    /** Whether the group has these members after the change. */
    static Observation members(ScimLab lab, ScimLab.Made group, ScimReply change, String... ids) {
        return accepted(change, () -> lab.late(() -> members(lab, group, ids)));
    }

    private static Observation members(ScimLab lab, ScimLab.Made group, String... ids) {
        return seen(shown(lab, group), answer -> {
            if (answer.isSuccess() && !answer.at("$.members").isArray() && ids.length > 0) {
                return new Observation.Unclear(
                        "The group is read without members (VP-09 allows that).",
                        "Nothing has to change. Show members where attributes=members asks for them, and this can be judged.");
            }
            var members = Members.of(answer.body());
            return when(
                    answer.status() == 200 && members.size() == ids.length && members.containsAll(List.of(ids)),
                    "members " + members);
        });
    }

    /** Members may be shown only where they are asked for. */
    private static ScimReply shown(ScimLab lab, ScimLab.Made group) {
        var reply = lab.get(group.groupPath());
        return reply instanceof ScimReply.Answer answer
                        && answer.isSuccess()
                        && !answer.at("$.members").isArray()
                ? lab.get(group.groupPath() + "?attributes=displayName,members")
                : reply;
    }
}
