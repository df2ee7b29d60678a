package dev.oin.web.security;

import dev.oin.web.problems.ProblemWriter;
import dev.oin.web.problems.Problems;
import dev.oin.web.problems.StorableText;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What no request may hold, whoever sends it and whatever it asks for. */
@Configuration(proxyBeanMethods = false)
class FirewallConfiguration {

    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(StorableText::allows);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (request, response, rejected) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                var why = "The address or a parameter holds a character that is not allowed.";
                problems.write(Problems.malformed(why, List.of()), request, response);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        };
    }
}
