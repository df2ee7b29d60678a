package dev.oin.web.portal;

import dev.oin.submission.Submission;
import org.jspecify.annotations.Nullable;

/** A logo on a page. */
record LogoView(String path, int width, int height) {

    /** The submission's logo; null where it has none. */
    static @Nullable LogoView of(Submission submission) {
        var logo = submission.content().logo();
        return logo == null
                ? null
                : new LogoView(
                        "/submissions/%s/logo?v=%s"
                                .formatted(submission.id(), logo.hash().substring(0, 12)),
                        logo.width(),
                        logo.height());
    }
}
