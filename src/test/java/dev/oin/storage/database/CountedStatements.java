package dev.oin.storage.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that are sent to a database. */
public final class CountedStatements {

    private final AtomicInteger count = new AtomicInteger();

    /** The database, its statements counted. */
    public DataSource of(DataSource database) {
        return wrap(DataSource.class, database);
    }

    /** How many statements the work takes. */
    public int during(Runnable work) {
        count.set(0);
        work.run();
        return count.get();
    }

    private <T> T wrap(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        count.incrementAndGet();
                    }
                    try {
                        var answer = method.invoke(target, arguments);
                        return answer instanceof Connection connection && type == DataSource.class
                                ? wrap(Connection.class, connection)
                                : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
