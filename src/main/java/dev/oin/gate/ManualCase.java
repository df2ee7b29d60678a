package dev.oin.gate;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Content;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.GroupOperation;
import dev.oin.submission.Scim.UserOperation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A case of the manual SCIM plan, version 2 (scim-checks, part 1D).
 *
 * @param id the plan's number, such as {@code C9290}
 * @param feature the section of the plan
 * @param before what must be there before
 * @param coverage who can judge it
 */
public record ManualCase(String id, String feature, String before, String action, String expected, Coverage coverage) {

    private static final List<ManualCase> ALL = read();

    /** Who can judge a case. */
    public enum Coverage {
        /** A run against the SCIM server shows it. */
        AUTO,
        /** A run shows it, with a look into the app. */
        SEMI,
        /** A person. */
        PERSON,
        /** Nobody: what it tests is not offered. */
        NONE
    }

    /** All 61 cases, in the plan's order. */
    public static List<ManualCase> all() {
        return ALL;
    }

    static Optional<ManualCase> find(String id) {
        return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether the content declares what the case tests (testing-rules 6). */
    public boolean appliesTo(Content content) {
        var scim = content.configuration().scim();
        return content.has(Protocol.SCIM) && scim != null && coverage != Coverage.NONE && isDeclared(content, scim);
    }

    private boolean isDeclared(Content content, Scim scim) {
        var users = scim.userOps();
        var groups = scim.groupOps();
        return switch (feature) {
            case "Create" -> users.contains(UserOperation.CREATE);
            case "Update" -> users.contains(UserOperation.UPDATE) || users.contains(UserOperation.PATCH_USER);
            case "Deprovision" -> users.contains(UserOperation.DEACTIVATE);
            case "Password" -> users.contains(UserOperation.CHANGE_PASSWORD);
            case "Import groups" -> groups.contains(GroupOperation.READ);
            case "Group push" ->
                groups.contains(GroupOperation.CREATE)
                        || groups.contains(GroupOperation.UPDATE)
                        || groups.contains(GroupOperation.DELETE);
            default -> isOfSetting(content, scim);
        };
    }

    private boolean isOfSetting(Content content, Scim scim) {
        return switch (id) {
            case "C21902" -> scim.authMode() == Scim.AuthMode.OAUTH2;
            case "C9343" -> content.has(Protocol.SAML);
            default -> true;
        };
    }

    private static List<ManualCase> read() {
        var plan = Objects.requireNonNull(ManualCase.class.getResourceAsStream("/gate/manual-plan.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(plan, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new ManualCase(
                            cells[0], cells[1], cells[2], cells[3], cells[4], Coverage.valueOf(cells[5])))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
