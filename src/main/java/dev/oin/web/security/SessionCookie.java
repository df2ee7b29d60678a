package dev.oin.web.security;

import dev.oin.kernel.AccountId;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The session's cookie holds the session's id encrypted, so that no row of the database is a usable cookie. */
class SessionCookie implements CookieSerializer {

    private static final SecretOwner OWNER = new SecretOwner("web_session", new AccountId(new UUID(0, 0)), "id");

    private final CookieSerializer plain;
    private final Vault vault;

    SessionCookie(Vault vault) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("oin_session");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        this.plain = cookie;
        this.vault = vault;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        if (!value.getCookieValue().isEmpty()) {
            var sealed = vault.seal(new Secret(value.getCookieValue()), OWNER).text();
            plain.writeCookieValue(new CookieValue(value.getRequest(), value.getResponse(), urlSafe(sealed)));
        } else {
            plain.writeCookieValue(value);
        }
    }

    @Override
    public List<String> readCookieValues(jakarta.servlet.http.HttpServletRequest request) {
        return plain.readCookieValues(request).stream()
                .flatMap(value -> opened(value).stream())
                .toList();
    }

    private Optional<String> opened(String value) {
        try {
            return Optional.of(vault.open(new Sealed(value.replace('-', '+').replace('_', '/')), OWNER)
                    .reveal());
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private static String urlSafe(String base64) {
        return base64.replace('+', '-').replace('/', '_').replace("=", "");
    }
}
