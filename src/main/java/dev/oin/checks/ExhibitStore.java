package dev.oin.checks;

import dev.oin.checks.CheckResult.ExhibitEntry;
import dev.oin.checks.CheckResult.ExhibitEntry.Kind;
import dev.oin.checks.ResultRows.StoredExhibit;
import dev.oin.kernel.Ids;
import dev.oin.kernel.RunId;
import dev.oin.storage.BlobKey;
import dev.oin.storage.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Stores what was gathered, masked, before the result that it belongs to is recorded. */
@Component
class ExhibitStore {

    private static final String JSON = "application/json";

    private final Blobs blobs;
    private final Ids ids;

    ExhibitStore(Blobs blobs, Ids ids) {
        this.blobs = blobs;
        this.ids = ids;
    }

    /** In the order of their contents, so that two that store the same at the same time wait for each other in one direction only. */
    List<StoredExhibit> store(RunId run, GatheredEvidence evidence) {
        var all = Stream.concat(
                        evidence.steps().isEmpty()
                                ? Stream.empty()
                                : Stream.of(
                                        new Written(Kind.STEPS, "Steps", JSON, EvidenceJson.write(evidence.steps()))),
                        evidence.exhibits().stream().map(ExhibitStore::written))
                .toList();
        var keys = new IdentityHashMap<Written, BlobKey>();
        all.stream()
                .sorted(Comparator.comparing(Written::content, Arrays::compare))
                .forEach(exhibit -> keys.put(exhibit, blobs.put(folder(run), exhibit.mediaType(), exhibit.content())));
        return all.stream()
                .map(exhibit -> new StoredExhibit(
                        new ExhibitEntry(ids.next(), exhibit.kind(), exhibit.title(), exhibit.mediaType()),
                        Objects.requireNonNull(keys.get(exhibit))))
                .toList();
    }

    /** An exhibit as it is stored. */
    private record Written(Kind kind, String title, String mediaType, byte[] content) {}

    private static Written written(Exhibit exhibit) {
        return switch (exhibit) {
            case Exhibit.Traffic(var title, var exchanges) ->
                new Written(Kind.TRAFFIC, title, JSON, EvidenceJson.write(exchanges));
            case Exhibit.Message(var title, var mediaType, var text) ->
                new Written(Kind.MESSAGE, title, mediaType, text.getBytes(StandardCharsets.UTF_8));
            case Exhibit.Screenshot(var title, var png) -> new Written(Kind.SCREENSHOT, title, "image/png", png);
        };
    }

    static Blobs.Folder folder(RunId run) {
        return new Blobs.Folder("runs/" + run);
    }
}
