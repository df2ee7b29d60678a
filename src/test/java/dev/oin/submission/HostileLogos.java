package dev.oin.submission;

/** Judges uploads for tests elsewhere. */
public final class HostileLogos {

    private HostileLogos() {}

    /** Whether the upload is refused by its rule. */
    public static boolean isRefused(LogoUploads.Upload upload) {
        return LogoImage.read(upload.bytes()) instanceof LogoImage.Reading.Unfit unfit
                && unfit.rule().equals(upload.rule());
    }
}
