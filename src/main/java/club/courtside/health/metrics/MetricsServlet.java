package club.courtside.health.metrics;

import club.courtside.platform.web.Sender;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code GET /metrics} for Prometheus. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Metrics metrics;

    @Inject
    @ConfigProperty(name = "courtside.metrics.token")
    private transient Optional<String> token;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int answer = new MetricsDoor(token).answer(Sender.of(request).address(), request.getHeader("Authorization"));
        if (answer != HttpServletResponse.SC_OK) {
            refuse(answer, response);
            return;
        }
        var text = new ByteArrayOutputStream();
        metrics.write(text);
        response.setContentType(metrics.contentType());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(text.toByteArray());
    }

    private static void refuse(int answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer);
        response.setContentType("text/plain;charset=UTF-8");
        if (answer == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
            response.getWriter().println("send COURTSIDE_METRICS_TOKEN as Authorization: Bearer");
        } else
            response.getWriter().println("metrics are for this machine; COURTSIDE_METRICS_TOKEN opens them to others");
    }
}
