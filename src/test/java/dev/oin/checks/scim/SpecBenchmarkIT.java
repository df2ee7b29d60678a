package dev.oin.checks.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.oin.benchmark.Measurement;
import dev.oin.checks.Verdict;
import dev.oin.checks.scim.ScimFixture.Weakness;
import dev.oin.egress.EgressFixture;
import dev.oin.egress.Exchange;
import dev.oin.kernel.RunId;
import dev.oin.sandbox.scim.ScimClient;
import dev.oin.sandbox.scim.ScimServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the specification suite costs beside its own requests sent bare. */
@Tag("benchmark")
class SpecBenchmarkIT {

    private static final ScimCheckProperties PROPERTIES = new ScimCheckProperties(
            "OinTest",
            "oin-test.example.com",
            "nobody@oin-test.example.com",
            Duration.ofMillis(5),
            Duration.ofMillis(200));
    private static final int ROUNDS = 15;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void the_suite_against_its_own_requests() {
        var requests = suite();
        replay(requests);
        var bare = new ArrayList<Long>();
        var suites = new ArrayList<Long>();
        for (var round = 0; round < ROUNDS; round++) {
            bare.add(Measurement.millis(() -> replay(requests)));
            suites.add(Measurement.millis(() -> suite()));
        }

        Measurement.ofMillis("SCIM specification suite, " + requests.size() + " requests", bare, suites)
                .print();
    }

    private static List<Exchange> suite() {
        var requests = new ArrayList<Exchange>();
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            var server = fixture.scimServer();
            var traffic = new SeenTraffic();
            var script = new SpecScript(
                    new ScimClient(EgressFixture.loopbackOnly(), new ObjectMapper(), server, exchange -> {
                        requests.add(exchange);
                        traffic.saw(exchange);
                    }),
                    traffic,
                    true,
                    TestPerson.of(new RunId(UUID.randomUUID()), 0, PROPERTIES),
                    PROPERTIES.unknownUser());
            var collected = Collected.of(new ScriptedSession(script, server.authorization()), SpecAssertions.all());
            assertThat(collected.with(Verdict.PASSED))
                    .hasSize(SpecAssertions.all().size());
        }
        return requests;
    }

    private void replay(List<Exchange> requests) {
        try (var fixture = new ScimFixture(Weakness.NONE)) {
            requests.forEach(request -> send(fixture.scimServer(), request));
        }
    }

    private void send(ScimServer server, Exchange seen) {
        var url = URI.create("http://" + server.base().getAuthority()
                + seen.url().getRawPath()
                + (seen.url().getRawQuery() == null ? "" : "?" + seen.url().getRawQuery()));
        var request = HttpRequest.newBuilder(url)
                .method(seen.method(), HttpRequest.BodyPublishers.ofByteArray(seen.requestBody()));
        seen.requestHeaders().stream()
                .filter(header -> List.of("authorization", "content-type", "accept")
                        .contains(header.name().toLowerCase(java.util.Locale.ROOT)))
                .forEach(header -> request.header(header.name(), header.value()));
        try {
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode())
                    .isEqualTo(seen.status());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
