package dev.oin.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SAML section of page 2 (submission-rules 7). */
public record Saml(
        @Nullable String acsUrl,
        List<AcsEndpoint> acsEndpoints,
        @Nullable String audience,
        List<Attribute> attributes,
        List<GroupAttribute> groupAttributes,
        @Nullable String configGuideUrl) {

    public Saml(
            @Nullable String acsUrl,
            @Nullable List<AcsEndpoint> acsEndpoints,
            @Nullable String audience,
            @Nullable List<Attribute> attributes,
            @Nullable List<GroupAttribute> groupAttributes,
            @Nullable String configGuideUrl) {
        this.acsUrl = acsUrl;
        this.acsEndpoints = acsEndpoints == null ? List.of() : List.copyOf(acsEndpoints);
        this.audience = audience;
        this.attributes = attributes == null ? List.of() : List.copyOf(attributes);
        this.groupAttributes = groupAttributes == null ? List.of() : List.copyOf(groupAttributes);
        this.configGuideUrl = configGuideUrl;
    }

    /** An assertion consumer service with an index. */
    public record AcsEndpoint(
            @Nullable String url, @Nullable Integer index) {}

    /** An attribute statement; {@code values} is a comma-separated list. */
    public record Attribute(@Nullable String name, @Nullable String values) {}

    /** A group attribute statement. */
    public record GroupAttribute(
            @Nullable String name,
            @Nullable NameFormat nameFormat,
            @Nullable Filter filter,
            @Nullable String expression) {

        /** The attribute's name format. */
        public enum NameFormat {
            UNSPECIFIED,
            URI,
            BASIC
        }

        /** How groups are chosen by their name. */
        public enum Filter {
            STARTS_WITH,
            EQUALS,
            CONTAINS,
            MATCHES_REGEX
        }
    }
}
