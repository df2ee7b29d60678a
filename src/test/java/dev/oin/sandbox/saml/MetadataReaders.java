package dev.oin.sandbox.saml;

import dev.oin.submission.MetadataReader;

/** The reader of metadata for tests elsewhere. */
public final class MetadataReaders {

    private MetadataReaders() {}

    /** Reads as the product does, without the rest of it. */
    public static MetadataReader saml() {
        return new ServiceProviderMetadata(new OpenSaml());
    }
}
