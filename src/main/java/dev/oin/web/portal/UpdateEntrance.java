package dev.oin.web.portal;

import dev.oin.sandbox.Instance;
import dev.oin.sandbox.RequiredInstance;
import dev.oin.sandbox.RequiredInstances;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the edit of a published integration begins: at the missing instances of the published version, if any, else on page 2 (EL-3). */
@Component
class UpdateEntrance {

    private final RequiredInstances required;

    UpdateEntrance(RequiredInstances required) {
        this.required = required;
    }

    String path(Submission update) {
        return missing(update).isEmpty()
                ? Wizard.path(update, WizardPage.CONFIGURATION)
                : "/submissions/" + update.id() + "/published-instance";
    }

    List<RequiredInstance> missing(Submission update) {
        return update.state().isEditable()
                ? required.of(update).stream()
                        .filter(one -> one.kind() == Instance.Kind.PUBLISHED)
                        .filter(one -> required.standing(update, one).isEmpty())
                        .toList()
                : List.of();
    }
}
