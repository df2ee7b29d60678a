package dev.oin.checks;

import dev.oin.vault.Masking;
import dev.oin.vault.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one attempt at a check has gathered so far. */
final class GatheredEvidence implements Evidence {

    private final Clock clock;
    private final List<Step> steps = new ArrayList<>();
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();

    GatheredEvidence(Clock clock) {
        this.clock = clock;
    }

    /** A step with its time. */
    record Step(Instant at, String text) {}

    @Override
    public synchronized void step(String text) {
        steps.add(new Step(clock.instant(), text));
    }

    @Override
    public synchronized void keep(Exhibit exhibit) {
        exhibits.add(exhibit);
    }

    @Override
    public synchronized void secret(String value) {
        secrets.add(new Secret(value));
    }

    synchronized List<Step> steps() {
        var masked = masked();
        return steps.stream()
                .map(step -> new Step(step.at(), masked.text(step.text())))
                .toList();
    }

    /** The exhibits, without secrets. */
    synchronized List<Exhibit> exhibits() {
        var masked = masked();
        return exhibits.stream().map(exhibit -> mask(exhibit, masked)).toList();
    }

    /** The outcome's words, without secrets. */
    synchronized Outcome masked(Outcome outcome) {
        var masked = masked();
        return Outcome.restored(
                outcome.verdict(),
                outcome.fault(),
                masked.text(outcome.expected()),
                masked.text(outcome.observed()),
                masked.text(outcome.remedy()));
    }

    private MaskedTraffic masked() {
        return new MaskedTraffic(new Masking(secrets));
    }

    private static Exhibit mask(Exhibit exhibit, MaskedTraffic masked) {
        return switch (exhibit) {
            case Exhibit.Traffic(var title, var exchanges) ->
                new Exhibit.Traffic(title, exchanges.stream().map(masked::mask).toList());
            case Exhibit.Message(var title, var mediaType, var text) ->
                new Exhibit.Message(title, mediaType, masked.text(text));
            case Exhibit.Screenshot picture -> picture;
        };
    }
}
