package dev.oin.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a SAML service provider's metadata, safely; implemented by the sandbox's SAML part. */
public interface MetadataReader {

    /** Reads the document. */
    Reading read(byte[] metadata);

    /** What the document says, or why it cannot be read. */
    sealed interface Reading {

        /** The service provider's own description of itself. */
        record ServiceProvider(
                String entityId,
                List<Saml.AcsEndpoint> acsEndpoints,
                @Nullable String defaultAcsUrl,
                List<String> nameIdFormats,
                boolean signsRequests)
                implements Reading {}

        /** The document is refused. */
        record Refused(String reason) implements Reading {}
    }
}
