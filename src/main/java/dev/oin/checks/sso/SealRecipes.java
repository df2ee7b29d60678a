package dev.oin.checks.sso;

import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.vault.Secret;
import dev.oin.vault.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Migration 211: seals the recipes that were kept readable, letter for letter, and drops their table with its file. */
@Component
class SealRecipes implements JavaMigration {

    private final Vault vault;

    SealRecipes(Vault vault) {
        this.vault = vault;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        seal(context.getConnection());
    }

    void seal(Connection connection) throws SQLException {
        try (var readable = connection.createStatement();
                var rows = readable.executeQuery(
                        "select submission, protocol, recipe::text, changed_at from oin.readable_recipes");
                var insert = connection.prepareStatement(
                        "insert into oin.sign_in_recipes (submission, protocol, sealed, changed_at) values (?, ?, ?, ?)")) {
            while (rows.next()) {
                var submission = rows.getObject("submission", UUID.class);
                var protocol = rows.getString("protocol");
                var owner = RecipeRows.owner(new SubmissionId(submission), Protocol.valueOf(protocol));
                insert.setObject(1, submission);
                insert.setString(2, protocol);
                insert.setString(
                        3,
                        vault.seal(new Secret(rows.getString("recipe")), owner).text());
                insert.setTimestamp(4, rows.getTimestamp("changed_at"));
                insert.executeUpdate();
            }
        }
        try (var drop = connection.createStatement()) {
            drop.execute("drop table oin.readable_recipes");
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("211");
    }

    @Override
    public String getDescription() {
        return "checks sealed recipes";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
