package dev.oin.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.oin.mail.CaughtMails;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DemoInboxTest {

    private final ApplicationContextRunner demo = new ApplicationContextRunner()
            .withBean(CaughtMails.class, () -> mock(CaughtMails.class))
            .withUserConfiguration(DemoInbox.class);

    @Test
    void shows_the_mail_that_the_product_catches() {
        demo.run(context -> assertThat(context).hasSingleBean(DemoInbox.class));
    }

    @Test
    void is_not_there_where_an_smtp_server_takes_the_mail() {
        demo.withPropertyValues("spring.mail.host=mail.example")
                .run(context -> assertThat(context).doesNotHaveBean(DemoInbox.class));
    }
}
