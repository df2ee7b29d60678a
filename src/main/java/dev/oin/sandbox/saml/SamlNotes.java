package dev.oin.sandbox.saml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sign-in log says about SAML. */
final class SamlNotes {

    private SamlNotes() {}

    static Map<String, String> of(SamlRequest request, ServiceProvider app, @Nullable String relayState) {
        var notes = new LinkedHashMap<String, String>();
        notes.put("id", request.id());
        notes.put("binding", request.binding().name());
        notes.put("signature", request.signature().words());
        notes.put("version", request.version());
        put(notes, "issue_instant", request.issueInstant());
        put(notes, "issuer", request.issuer());
        put(notes, "destination", request.destination());
        put(notes, "acs_url", request.acsUrl());
        var index = request.acsIndex();
        put(notes, "acs_index", index);
        if (index != null && app.isDefault(index)) {
            notes.put("acs_note", "No address is registered under this index; it is taken for the ACS URL's.");
        }
        put(notes, "protocol_binding", request.protocolBinding());
        put(notes, "name_id_format", request.nameIdFormat());
        put(notes, "relay_state", relayState);
        notes.put("force_authn", String.valueOf(request.forceAuthn()));
        notes.put("is_passive", String.valueOf(request.passive()));
        notes.put("xml", request.xml());
        return notes;
    }

    static Map<String, String> of(Reply reply) {
        var notes = new LinkedHashMap<String, String>();
        notes.put("acs", reply.acs());
        notes.put("name_id_format", reply.format().uri());
        notes.put("initiated_by", reply.inResponseTo() == null ? "IDP" : "SP");
        put(notes, "in_response_to", reply.inResponseTo());
        put(notes, "relay_state", reply.relayState());
        return notes;
    }

    static Map<String, String> of(String acs, @Nullable String request, Denial denial) {
        var notes = new LinkedHashMap<String, String>();
        notes.put("acs", acs);
        notes.put("status", denial.detail());
        notes.put("message", denial.message());
        put(notes, "in_response_to", request);
        return notes;
    }

    private static void put(Map<String, String> notes, String name, @Nullable Object value) {
        if (value != null) {
            notes.put(name, value.toString());
        }
    }
}
