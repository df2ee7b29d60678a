package dev.oin.account;

import dev.oin.vault.Secret;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The local demo, which exists only without a configured database.
 *
 * @param enabled whether to make demo accounts at all
 * @param isvToken becomes an API token of the ISV's super admin ({@code OIN_DEMO_ISV_TOKEN})
 * @param staffToken becomes an API token of the lead ({@code OIN_DEMO_STAFF_TOKEN})
 * @param accountsFile where the sign-in data are kept, readable by its owner only
 */
@ConfigurationProperties("oin.demo")
public record DemoProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") Secret isvToken,
        @DefaultValue("") Secret staffToken,
        @DefaultValue("./data/demo-accounts.txt") Path accountsFile) {}
