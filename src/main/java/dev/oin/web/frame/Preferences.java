package dev.oin.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a reader chooses for the own browser. */
@Controller
class Preferences {

    static final String THEME = "oin_theme";

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

    private static boolean isOurs(String address) {
        return address.startsWith("/") && !address.startsWith("//") && address.indexOf('\\') < 0;
    }
}
