/**
 * What an ISV hands in: the submission, its versions, pages 1 to 3, validation, secrets, timeline.
 *
 * <p>Reading: {@link dev.oin.submission.ReadSubmission} for a caller, {@link dev.oin.submission.Submissions} for the pipeline. Editing: {@code CreateSubmission},
 * {@code SaveProtocols}, {@code SaveConfiguration}, {@code ReplaceLogo}, {@code SaveTestInformation}, {@code DeleteDraft}; pages turn their form into a document with
 * {@link dev.oin.submission.PageForm}. The fields themselves are in {@link dev.oin.submission.Fields}; what is wrong with them says
 * {@link dev.oin.submission.ValidateSubmission}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "vault", "mail", "account", "egress", "egress :: *", "storage"})
@NullMarked
package dev.oin.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
