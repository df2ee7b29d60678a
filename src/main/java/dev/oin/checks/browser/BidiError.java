package dev.oin.checks.browser;

import java.util.regex.Pattern;
import org.openqa.selenium.WebDriverException;

/** Tells an error answer of a healthy browser from a broken connection. */
final class BidiError {

    private static final Pattern CODE = Pattern.compile("\"error\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private BidiError() {}

    static RuntimeException of(String method, WebDriverException failure) {
        var text = failure.getMessage() == null ? "" : failure.getMessage();
        var code = first(CODE, text);
        return code.isEmpty()
                ? new BrowserLost("The connection to the browser broke during " + method, failure)
                : new CommandRefused(method, code, first(MESSAGE, text));
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
