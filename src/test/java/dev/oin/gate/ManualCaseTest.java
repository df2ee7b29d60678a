package dev.oin.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Scim;
import dev.oin.submission.Scim.GroupOperation;
import dev.oin.submission.Scim.UserOperation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manual plan has 61 cases; those of operations that are not declared do not apply (testing-rules 6). */
class ManualCaseTest {

    @Test
    void the_plan_has_61_cases_each_once() {
        assertThat(ManualCase.all()).hasSize(61).extracting(ManualCase::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE,          Create,      7",
        "UPDATE,          Update,      4",
        "PATCH_USER,      Update,      4",
        "DEACTIVATE,      Deprovision, 4",
        "CHANGE_PASSWORD, Password,    2"
    })
    void a_user_operation_brings_its_cases(UserOperation operation, String feature, int cases) {
        assertThat(applicable(content(Set.of(operation), Set.of())))
                .filteredOn(one -> one.feature().equals(feature))
                .hasSize(cases);
        assertThat(applicable(content(Set.of(UserOperation.READ), Set.of())))
                .extracting(ManualCase::feature)
                .doesNotContain(feature)
                .contains("Import users");
    }

    @Test
    void groups_bring_import_and_push() {
        var pushed = applicable(content(Set.of(), Set.of(GroupOperation.READ, GroupOperation.UPDATE)));

        assertThat(pushed).extracting(ManualCase::feature).contains("Import groups", "Group push");
        assertThat(applicable(content(Set.of(), Set.of(GroupOperation.READ))))
                .extracting(ManualCase::feature)
                .contains("Import groups")
                .doesNotContain("Group push");
    }

    @Test
    void what_is_not_offered_never_applies() {
        var all = applicable(content(EnumSet.allOf(UserOperation.class), EnumSet.allOf(GroupOperation.class)));

        assertThat(all)
                .extracting(ManualCase::id)
                .doesNotContain("C9342", "C9359", "C9360", "C9361", "C9343", "C21902");
        assertThat(applicable(Content.of(Set.of(Protocol.SAML)))).isEmpty();
    }

    private static List<ManualCase> applicable(Content content) {
        return ManualCase.all().stream().filter(one -> one.appliesTo(content)).toList();
    }

    private static Content content(Set<UserOperation> users, Set<GroupOperation> groups) {
        var scim = new Scim(
                "https://scim.example/v2",
                null,
                Scim.AuthMode.BEARER,
                null,
                List.copyOf(users),
                List.copyOf(groups),
                null,
                null,
                null);
        return new Content(
                Set.of(Protocol.SCIM),
                new Configuration(null, null, null, null, scim, null),
                null,
                Content.of(Set.of()).testInformation());
    }
}
