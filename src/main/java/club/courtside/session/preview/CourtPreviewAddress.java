package club.courtside.session.preview;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /api/courts/<court>/preview/…} lies among addresses of JAX-RS, but is answered by {@link PreviewServlet}. */
@WebFilter(urlPatterns = "/api/courts/*", asyncSupported = true)
public class CourtPreviewAddress extends HttpFilter {

    private static final Pattern PREVIEW = Pattern.compile("/api/courts/([^/]+)/preview/([^/]+)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher address = PREVIEW.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (address.matches())
            request.getRequestDispatcher("/api/preview/court/" + address.group(1) + "/" + address.group(2))
                    .forward(request, response);
        else chain.doFilter(request, response);
    }
}
