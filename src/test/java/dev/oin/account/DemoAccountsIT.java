package dev.oin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oin.kernel.Ids;
import dev.oin.storage.database.OinRepositoryTest;
import dev.oin.vault.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OinRepositoryTest
class DemoAccountsIT {

    @TempDir
    Path data;

    private final JdbcClient client;
    private final TransactionTemplate transaction;

    DemoAccountsIT(@Autowired JdbcClient client, @Autowired PlatformTransactionManager transactions) {
        this.client = client;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void each_role_can_sign_in_with_the_data_in_the_file() throws IOException {
        start();

        var lines = Files.readAllLines(data.resolve("demo-accounts.txt"));
        assertThat(lines).hasSize(5).allSatisfy(line -> {
            var words = line.strip().split("\\s{2,}");
            assertThat(signIn().attempt(words[1], words[2], "192.0.2.1")).isInstanceOf(SignIn.Outcome.SignedIn.class);
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("demo-accounts.txt"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_start_changes_nothing() throws IOException {
        start();
        var kept = Files.readString(data.resolve("demo-accounts.txt"));

        start();

        assertThat(Files.readString(data.resolve("demo-accounts.txt"))).isEqualTo(kept);
        assertThat(client.sql("select count(*) from accounts")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(client.sql("select count(*) from api_tokens")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_tokens_from_the_environment_are_the_super_admins_and_the_leads() {
        start();

        assertThat(tokens().resolve("isv-token-from-outside")).hasValueSatisfying(bearer -> {
            assertThat(bearer.caller().email()).isEqualTo("ada@acme.test");
            assertThat(bearer.caller().mayTestAndSubmit()).isTrue();
        });
        assertThat(tokens().resolve("staff-token-from-outside"))
                .hasValueSatisfying(
                        bearer -> assertThat(bearer.caller().isLead()).isTrue());
    }

    private void start() {
        var properties = new DemoProperties(
                true,
                new Secret("isv-token-from-outside"),
                new Secret("staff-token-from-outside"),
                data.resolve("demo-accounts.txt"));
        new DemoAccounts(
                        new OrganizationRows(client),
                        new AccountRows(client),
                        new Passwords(client),
                        tokens(),
                        secrets(),
                        properties,
                        transaction,
                        ids(),
                        Clock.systemUTC())
                .run(new DefaultApplicationArguments());
    }

    private SignIn signIn() {
        return new SignIn(
                new AccountRows(client),
                new Passwords(client),
                new SignInAttempts(client, properties()),
                Clock.systemUTC());
    }

    private ApiTokens tokens() {
        return new ApiTokens(
                new TokenRows(client),
                new AccountRows(client),
                secrets(),
                new AccountAudit(client, ids(), Clock.systemUTC()),
                properties(),
                ids(),
                Clock.systemUTC());
    }

    private static AccountProperties properties() {
        return new AccountProperties(
                5,
                Duration.ofMinutes(15),
                Duration.ofHours(4),
                Duration.ofDays(366),
                Duration.ofDays(7),
                Duration.ofHours(1),
                "https://oin.example");
    }

    private static Secrets secrets() {
        return new Secrets(new SecureRandom());
    }

    private static Ids ids() {
        return UUID::randomUUID;
    }
}
