package club.courtside.platform.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The description of the API (OpenAPI 3.0) that the build made: YAML, or JSON for whoever asks for it by
 * {@code ?format=json} or {@code Accept}. It is browsable at {@code /api.html}.
 */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = wantsJson(request);
        response.setContentType(json ? "application/json" : "application/yaml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Vary", "Accept");
        try (var description = getClass().getResourceAsStream(json ? "openapi.json" : "openapi.yaml")) {
            description.transferTo(response.getOutputStream());
        }
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String format = request.getParameter("format");
        if (format != null) return format.equalsIgnoreCase("json");
        return Optional.ofNullable(request.getHeader("Accept")).orElse("").contains("application/json");
    }
}
