package club.courtside.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a servlet answer addresses that lie among those of JAX-RS, or the other way round. Comes after all other filters. */
public final class Forwarding extends HttpFilter {

    private final Pattern address;
    private final String servlet;
    private final transient Predicate<HttpServletRequest> which;

    /**
     * @param address what is forwarded, without the context path
     * @param servlet where to; {@code $1} is the address's first group
     */
    public Forwarding(Pattern address, String servlet) {
        this(address, servlet, Forwarding::reads);
    }

    /** @param which of the requests to that address */
    public Forwarding(Pattern address, String servlet, Predicate<HttpServletRequest> which) {
        this.address = address;
        this.servlet = servlet;
        this.which = which;
    }

    /** @param mapping the servlet mapping that contains all such addresses */
    public void addTo(ServletContext context, String mapping) {
        FilterRegistration.Dynamic filter = context.addFilter("forwarding " + mapping + " to " + servlet, this);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, mapping);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher asked = address.matcher(path);
        if (!asked.matches() || !which.test(request)) {
            chain.doFilter(request, response);
            return;
        }
        String to = asked.replaceFirst(servlet);
        if (to.startsWith("/api/")) response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(to).forward(request, response);
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
