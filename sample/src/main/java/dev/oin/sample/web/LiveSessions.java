package dev.oin.sample.web;

import dev.oin.sample.people.Account;
import dev.oin.sample.people.Member;
import dev.oin.sample.people.People;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose account is gone or inactive, whose time is over, or that somebody revoked. */
@Component
class LiveSessions extends OncePerRequestFilter {

    private final People people;
    private final Clock clock;

    LiveSessions(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Member> member = CurrentMember.now();
        if (member.isPresent() && !isAlive(member.get())) {
            Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isAlive(Member member) {
        Optional<Account> account = people.find(member.accountId());
        Instant end = member.until();
        return account.isPresent()
                && account.get().active()
                && (end == null || clock.instant().isBefore(end))
                && (account.get().revokedAt() == null
                        || member.since().isAfter(account.get().revokedAt()));
    }

    /** Runs inside the security chain only, not a second time on its own. */
    @Component
    static class InsideTheChainOnly {

        @Bean
        FilterRegistrationBean<LiveSessions> liveSessionsRegistration(LiveSessions filter) {
            return off(new FilterRegistrationBean<>(filter));
        }

        @Bean
        FilterRegistrationBean<BrokenCallback> brokenCallbackRegistration(BrokenCallback filter) {
            return off(new FilterRegistrationBean<>(filter));
        }

        private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> off(
                FilterRegistrationBean<T> registration) {
            registration.setEnabled(false);
            return registration;
        }
    }
}
