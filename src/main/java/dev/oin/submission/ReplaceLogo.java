package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.SubmissionId;
import dev.oin.submission.SaveOutcome.Misfit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an uploaded logo. */
@Component
public class ReplaceLogo {

    /** The most bytes that an upload may have. */
    public static final int MOST_BYTES = LogoImage.MOST_BYTES;

    private final SaveRevision revision;
    private final Logos logos;

    ReplaceLogo(SaveRevision revision, Logos logos) {
        this.revision = revision;
        this.logos = logos;
    }

    /** Replaces the logo by the upload: PNG, JPEG or GIF by its bytes, whatever its name. */
    @Transactional
    public Outcome replace(Caller caller, SubmissionId id, long expected, byte[] upload) {
        return switch (LogoImage.read(upload)) {
            case LogoImage.Reading.TooLarge() -> new Outcome.TooLarge(MOST_BYTES);
            case LogoImage.Reading.NotAnImage() -> new Outcome.NotAnImage();
            case LogoImage.Reading.Unfit(var rule, var message) ->
                new Outcome.Done(
                        new SaveOutcome.Malformed(List.of(new Misfit("logo", rule, message, Misfit.Kind.VALUE))));
            case LogoImage.Reading.Decoded decoded ->
                new Outcome.Done(revision.save(caller, id, expected, "LOGO", current -> edit(current, decoded)));
        };
    }

    private Edit.Result edit(Submission current, LogoImage.Reading.Decoded decoded) {
        var closed = Locks.reason(current.state());
        if (closed.isPresent()) {
            return new Edit.Result.Closed(closed.get());
        }
        var logo = logos.put(current.integration(), decoded);
        var content = current.content();
        return Edit.to(new Content(content.protocols(), content.configuration(), logo, content.testInformation()));
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** As any other save. */
        record Done(SaveOutcome saved) implements Outcome {}

        /** More bytes than allowed. */
        record TooLarge(int limit) implements Outcome {}

        /** Not PNG, JPEG or GIF. */
        record NotAnImage() implements Outcome {}
    }
}
