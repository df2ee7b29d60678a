package dev.oin.storage;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database keeps its files; without meaning when {@code spring.datasource.url} is set.
 *
 * @param directory the folder of the embedded PostgreSQL
 * @param startTimeout how long the server may take to accept connections
 */
@ConfigurationProperties("oin.storage")
public record StorageProperties(
        @DefaultValue("./data/postgres") Path directory,
        @DefaultValue("60s") Duration startTimeout) {}
