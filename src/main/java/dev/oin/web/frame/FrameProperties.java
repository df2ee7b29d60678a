package dev.oin.web.frame;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What pages say about the product itself.
 *
 * @param product the product's name in the header and in titles
 * @param version the version shown at the foot; null shows none
 */
@ConfigurationProperties("oin.frame")
public record FrameProperties(
        @DefaultValue("OIN pipeline") String product,
        @Nullable String version) {}
