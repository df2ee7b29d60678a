package dev.oin.sample;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator of the sample application decides.
 *
 * @param data directory of the state
 * @param baseUrl address that browsers and callers use; by default {@code http://localhost:<port>}
 * @param setupToken secret of the setup call; made and kept under {@code data} when absent
 */
@ConfigurationProperties("sample")
public record SampleSettings(
        @DefaultValue("./data/sample") Path data,
        @Nullable URI baseUrl,
        @Nullable String setupToken) {}
