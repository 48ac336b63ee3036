package club.courtside.processing.server;

import club.courtside.library.arrival.Tus;
import club.courtside.platform.web.AtRoot;
import club.courtside.platform.web.Forwarding;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The calls of a processing server lie at the root. What speaks tus is told from a form by its header. */
@WebListener
public class ServerAddresses implements ServletContextListener {

    private static final String INSIDE = "/api/" + AtRoot.PATH;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        new Forwarding(Pattern.compile("/upload"), INSIDE + "/by-tus/upload", ServerAddresses::isTus)
                .addTo(context, "/upload");
        new Forwarding(Pattern.compile("/upload"), INSIDE + "/upload", request -> !isTus(request))
                .addTo(context, "/upload");
        all(context, "/upload/([^/]+)", "/by-tus/upload/$1", "/upload/*");
        all(context, "/status/([^/]+)", "/status/$1", "/status/*");
        all(context, "/results/([^/]+)", "/results/$1", "/results/*");
    }

    private static void all(ServletContext context, String address, String inside, String mapping) {
        new Forwarding(Pattern.compile(address), INSIDE + inside, request -> true).addTo(context, mapping);
    }

    private static boolean isTus(HttpServletRequest request) {
        return request.getHeader(Tus.RESUMABLE) != null || request.getMethod().equals("OPTIONS");
    }
}
