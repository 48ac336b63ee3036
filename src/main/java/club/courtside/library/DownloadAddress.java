package club.courtside.library;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /api/video/files/<id>/download} lies between addresses of JAX-RS, but is answered by {@link VideoFileServlet}. */
@WebFilter(urlPatterns = "/api/video/files/*", asyncSupported = true)
public class DownloadAddress extends HttpFilter {

    private static final Pattern DOWNLOAD = Pattern.compile("/api/video/files/([^/]+)/download");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher address = DOWNLOAD.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (read && address.matches())
            request.getRequestDispatcher("/media/videos/" + address.group(1) + "/download")
                    .forward(request, response);
        else chain.doFilter(request, response);
    }
}
