package dev.oin.submission;

import dev.oin.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a logo before it is saved: what the catalog would show of it, what a reviewer would say, or why it is refused. */
public final class PreviewLogo {

    /** Above {@link ReplaceLogo#MOST_BYTES}. */
    public static final String TOO_LARGE = "The file is too large: it must be below 1 MB.";
    /** By its first bytes, whatever its name. */
    public static final String NOT_AN_IMAGE = "The file is no PNG, JPG or GIF image.";

    private PreviewLogo() {}

    /**
     * What came of looking.
     *
     * @param png the picture as it would be kept; null where it is refused
     * @param problems hints; or the one reason for the refusal
     */
    public record Look(byte @Nullable [] png, int width, int height, List<Problem> problems) {

        public Look {
            problems = List.copyOf(problems);
        }
    }

    /** Looks at the upload. */
    public static Look at(byte[] upload) {
        return switch (LogoImage.read(upload)) {
            case LogoImage.Reading.TooLarge() -> refused("IR-LG-1", TOO_LARGE);
            case LogoImage.Reading.NotAnImage() -> refused("IR-LG-1", NOT_AN_IMAGE);
            case LogoImage.Reading.Unfit(var rule, var message) -> refused(rule, message);
            case LogoImage.Reading.Decoded decoded ->
                new Look(decoded.png(), decoded.width(), decoded.height(), hints(decoded.look()));
        };
    }

    /** What to tell of a saved logo; nothing where nobody has looked at its picture. */
    static List<Problem> hints(Logo logo) {
        return logo.transparent() == null || logo.rounded() == null
                ? List.of()
                : hints(new LogoLook(logo.transparent(), logo.rounded()));
    }

    private static List<Problem> hints(LogoLook look) {
        var hints = new ArrayList<Problem>();
        if (!look.transparent()) {
            hints.add(Problem.warning(
                    "logo",
                    "IR-LG-5",
                    "The logo's background is filled. Make it transparent, unless the colour is part of your brand."));
        }
        if (look.rounded()) {
            hints.add(Problem.warning(
                    "logo", "IR-LG-6", "The logo's corners are rounded. Leave them sharp: the catalog draws its own."));
        }
        return hints;
    }

    private static Look refused(String rule, String message) {
        return new Look(null, 0, 0, List.of(Problem.error("logo", rule, message)));
    }
}
