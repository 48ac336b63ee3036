package club.courtside.session.preview;

import club.courtside.platform.web.Forwarding;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.regex.Pattern;

/** {@code /api/courts/<court>/preview/…} is answered by {@link PreviewServlet}. */
@WebListener
public class CourtPreviewAddresses implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        new Forwarding(Pattern.compile("/api/courts/([^/]+)/preview/([^/]+)"), "/api/preview/court/$1/$2")
                .addTo(event.getServletContext(), "/api/courts/*");
    }
}
