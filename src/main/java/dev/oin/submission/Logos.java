package dev.oin.submission;

import dev.oin.kernel.IntegrationId;
import dev.oin.storage.BlobKey;
import dev.oin.storage.Blobs;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The images of logos, kept under their integration. */
@Component
public class Logos {

    private final Blobs blobs;

    Logos(Blobs blobs) {
        this.blobs = blobs;
    }

    /** The image of a logo of the integration. */
    public Optional<Blobs.Blob> find(IntegrationId integration, Logo logo) {
        return blobs.find(BlobKey.of(folder(integration), logo.hash()));
    }

    Logo put(IntegrationId integration, LogoImage.Reading.Decoded drawn) {
        var key = blobs.put(folder(integration), "image/png", drawn.png());
        return new Logo(
                key.hash(),
                "image/png",
                drawn.width(),
                drawn.height(),
                drawn.png().length,
                drawn.look().transparent(),
                drawn.look().rounded());
    }

    /** Keeps the image of another integration's logo here too. */
    void copy(IntegrationId integration, byte[] png) {
        blobs.put(folder(integration), "image/png", png);
    }

    void deleteAll(IntegrationId integration) {
        blobs.deleteAll(folder(integration));
    }

    private static Blobs.Folder folder(IntegrationId integration) {
        return new Blobs.Folder("logos/" + integration);
    }
}
