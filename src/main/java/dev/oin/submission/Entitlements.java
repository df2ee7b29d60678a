package dev.oin.submission;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entitlement section of page 2 (submission-rules 9): which kinds of roles and entitlements the app offers. */
public record Entitlements(List<Type> types) {

    private static final Pattern ENDPOINT = Pattern.compile("(?:/[A-Za-z0-9._~-]+)+");

    public Entitlements(@Nullable List<Type> types) {
        this.types = types == null ? List.of() : List.copyOf(types);
    }

    /** Whether the text is a path below the SCIM base URL, which can be asked for what it lists. */
    public static boolean isEndpoint(String text) {
        return ENDPOINT.matcher(text).matches() && !text.contains("..");
    }

    /** The type with the name, if it is declared. */
    public Optional<Type> type(String resourceType) {
        return types.stream()
                .filter(type -> resourceType.equals(type.resourceType()))
                .findFirst();
    }

    /**
     * A kind of roles or entitlements.
     *
     * @param resourceType the name in the app's list of resource types, such as {@code License}
     * @param endpoint where the app lists them, such as {@code /Licenses}
     * @param required whether nobody is assigned without one
     * @param multiValued whether somebody may have more than one
     * @param map the names of their attributes
     */
    public record Type(
            @Nullable String resourceType,
            @Nullable String endpoint,
            Boolean required,
            Boolean multiValued,
            @Nullable String description,
            Names map) {

        public Type(
                @Nullable String resourceType,
                @Nullable String endpoint,
                @Nullable Boolean required,
                @Nullable Boolean multiValued,
                @Nullable String description,
                @Nullable Names map) {
            this.resourceType = resourceType;
            this.endpoint = endpoint;
            this.required = required != null && required;
            this.multiValued = multiValued != null && multiValued;
            this.description = description;
            this.map = map == null ? Names.USUAL : map;
        }
    }

    /** What the app calls the attributes of a role or entitlement. */
    public record Names(
            @Nullable String id,
            @Nullable String displayName,
            @Nullable String description) {

        /** As in the standard schemas. */
        public static final Names USUAL = new Names("id", "displayName", "description");
    }
}
