package dev.oin.checks.browser;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Runs functions of ours on the page on top, in a world of their own, which the page cannot see. */
record PageScripts(IsolatedContext context, OpenWindows windows) {

    /** What the function returns, as {@code Runtime.RemoteObject} with its value; empty while the page is being replaced. */
    Optional<Map<String, Object>> call(String function, String... arguments) {
        var window = windows.top();
        var world = window.world();
        if (world != null) {
            try {
                return Optional.of(run(window, world, function, arguments));
            } catch (CommandRefused gone) {
                window.forgetWorld();
            }
        }
        try {
            return Optional.of(run(window, makeWorld(window), function, arguments));
        } catch (CommandRefused replaced) {
            window.forgetWorld();
            return Optional.empty();
        }
    }

    private long makeWorld(Window window) {
        var made = Wire.number(
                context.send(
                        window.session(),
                        "Page.createIsolatedWorld",
                        Map.of("frameId", window.target(), "worldName", "checks")),
                "executionContextId");
        window.keepWorld(made);
        return made;
    }

    private Map<String, Object> run(Window window, long world, String function, String... arguments) {
        var values = Arrays.stream(arguments)
                .map(argument -> Map.of("value", argument))
                .toList();
        var answer = context.send(
                window.session(),
                "Runtime.callFunctionOn",
                Map.of(
                        "functionDeclaration",
                        function,
                        "executionContextId",
                        world,
                        "arguments",
                        values,
                        "returnByValue",
                        true));
        return Wire.map(answer, "result");
    }
}
