package vn.hocvu.platform.webkit.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import vn.hocvu.platform.webkit.pages.Failures;

/**
 * Keeps request bodies below 1 MB, whether they announce their length or not. A body with a file may be bigger, up to what
 * the container reads at all; the file itself is measured by whoever takes it.
 */
final class BodyLimit extends OncePerRequestFilter {
    static final long MOST = 1_000_000;
    /** A file of 10 MB and the fields beside it. */
    static final DataSize MOST_WITH_FILE = DataSize.ofMegabytes(11);

    private final Failures failures;

    BodyLimit(Failures failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        boolean withFile = type != null && type.startsWith("multipart/");
        if (request.getContentLengthLong() > (withFile ? MOST_WITH_FILE.toBytes() : MOST)) {
            if (Failures.isApi(request)) {
                failures.write(failures.of(413, request), response);
            } else {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
            return;
        }
        if (withFile) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(
                request.getContentLengthLong() < 0 && Failures.isApi(request) ? counted(request) : request, response);
    }

    private static HttpServletRequest counted(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public ServletInputStream getInputStream() throws IOException {
                return new Counted(super.getInputStream());
            }
        };
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            var got = body.read(to, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) {
            read += more;
            if (read > MOST) {
                throw new MaxUploadSizeExceededException(MOST);
            }
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
    }
}
