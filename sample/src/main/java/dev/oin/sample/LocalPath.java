package dev.oin.sample;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a browser may be sent on to: paths of this application and nothing else. */
public final class LocalPath {

    private static final Pattern PLAIN = Pattern.compile("/([A-Za-z0-9_~.?=&%+-][A-Za-z0-9_~.?=&%+/-]*)?");

    private LocalPath() {}

    public static Optional<String> of(@Nullable String wanted) {
        boolean plain = wanted != null
                && wanted.length() <= 500
                && PLAIN.matcher(wanted).matches();
        return plain ? Optional.of(wanted) : Optional.empty();
    }

    /** The path of an absolute address below {@code base}, or of a path as it stands. */
    public static Optional<String> below(String base, @Nullable String wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        try {
            URI address = new URI(wanted);
            URI ours = new URI(base);
            boolean same = ours.getScheme().equals(address.getScheme())
                    && ours.getRawAuthority().equals(address.getRawAuthority());
            if (!same) {
                return of(wanted);
            }
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return of(address.getRawPath().isEmpty() ? "/" + query : address.getRawPath() + query);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
