package dev.oin.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.oin.account.OnlyInDemo;
import dev.oin.egress.Call;
import dev.oin.egress.GuardedHttp;
import dev.oin.egress.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the sample application which addresses to type into the wizard. */
@Component
@OnlyInDemo
class SampleSetup {

    private static final JsonMapper JSON = new JsonMapper();

    private final GuardedHttp http;
    private final DemoSampleProperties properties;

    SampleSetup(GuardedHttp http, DemoSampleProperties properties) {
        this.http = http;
        this.properties = properties;
    }

    /** Its addresses, once it answers. */
    Optional<JsonNode> addresses() {
        var url = properties.sampleUrl().resolve("/setup");
        return token().flatMap(token -> switch (http.send(
                Call.get(url).with("X-Setup-Token", token).within(properties.sampleLookEvery()))) {
            case Reply.Answered answered when answered.status() == 200 -> Optional.of(read(answered.text()));
            case Reply.Answered answered -> Optional.empty();
            case Reply.Refused refused -> Optional.empty();
            case Reply.Unreachable unreachable -> Optional.empty();
        });
    }

    private Optional<String> token() {
        if (!properties.sampleSetupToken().reveal().isBlank()) {
            return Optional.of(properties.sampleSetupToken().reveal());
        }
        try {
            var file = properties.sampleSetupTokenFile();
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
