package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.oin.submission.SaveOutcome.Misfit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a manifest says of the logo. */
sealed interface ManifestLogo {

    Set<String> MEMBERS = Set.of("media_type", "data");
    Set<String> MEDIA_TYPES = Set.of("image/png", "image/jpeg", "image/gif");

    /** Nothing: the logo stays as it is. */
    record Kept() implements ManifestLogo {}

    /** {@code null}: there is none. */
    record Removed() implements ManifestLogo {}

    /**
     * An image.
     *
     * @param given the bytes as they were sent
     * @param drawn the same picture, drawn anew
     */
    record Image(byte[] given, LogoImage.Reading.Decoded drawn) implements ManifestLogo {}

    /** Reads the member; what is wrong with it goes to the misfits. */
    static ManifestLogo read(ObjectNode manifest, List<Misfit> misfits) {
        var logo = manifest.get("logo");
        return switch (logo) {
            case null -> new Kept();
            case JsonNode nothing when nothing.isNull() -> new Removed();
            case ObjectNode object ->
                image(object, misfits).<ManifestLogo>map(image -> image).orElseGet(Kept::new);
            case JsonNode other -> {
                misfits.add(new Misfit("logo", "logo.type", "logo must be an object.", Misfit.Kind.SHAPE));
                yield new Kept();
            }
        };
    }

    private static Optional<Image> image(ObjectNode logo, List<Misfit> misfits) {
        var before = misfits.size();
        logo.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                misfits.add(Misfit.unknown("logo." + name));
            }
        });
        if (!MEDIA_TYPES.contains(logo.path("media_type").asText())) {
            misfits.add(new Misfit(
                    "logo.media_type",
                    "logo.list",
                    "Name the image's media type: image/png, image/jpeg or image/gif.",
                    Misfit.Kind.VALUE));
        }
        var data = logo.path("data");
        if (!data.isTextual()) {
            misfits.add(new Misfit("logo.data", "logo.type", "The logo's data must be text.", Misfit.Kind.SHAPE));
        }
        return misfits.size() > before ? Optional.empty() : decode(data.textValue(), misfits);
    }

    private static Optional<Image> decode(String data, List<Misfit> misfits) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(data.replaceAll("\\s", ""));
        } catch (IllegalArgumentException broken) {
            misfits.add(new Misfit("logo.data", "logo.format", "The logo's data is not Base64.", Misfit.Kind.VALUE));
            return Optional.empty();
        }
        return switch (LogoImage.read(bytes)) {
            case LogoImage.Reading.Decoded drawn -> Optional.of(new Image(bytes, drawn));
            case LogoImage.Reading.TooLarge() ->
                refuse(misfits, "IR-LG-1", "A logo may have at most %d bytes.".formatted(LogoImage.MOST_BYTES));
            case LogoImage.Reading.NotAnImage() -> refuse(misfits, "IR-LG-1", "The logo is neither PNG, JPEG nor GIF.");
            case LogoImage.Reading.Unfit(var rule, var message) -> refuse(misfits, rule, message);
        };
    }

    private static Optional<Image> refuse(List<Misfit> misfits, String rule, String message) {
        misfits.add(new Misfit("logo", rule, message, Misfit.Kind.VALUE));
        return Optional.empty();
    }
}
