package dev.oin.storage.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database of a test's own that counts the statements it is asked. */
public final class CountingDatabase {

    private final AtomicInteger statements = new AtomicInteger();
    private final DataSource source = wrap(DataSource.class, TestDatabase.fresh());

    public DataSource source() {
        return source;
    }

    /** How many statements the work takes. */
    public int during(Runnable work) {
        statements.set(0);
        work.run();
        return statements.get();
    }

    private <T> T wrap(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
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
