package dev.oin.egress;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the product may reach.
 *
 * @param allow exceptions from the rule "https to public addresses only": address ranges ({@code 10.1.0.0/16}), hosts ({@code app.corp.example}, {@code *.corp.example}),
 *     each with a port if wanted ({@code localhost:9090}, {@code [::1]:9090})
 * @param own the product's own address, which its browser may open, {@code host:port}
 * @param perHostRate requests a second that one host gets at most, in the mean
 * @param connectTimeout how long a connection may take to open
 * @param responseTimeout how long a whole call may take unless it says otherwise
 * @param maxResponse how much of an answer is read
 * @param proxyBind the address on which the browser's proxy listens; loopback unless browsers run elsewhere
 * @param proxyHost the name under which browsers reach the proxy
 */
@ConfigurationProperties("oin.egress")
public record EgressProperties(
        @DefaultValue List<String> allow,
        @DefaultValue("localhost:8080") String own,
        @DefaultValue("20") int perHostRate,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration responseTimeout,
        @DefaultValue("5MB") DataSize maxResponse,
        @Nullable InetAddress proxyBind,
        @DefaultValue("127.0.0.1") String proxyHost) {

    public EgressProperties {
        allow = allow.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        if (perHostRate < 1) {
            throw new IllegalArgumentException("oin.egress.per-host-rate must be at least 1, is " + perHostRate);
        }
    }
}
