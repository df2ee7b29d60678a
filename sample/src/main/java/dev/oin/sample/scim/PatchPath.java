package dev.oin.sample.scim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a PATCH operation aims at (RFC 7644 figure 7).
 *
 * @param condition which elements of a plural attribute are meant; all, when there is none
 * @param elementSub the sub-attribute of those elements
 */
record PatchPath(
        AttributePath path,
        Attribute attribute,
        @Nullable Filter condition,
        @Nullable Attribute elementSub) {

    private static final Pattern VALUE_PATH = Pattern.compile("([^\\[\\]]+)\\[(.*)](?:\\.([A-Za-z$][A-Za-z0-9$_-]*))?");

    static PatchPath parse(String text, ResourceType type) {
        Matcher valuePath = VALUE_PATH.matcher(text);
        boolean conditional = valuePath.matches();
        AttributePath path = AttributePath.parse(conditional ? valuePath.group(1) : text.strip(), type)
                .filter(AttributePath::isKnown)
                .orElseThrow(() -> wrong(text));
        Attribute attribute = Optional.ofNullable(path.attribute()).orElseThrow(() -> wrong(text));
        if (attribute.isReadOnly() || "schemas".equals(attribute.name())) {
            throw ScimProblem.bad("mutability", attribute.name() + " cannot be changed");
        }
        if (!conditional) {
            return new PatchPath(path, attribute, null, null);
        }
        if (!attribute.multiValued() || path.subName() != null) {
            throw wrong(text);
        }
        String sub = valuePath.group(3);
        Attribute elementSub = sub == null ? null : attribute.sub(sub).orElseThrow(() -> wrong(text));
        return new PatchPath(path, attribute, condition(valuePath.group(2), path, type, text), elementSub);
    }

    private static Filter condition(String text, AttributePath path, ResourceType type, String whole) {
        try {
            return FilterParser.parseElement(text, path, type);
        } catch (ScimProblem e) {
            throw wrong(whole);
        }
    }

    private static ScimProblem wrong(String text) {
        String shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return ScimProblem.bad("invalidPath", shown + " is not a path of this resource");
    }
}
