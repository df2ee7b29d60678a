package dev.oin.sandbox;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;

/** Signing keys for tests. */
public final class TestKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final NewSigningKey MAKER =
            new NewSigningKey(Clock.systemUTC(), UUID::randomUUID, RANDOM, new RsaKeyPairs(RANDOM));

    /** The key of the organisation under test. */
    public static final SigningKey OURS = MAKER.named("Example sandbox");

    /** A key that nobody trusts. */
    public static final SigningKey STRANGERS = MAKER.named("Example sandbox");

    private TestKeys() {}

    /** Lets the application hand out the same few pairs in turn, for it takes a second to make one: whoever asks four times in a row gets four. */
    public static void reuse(ConfigurableListableBeanFactory beans) {
        for (var name : beans.getBeanNamesForType(KeyPairs.class, false, false)) {
            ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
            beans.registerSingleton(name, Few.IN_TURN);
        }
    }

    private record Few(List<KeyPair> pairs, AtomicInteger given) implements KeyPairs {

        static final Few IN_TURN =
                new Few(Stream.generate(new RsaKeyPairs(RANDOM)::next).limit(4).toList(), new AtomicInteger());

        @Override
        public KeyPair next() {
            return pairs.get(Math.floorMod(given.getAndIncrement(), pairs.size()));
        }
    }
}
