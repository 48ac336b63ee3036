package club.courtside.processing.server;

import club.courtside.library.FileAnswer;
import club.courtside.platform.Ids;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.ProblemWriter;
import club.courtside.platform.web.Sender;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /results/<task>/renditions/<format>}: a copy that was made, for whoever has the key. */
@WebServlet("/results/*")
public class ServerRenditionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([0-9a-fA-F-]{36})/renditions/([a-z]+)");
    private static final Logger LOG = Logger.getLogger(ServerRenditionServlet.class.getName());

    private final transient ProcessingKey key;
    private final transient TaskSight sight;

    @Inject
    public ServerRenditionServlet(ProcessingKey key, TaskSight sight) {
        this.key = key;
        this.sight = sight;
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            key.check(request.getHeader("Authorization"));
            new FileAnswer(file(request), "video/mp4", false).send(request, response);
        } catch (ProblemException refused) {
            if (refused.status() == HttpServletResponse.SC_UNAUTHORIZED)
                response.setHeader("WWW-Authenticate", "Bearer");
            ProblemWriter.write(response, refused.problem());
        } catch (IOException e) {
            if (!response.isCommitted()) throw e;
            LOG.log(Level.FINE, "somebody left in the middle of a copy", e);
        }
    }

    private Path file(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) throw ProblemException.notFound("there is nothing at this address");
        return sight.rendition(
                Ids.parse(path.group(1)).orElseThrow(() -> ProblemException.notFound("there is no such task")),
                path.group(2),
                Sender.of(request).address());
    }
}
