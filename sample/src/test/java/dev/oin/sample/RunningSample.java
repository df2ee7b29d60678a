package dev.oin.sample;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application on a port of its own, with its state in a directory of the test. */
public final class RunningSample implements AutoCloseable {

    public static final String TOKEN = "setup-token-of-the-test";

    private final ConfigurableApplicationContext context;

    public RunningSample(Path data) {
        this.context = new SpringApplicationBuilder(SampleApplication.class)
                .run("--server.port=0", "--sample.data=" + data, "--sample.setup-token=" + TOKEN);
    }

    public Addresses addresses() {
        return context.getBean(Addresses.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpResponse<String> setUp(String json) {
        return new Browser()
                .send(HttpRequest.newBuilder(URI.create(addresses().base() + "/setup"))
                        .header("X-Setup-Token", TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        context.close();
    }
}
