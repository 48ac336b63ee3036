package club.courtside.health;

import club.courtside.platform.web.AtRoot;
import club.courtside.platform.web.Forwarding;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.regex.Pattern;

/** The verdict on the whole lies at the root, where whoever sends files to a processing server asks for it. */
@WebListener
public class HealthAddress implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        new Forwarding(Pattern.compile("/health"), "/api/" + AtRoot.PATH + "/health", request -> true)
                .addTo(event.getServletContext(), "/health");
    }
}
