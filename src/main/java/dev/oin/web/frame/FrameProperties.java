package dev.oin.web.frame;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What pages say about the product itself.
 *
 * @param product the product's name in the header and in titles
 * @param demo whether this is the local demo, with its inbox
 * @param version the version shown at the foot; null shows none
 */
@ConfigurationProperties("oin.frame")
public record FrameProperties(
        @DefaultValue("OIN pipeline") String product,
        @DefaultValue("false") boolean demo,
        @Nullable String version) {}
