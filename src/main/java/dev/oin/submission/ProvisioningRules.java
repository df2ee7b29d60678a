package dev.oin.submission;

import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Scim.GroupOperation;
import dev.oin.submission.Scim.Mapping;
import dev.oin.submission.Scim.ScimObject;
import dev.oin.submission.Scim.UserOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on provisioning that look at more than one field (submission-rules 8 and 9). */
final class ProvisioningRules {

    private static final List<String> BASE_ATTRIBUTES =
            List.of("userName", "name.givenName", "name.familyName", "emails");

    private final Content content;
    private final FieldValues values;
    private final List<Problem> problems = new ArrayList<>();

    private ProvisioningRules(Content content, FieldValues values) {
        this.content = content;
        this.values = values;
    }

    static List<Problem> problems(Content content, FieldValues values) {
        var rules = new ProvisioningRules(content, values);
        rules.scim();
        rules.entitlements();
        return rules.problems;
    }

    private void scim() {
        var scim = content.configuration().scim();
        if (!content.has(Protocol.SCIM) || scim == null) {
            return;
        }
        if (!scim.objects().isEmpty() && !scim.objects().contains(ScimObject.USERS)) {
            error("scim.objects", "scim.objects.required", "Users are always managed. Tick users.");
        }
        if (!scim.userOps().isEmpty() && !scim.userOps().contains(UserOperation.READ)) {
            error("scim.user_ops", "scim.user_ops.required", "Reading users is required.");
        }
        var groupsWithoutReading = scim.objects().contains(ScimObject.GROUPS)
                && !scim.groupOps().isEmpty()
                && !scim.groupOps().contains(GroupOperation.READ);
        if (groupsWithoutReading) {
            error("scim.group_ops", "X-6", "Reading groups is required.");
        }
        mappings(scim.mappings());
        if (!scim.userOps().contains(UserOperation.UPDATE)) {
            Stream.of(UserOperation.PATCH_USER, UserOperation.CHANGE_PASSWORD)
                    .filter(scim.userOps()::contains)
                    .forEach(operation -> problems.add(Problem.warning(
                            "scim.user_ops",
                            "scim.user_ops.update",
                            "%s without updating users has no effect. Tick Update user attributes too."
                                    .formatted(operation))));
        }
    }

    /** Base attributes have to be written to the app; no attribute is written twice (section 8.1). */
    private void mappings(List<Mapping> mappings) {
        var written = new HashSet<String>();
        for (var row = 0; row < mappings.size(); row++) {
            var mapping = mappings.get(row);
            var isTwice = mapping.target() != null && !written.add(mapping.direction() + " " + mapping.target());
            if (isTwice) {
                error(
                        "scim.mappings[%d].target".formatted(row),
                        "scim.mappings[].target.unique",
                        "The attribute %s is written twice. Take one mapping out.".formatted(mapping.target()));
            }
        }
        var missing = BASE_ATTRIBUTES.stream()
                .filter(attribute -> !written.contains(Mapping.Direction.TO_APP + " " + attribute))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() && !mappings.isEmpty()) {
            error("scim.mappings", "scim.mappings.base", "Map these to the app too: %s.".formatted(missing));
        }
    }

    private void entitlements() {
        if (!content.has(Protocol.ENTITLEMENTS)) {
            return;
        }
        problems.addAll(values.repeated("ent.types[].resource_type", "Each entitlement type may be named once."));
        for (var endpoint : values.of(Fields.get("ent.types[].endpoint"))) {
            if (!endpoint.isMissing() && !Entitlements.isEndpoint(endpoint.text())) {
                error(
                        endpoint.key(),
                        "ent.types[].endpoint.format",
                        "An endpoint is a path below the base URL that starts with a slash, such as /Licenses.");
            }
        }
    }

    private void error(String field, String rule, String message) {
        problems.add(Problem.error(field, rule, message));
    }
}
