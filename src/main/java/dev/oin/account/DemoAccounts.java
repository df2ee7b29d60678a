package dev.oin.account;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.Ids;
import dev.oin.kernel.OrganizationId;
import dev.oin.vault.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the demo's organisation, accounts and tokens at the first start; new passwords whenever the file that keeps them is gone. */
@Component
@OnlyInDemo
@Order(10)
class DemoAccounts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final OrganizationRows organizations;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final Secrets secrets;
    private final DemoProperties properties;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    DemoAccounts(
            OrganizationRows organizations,
            AccountRows accounts,
            Passwords passwords,
            ApiTokens tokens,
            Secrets secrets,
            DemoProperties properties,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.secrets = secrets;
        this.properties = properties;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(open -> make());
        LOG.info("Demo accounts: the sign-in data are in {}", properties.accountsFile());
    }

    private void make() {
        var organization = organization();
        var needsPasswords = !Files.exists(properties.accountsFile());
        var lines = new ArrayList<String>();
        for (var demo : DemoAccount.values()) {
            var account = accounts.findByEmail(demo.email()).orElseGet(() -> add(demo, organization));
            if (needsPasswords) {
                var password = secrets.next().substring(0, 16);
                passwords.set(account.id(), password);
                lines.add("%-16s  %-16s  %s".formatted(demo.role(), demo.email(), password));
            }
            adoptToken(demo, account);
        }
        if (needsPasswords) {
            keep(lines);
        }
    }

    private OrganizationId organization() {
        return organizations
                .find(DemoAccount.ORGANIZATION)
                .map(Organization::id)
                .orElseGet(() -> {
                    var id = new OrganizationId(ids.next());
                    organizations.add(new Organization(
                            id, DemoAccount.ORGANIZATION, "Acme", Set.of(DemoAccount.DOMAIN), clock.instant()));
                    return id;
                });
    }

    private Account add(DemoAccount demo, OrganizationId organization) {
        var account = new Account(
                new AccountId(ids.next()),
                demo.memberRoles().isEmpty() ? null : organization,
                demo.email(),
                demo.displayName(),
                demo.memberRoles(),
                demo.staffRoles(),
                ZoneId.of("UTC"),
                false,
                clock.instant());
        accounts.add(account);
        return account;
    }

    private void adoptToken(DemoAccount demo, Account account) {
        var text = switch (demo) {
            case SUPER_ADMIN -> properties.isvToken();
            case LEAD -> properties.staffToken();
            case ANALYST, MANAGER, ADMINISTRATOR -> new Secret("");
        };
        if (!text.reveal().isBlank()) {
            tokens.adopt(account.id(), text.reveal(), "demo");
        }
    }

    private void keep(List<String> lines) {
        try {
            var file = properties.accountsFile();
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            create(file);
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
