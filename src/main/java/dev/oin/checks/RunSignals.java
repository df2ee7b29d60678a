package dev.oin.checks;

import dev.oin.kernel.RunId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Says inside this node that something of a run was committed; other nodes find it by looking. */
@Component
class RunSignals {

    private final List<Consumer<RunId>> listeners = new CopyOnWriteArrayList<>();

    void onChange(Consumer<RunId> listener) {
        listeners.add(listener);
    }

    void changed(RunId run) {
        listeners.forEach(listener -> listener.accept(run));
    }
}
