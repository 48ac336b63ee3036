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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a servlet answer addresses that lie among those of JAX-RS. Comes after all other filters. */
public final class Forwarding extends HttpFilter {

    private final Pattern address;
    private final String servlet;

    /**
     * @param address what is forwarded, without the context path
     * @param servlet where to; {@code $1} is the address's first group
     */
    public Forwarding(Pattern address, String servlet) {
        this.address = address;
        this.servlet = servlet;
    }

    /** @param mapping the servlet mapping that contains all such addresses */
    public void addTo(ServletContext context, String mapping) {
        FilterRegistration.Dynamic filter = context.addFilter("forwarding " + mapping, this);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, mapping);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher asked = address.matcher(path);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reads && asked.matches())
            request.getRequestDispatcher(asked.replaceFirst(servlet)).forward(request, response);
        else chain.doFilter(request, response);
    }
}
