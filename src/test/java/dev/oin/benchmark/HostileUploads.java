package dev.oin.benchmark;

import dev.oin.sandbox.saml.HostileMetadata;
import dev.oin.sandbox.saml.MetadataReaders;
import dev.oin.submission.HostileLogos;
import dev.oin.submission.LogoUploads;
import dev.oin.submission.MetadataReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Hands in all hostile logos and metadata, in a process that has 64 MB; ends with 1 where one is taken or takes too long. */
final class HostileUploads {

    private static final Duration MOST_TIME = Duration.ofSeconds(2);

    private int faults;

    public static void main(String[] arguments) throws IOException {
        var uploads = new HostileUploads();
        LogoUploads.refused()
                .forEach((name, upload) -> uploads.refuse("logo", name, () -> HostileLogos.isRefused(upload)));
        var reader = MetadataReaders.saml();
        // The library starts once in a process, whatever is handed in first.
        reader.read("<a/>".getBytes(StandardCharsets.UTF_8));
        HostileMetadata.documents()
                .forEach((name, document) -> uploads.refuse(
                        "metadata", name, () -> reader.read(document) instanceof MetadataReader.Reading.Refused));
        System.exit(uploads.faults == 0 ? 0 : 1);
    }

    private void refuse(String kind, String name, BooleanSupplier isRefused) {
        var begin = System.nanoTime();
        var refused = isRefused.getAsBoolean();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        new Measurement("Refusing a %s: %s".formatted(kind, name), null, took.toMillis(), "ms").print();
        if (!refused || took.compareTo(MOST_TIME) > 0) {
            System.out.println("Refused: " + refused + " after " + took);
            faults++;
        }
    }
}
