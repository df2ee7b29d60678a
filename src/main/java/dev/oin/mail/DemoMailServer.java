package dev.oin.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The SMTP server of the demo, in this process on a free loopback port, where {@code spring.mail.host} names none. */
@Configuration(proxyBeanMethods = false)
@WhereMailIsCaught
class DemoMailServer {

    private static final String LOOPBACK = "127.0.0.1";

    @Bean
    CaughtMails caughtMails(JdbcClient client) {
        return new CaughtMails(client);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail(CaughtMails caught, Clock clock) {
        var server = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        var users = server.getUserManager();
        users.setMessageDeliveryHandler((message, address) -> {
            caught.keep(ReadMessage.read(message.getMessage(), clock.instant()));
            return mailbox(users, address.getEmail());
        });
        return server;
    }

    private static GreenMailUser mailbox(UserManager users, String email) throws UserException {
        var known = users.getUserByEmail(email);
        return known == null ? users.createUser(email, email, email) : known;
    }

    @Bean
    JavaMailSender demoMailSender(GreenMail greenMail) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(LOOPBACK);
        sender.setPort(greenMail.getSmtp().getPort());
        return sender;
    }

    /** True while no SMTP server is configured. */
    static class NoMailServerConfigured extends NoneNestedConditions {

        NoMailServerConfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.mail.host")
        static class Configured {}
    }
}
