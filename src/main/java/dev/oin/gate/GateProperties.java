package dev.oin.gate;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gate.
 *
 * @param publicUrl the product's own address, by which links to results of ours are known
 */
@ConfigurationProperties("oin.gate")
record GateProperties(@DefaultValue("http://localhost:8080") URI publicUrl) {

    /** Whether a link leads to this product. */
    boolean isOurs(URI link) {
        return link.getHost() == null || link.getHost().equalsIgnoreCase(publicUrl.getHost());
    }
}
