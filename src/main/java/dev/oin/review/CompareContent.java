package dev.oin.review;

import dev.oin.submission.CompareContents;
import dev.oin.submission.Content;
import dev.oin.submission.ContentFields;
import dev.oin.submission.Field;
import dev.oin.submission.Fields;
import dev.oin.submission.Format;
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

    /** The fields that differ, by key; rows by what names them. */
    public List<Change> between(Content before, Content after) {
        return CompareContents.between(before, after).stream()
                .map(difference -> new Change(
                        pathOf(difference.field()),
                        difference.before(),
                        difference.after(),
                        RISKY.stream().anyMatch(difference.field()::startsWith)))
                .toList();
    }

    /** Catalog fields are named by where they stand in the document. */
    private static String pathOf(String field) {
        return Fields.find(field)
                .filter(known -> known.format() != Format.IMAGE)
                .map(Field::path)
                .filter(path -> path.startsWith("catalog."))
                .orElse(field);
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
