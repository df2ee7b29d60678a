package dev.oin.checks;

import dev.oin.checks.CheckResult.ExhibitEntry;
import dev.oin.checks.CheckResult.ExhibitEntry.Kind;
import dev.oin.checks.ResultRows.StoredExhibit;
import dev.oin.kernel.Ids;
import dev.oin.kernel.RunId;
import dev.oin.storage.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    List<StoredExhibit> store(RunId run, GatheredEvidence evidence) {
        var stored = new ArrayList<StoredExhibit>();
        var steps = evidence.steps();
        if (!steps.isEmpty()) {
            stored.add(store(run, Kind.STEPS, "Steps", JSON, EvidenceJson.write(steps)));
        }
        for (var exhibit : evidence.exhibits()) {
            stored.add(
                    switch (exhibit) {
                        case Exhibit.Traffic(var title, var exchanges) ->
                            store(run, Kind.TRAFFIC, title, JSON, EvidenceJson.write(exchanges));
                        case Exhibit.Message(var title, var mediaType, var text) ->
                            store(run, Kind.MESSAGE, title, mediaType, text.getBytes(StandardCharsets.UTF_8));
                        case Exhibit.Screenshot(var title, var png) ->
                            store(run, Kind.SCREENSHOT, title, "image/png", png);
                    });
        }
        return stored;
    }

    private StoredExhibit store(RunId run, Kind kind, String title, String mediaType, byte[] content) {
        var key = blobs.put(folder(run), mediaType, content);
        return new StoredExhibit(new ExhibitEntry(ids.next(), kind, title, mediaType), key);
    }

    static Blobs.Folder folder(RunId run) {
        return new Blobs.Folder("runs/" + run);
    }
}
