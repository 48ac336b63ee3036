package club.courtside.library;

import club.courtside.platform.web.Forwarding;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.regex.Pattern;

/** {@code /api/video/files/<id>/download} is answered by {@link VideoFileServlet}. */
@WebListener
public class DownloadAddresses implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        new Forwarding(Pattern.compile("/api/video/files/([^/]+)/download"), "/media/videos/$1/download")
                .addTo(event.getServletContext(), "/api/video/files/*");
    }
}
