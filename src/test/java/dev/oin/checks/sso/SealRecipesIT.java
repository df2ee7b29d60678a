package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.Vault;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SealRecipesIT extends OnCheckedSandbox {

    private static final String READABLE = """
            create table oin.readable_recipes (submission uuid not null, protocol text not null, recipe jsonb not null,
                changed_at timestamptz not null)""";

    @Autowired
    private DataSource database;

    @Autowired
    private Vault vault;

    @Autowired
    private RecipeRows recipes;

    @Test
    void the_start_has_left_no_readable_recipes() {
        assertThat(isThere("oin.readable_recipes")).isFalse();
    }

    @Test
    void loses_nothing_of_a_recipe_that_was_kept_readable() throws SQLException {
        client.sql(READABLE).update();
        var submission = new SubmissionId(UUID.randomUUID());
        keepReadable(submission, "SAML", "{\"before\":[{\"type\":\"hunter2 ü\",\"into\":\"#code\"}],\"later\":[1]}");
        keepReadable(submission, "OIDC", "{\"signed_in\":{\"text\":\"Welcome\"}}");

        try (var connection = database.getConnection()) {
            new SealRecipes(vault).seal(connection);
        }

        var before = recipes.of(submission, Protocol.SAML).before().getFirst();
        assertThat(before.secret()).contains(new Secret("hunter2 ü"));
        assertThat(recipes.of(submission, Protocol.OIDC).signedIn()).isNotNull();
        assertThat(isThere("oin.readable_recipes")).isFalse();
        var sealed = client.sql("select sealed from sign_in_recipes where submission = ? and protocol = 'SAML'")
                .param(submission.value())
                .query(String.class)
                .single();
        assertThat(vault.open(new Sealed(sealed), RecipeRows.owner(submission, Protocol.SAML))
                        .reveal())
                .contains("later");
    }

    private void keepReadable(SubmissionId submission, String protocol, String recipe) {
        client.sql("insert into oin.readable_recipes values (?, ?, ?::jsonb, now())")
                .params(submission.value(), protocol, recipe)
                .update();
    }

    private boolean isThere(String table) {
        return client.sql("select to_regclass(?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }
}
