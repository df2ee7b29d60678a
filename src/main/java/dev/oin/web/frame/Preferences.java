package dev.oin.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a reader chooses for the own browser. */
@Controller
class Preferences {

    static final String THEME = "oin_theme";

    private static final Pattern OUR_PATH = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\{}]]*");

    @PostMapping("/preferences/theme")
    String theme(
            @RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        var value = switch (theme) {
            case "light", "dark" -> theme;
            default -> "system";
        };
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(THEME, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
        return "redirect:" + (isOurs(back) ? back : "/");
    }

    /** A path of ours: no other host however a browser reads it, nothing to expand, no line to end. */
    private static boolean isOurs(String address) {
        return OUR_PATH.matcher(address).matches();
    }
}
