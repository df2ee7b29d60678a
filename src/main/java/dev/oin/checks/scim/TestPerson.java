package dev.oin.checks.scim;

import dev.oin.kernel.RunId;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;

/**
 * Somebody whom a run makes up; the same run and attempt make up the same person, so that what an interrupted attempt left behind can be found.
 */
record TestPerson(String givenName, String familyName, String email) {

    static TestPerson of(RunId run, int attempt, ScimCheckProperties properties) {
        var random = RandomGeneratorFactory.of("SplittableRandom")
                .create(run.value().getLeastSignificantBits() ^ run.value().getMostSignificantBits() + attempt);
        var given = properties.givenNamePrefix() + digits(random.nextInt(1000));
        var letters = new StringBuilder().append((char) ('A' + random.nextInt(26)));
        for (int letter = 0; letter < 8; letter++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        var family = letters + digits(random.nextInt(1000));
        return new TestPerson(given, family, (given + family).toLowerCase(Locale.ROOT) + '@' + properties.testDomain());
    }

    private static String digits(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }

    String fullName() {
        return givenName + ' ' + familyName;
    }
}
