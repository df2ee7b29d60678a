package dev.oin.web.api;

import dev.oin.web.problems.ProblemWriter;
import dev.oin.web.problems.Problems;
import dev.oin.web.problems.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are larger than any call needs, whether they say so beforehand or not. */
class BodyLimit extends OncePerRequestFilter {

    private static final long MOST_BYTES = 2_000_000;

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            problems.write(refusal(), request, response);
        } else {
            chain.doFilter(new Limited(request), response);
        }
    }

    static Refusal refusal() {
        return Problems.of(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "too-large",
                "Body too large",
                "A body may have at most %d bytes.".formatted(MOST_BYTES));
    }

    /** More came than any call needs. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;

        private TooLarge() {
            super("The body has more than %d bytes".formatted(MOST_BYTES));
        }
    }

    /** A request whose body ends with an error when it grows too long. */
    private static final class Limited extends HttpServletRequestWrapper {

        private Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long seen;

        private Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            var got = body.read(into, from, most);
            count(Math.max(got, 0));
            return got;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(int more) throws IOException {
            seen += more;
            if (seen > MOST_BYTES) {
                throw new TooLarge();
            }
        }
    }
}
