package dev.oin.sandbox.saml;

import dev.oin.sandbox.login.AppLauncher.Launch;
import java.util.LinkedHashMap;

/** The form that carries an answer (Bind 3.5.4). */
final class SamlForm {

    private SamlForm() {}

    static Launch.Form of(SamlAnswer answer) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("SAMLResponse", answer.encoded());
        var relayState = answer.relayState();
        if (relayState != null) {
            fields.put("RelayState", relayState);
        }
        return new Launch.Form(answer.acs(), fields);
    }
}
