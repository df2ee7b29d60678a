package dev.oin.checks.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser and its driver, as found on this machine. */
record InstalledBrowser(Path binary, Path driver) {

    private static final List<String> BINARIES = List.of(
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable");
    private static final List<String> PLACES = List.of(
            "/usr/lib/chromium",
            "/usr/lib64/chromium-browser",
            "/usr/lib/chromium-browser",
            "/opt/google/chrome",
            "/usr/bin",
            "/usr/local/bin",
            "/snap/bin",
            "/Applications/Google Chrome.app/Contents/MacOS",
            "/Applications/Chromium.app/Contents/MacOS");

    /** What is configured, else what is found; programs before the shell scripts that start them, so that the process we start is the browser. */
    static InstalledBrowser find(BrowserProperties properties) {
        var binary = chosen(properties.binary(), BINARIES, "browser", "oin.browser.binary");
        return new InstalledBrowser(
                binary, chosen(properties.driver(), List.of("chromedriver"), "browser driver", "oin.browser.driver"));
    }

    private static Path chosen(@Nullable Path configured, List<String> names, String what, String property) {
        if (configured != null) {
            if (!Files.isExecutable(configured)) {
                throw new BrowserMissing(
                        property + " names " + configured + ", which is no program that can be started");
            }
            return configured;
        }
        return names.stream()
                .flatMap(name -> find(name).stream())
                .findFirst()
                .orElseThrow(() -> new BrowserMissing("No " + what + " found (looked for " + String.join(", ", names)
                        + "). Install chromium-headless-shell or chromium and chromium-driver, or set " + property
                        + "."));
    }

    private static Optional<Path> find(String name) {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.concat(PLACES.stream(), Stream.of(path))
                .filter(place -> !place.isBlank())
                .map(place -> Path.of(place, name))
                .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
                .findFirst();
    }
}
