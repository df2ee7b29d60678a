package dev.oin.submission;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;

/** The manifest as text, in JSON or YAML; of YAML only what JSON has too: no tags, no anchors, no aliases, one document. */
public final class ManifestText {

    /** The most bytes that a manifest may have, its logo included. */
    public static final int MOST_BYTES = 2_000_000;

    private static final int DEEPEST = 20;

    private static final YAMLFactory YAML_TEXT = YAMLFactory.builder()
            .loaderOptions(loading())
            .streamReadConstraints(constraints())
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private static final ObjectMapper YAML =
            strict(YAMLMapper.builder(YAML_TEXT)).build();

    private static final ObjectMapper JSON = strict(JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(constraints())
                    .build()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ManifestText() {}

    /** How a manifest is written. */
    public enum Form {
        JSON,
        YAML
    }

    /** What a text is. */
    public sealed interface Reading {

        /** A document, whose members were not looked at yet. */
        record Document(JsonNode tree) implements Reading {}

        /** Not a document of that form. */
        record Unreadable(String reason) implements Reading {}
    }

    /** Reads the text. */
    public static Reading read(byte[] text, Form form) {
        if (text.length > MOST_BYTES) {
            return new Reading.Unreadable("A manifest may have at most %d bytes.".formatted(MOST_BYTES));
        }
        try {
            return switch (form) {
                case JSON -> new Reading.Document(JSON.readTree(text));
                case YAML -> yaml(text);
            };
        } catch (JsonProcessingException broken) {
            return broken.getOriginalMessage().contains("UTF-8")
                    ? new Reading.Unreadable("The manifest is not UTF-8 text.")
                    : new Reading.Unreadable(words(broken));
        } catch (IOException notText) {
            return new Reading.Unreadable("The manifest is not UTF-8 text.");
        }
    }

    /** Writes the manifest. */
    public static byte[] write(ObjectNode manifest, Form form) {
        try {
            return switch (form) {
                case JSON -> (JSON.writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
                case YAML -> YAML.writeValueAsBytes(manifest);
            };
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Reading yaml(byte[] text) throws IOException {
        try (var parser = YAML_TEXT.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
                    return new Reading.Unreadable(
                            "Line %d: write the value itself; tags, anchors and aliases are not read."
                                    .formatted(parser.currentTokenLocation().getLineNr()));
                }
            }
        }
        return new Reading.Document(YAML.readTree(text));
    }

    private static String words(JsonProcessingException broken) {
        var where = broken.getLocation();
        var line = where == null ? "" : "Line %d: ".formatted(where.getLineNr());
        var what = broken.getOriginalMessage()
                .lines()
                .findFirst()
                .map(words -> words.replaceAll("\\s*\\([^()]*\\[Source:.*", ""))
                .orElse("it cannot be read");
        return line + (what.length() > 200 ? what.substring(0, 200) + "..." : what);
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
        return builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    }

    private static LoaderOptions loading() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return options;
    }
}
