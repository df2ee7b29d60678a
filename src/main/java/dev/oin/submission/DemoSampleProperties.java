package dev.oin.submission;

import dev.oin.vault.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sample application that the local demo's first draft points at.
 *
 * @param sampleUrl where it answers
 * @param sampleSetupToken the token for its set-up call; empty: read from the file
 * @param sampleSetupTokenFile where it keeps the token when it made one itself
 * @param sampleLookEvery how often to look whether it is up
 * @param sampleLooks how often to look before giving up until the next start
 */
@ConfigurationProperties("oin.demo")
record DemoSampleProperties(
        @DefaultValue("http://localhost:8090") URI sampleUrl,
        @DefaultValue("") Secret sampleSetupToken,
        @DefaultValue("./data/sample/setup-token") Path sampleSetupTokenFile,
        @DefaultValue("2s") Duration sampleLookEvery,
        @DefaultValue("90") int sampleLooks) {}
