package dev.oin.sandbox.saml;

import dev.oin.kernel.Ids;
import dev.oin.sandbox.NameIdFormat;
import dev.oin.sandbox.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.opensaml.saml.saml2.core.NameID;
import org.springframework.stereotype.Component;

/** Names people towards apps (Core 8.3). */
@Component
final class NameIds {

    private final OpenSaml saml;
    private final Ids ids;

    NameIds(OpenSaml saml, Ids ids) {
        this.saml = saml;
        this.ids = ids;
    }

    NameID of(IdentityProvider provider, ServiceProvider app, NameIdFormat format, Person person) {
        var name = saml.make(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
        name.setFormat(format.uri());
        switch (format) {
            case EMAIL_ADDRESS, UNSPECIFIED -> name.setValue(person.email());
            case PERSISTENT -> {
                name.setValue(pseudonym(provider, app, person));
                name.setNameQualifier(provider.entityId());
                name.setSPNameQualifier(app.entityId());
            }
            case TRANSIENT -> {
                name.setValue("_" + ids.next());
                name.setNameQualifier(provider.entityId());
                name.setSPNameQualifier(app.entityId());
            }
        }
        return name;
    }

    /** The same at every sign-in, another one at every app; the person's id is random, so nobody can guess it back. */
    static String pseudonym(IdentityProvider provider, ServiceProvider app, Person person) {
        var text = String.join(
                "\n", provider.entityId(), app.entityId(), person.id().toString());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
