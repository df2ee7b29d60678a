package dev.oin.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads whoever does not come in back to the sign-in page, which says why in words; the log says more. */
class StaffRefusals implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StaffRefusals.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect("/sign-in?staff=" + code(why));
    }

    private static String code(AuthenticationException why) {
        if (why instanceof StaffRefused refused) {
            LOG.info("Single sign-on refused: {}", refused.reason());
            return refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (why instanceof OAuth2AuthenticationException answer) {
            var isTheirWish = "access_denied".equals(answer.getError().getErrorCode());
            LOG.warn("Single sign-on failed: {}", answer.getError().getErrorCode());
            return isTheirWish ? "declined" : "failed";
        }
        LOG.error("Single sign-on is not usable: the provider did not answer as expected", why);
        return "unreachable";
    }
}
