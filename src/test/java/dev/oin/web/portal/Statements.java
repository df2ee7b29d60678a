package dev.oin.web.portal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the SQL statements of requests to the application in this process. */
final class Statements {

    private Statements() {}

    static int during(Runnable request) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        logger.addAppender(said);
        logger.setLevel(Level.DEBUG);
        try {
            request.run();
        } finally {
            logger.setLevel(before);
            logger.detachAppender(said);
        }
        return (int) List.copyOf(said.list).stream()
                .filter(event -> event.getThreadName().contains("exec"))
                .filter(event -> event.getFormattedMessage().startsWith("Executing prepared SQL statement ["))
                .count();
    }
}
