package dev.oin.review;

import dev.oin.submission.Content;
import dev.oin.submission.ContentFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says field by field how two contents differ. */
@Component
public class CompareContent {

    private static final List<String> RISKY = List.of(
            "variables",
            "saml.acs_url",
            "saml.acs_endpoints",
            "saml.audience",
            "oidc.redirect_uris",
            "scim.base_url",
            "scim.auth_mode",
            "ul.endpoint");

    /** The fields that differ, by key. */
    public List<Change> between(Content before, Content after) {
        var old = fields(before);
        var now = fields(after);
        var changes = new ArrayList<Change>();
        for (var key : ContentFields.changed(old, now)) {
            changes.add(new Change(
                    key,
                    old.getOrDefault(key, ""),
                    now.getOrDefault(key, ""),
                    RISKY.stream().anyMatch(key::startsWith)));
        }
        return changes;
    }

    /** Every field that holds a value, by key. */
    public Map<String, String> fields(Content content) {
        return ContentFields.of(content);
    }

    /**
     * A field that differs.
     *
     * @param risk whether customers' installs may break by it
     */
    public record Change(String field, String before, String after, boolean risk) {}
}
