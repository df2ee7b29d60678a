package dev.oin.web.frame;

import dev.oin.kernel.AccountId;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.io.Serializable;
import java.util.UUID;

/**
 * A secret on its way to the next page, where it is shown once; lies encrypted in the session, because sessions lie in the
 * database. The model attribute of a page that is drawn holds the text itself.
 */
public record ShownOnce(String sealed) implements Serializable {

    private static final SecretOwner OWNER = new SecretOwner("web_session", new AccountId(new UUID(0, 0)), "flash");

    /** Seals the text for the way. */
    public static ShownOnce of(String text, Vault vault) {
        return new ShownOnce(vault.seal(new Secret(text), OWNER).text());
    }

    String open(Vault vault) {
        return vault.open(new Sealed(sealed), OWNER).reveal();
    }
}
