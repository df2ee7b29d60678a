package dev.oin.web.portal;

import dev.oin.web.frame.Chip;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of the wizard show above their form.
 *
 * @param title the page's heading
 * @param tab what the title of the browser's tab begins with, such as "3 left "
 * @param locked why nothing can be changed; null where it can
 * @param update what the update of a published integration leaves as it is; null for a new one
 * @param foreignMailbox why the reader cannot submit with this e-mail address; null where that is no obstacle
 * @param accountOnly whether the test account can be changed although the rest is locked
 * @param conflict who saved in between; null where nobody did
 */
record WizardView(
        String id,
        String name,
        int version,
        String title,
        String tab,
        String path,
        Chip chip,
        String line,
        List<Step> steps,
        List<SectionLink> sections,
        long revision,
        @Nullable Instant savedAt,
        @Nullable String locked,
        @Nullable Update update,
        @Nullable String foreignMailbox,
        boolean accountOnly,
        boolean withdrawable,
        @Nullable Conflict conflict,
        String problemsTitle,
        List<ProblemView> problems) {

    /**
     * An update of a published integration.
     *
     * @param release how many times it was published; customers keep that until the update is published
     * @param limit why most of it cannot be changed; null where it can
     */
    record Update(int release, @Nullable String limit) {}

    /** A page of the wizard. */
    record Step(String name, String path, boolean here, String state) {}

    /** A section of the page. */
    record SectionLink(String id, String name, String state) {}

    /** Whether changes save themselves. */
    public boolean autosave() {
        return locked == null;
    }

    /** What stands where there is no logo. */
    public String initial() {
        return name.isBlank() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
