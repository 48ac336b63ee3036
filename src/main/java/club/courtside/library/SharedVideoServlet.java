package club.courtside.library;

import club.courtside.platform.ProblemException;
import club.courtside.platform.web.ProblemWriter;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /s/<token>} is what a link shows, {@code /s/<token>/video.mp4}, {@code picture.jpg}, {@code strip.jpg} and {@code download} are the
 * files on that page. {@code /s/<token>/2} and what is below it is the second angle of the match. Each request looks the link up again, so that taking it back works at once.
 */
@WebServlet("/s/*")
public class SharedVideoServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile(
            "/([A-Za-z0-9_-]{1,100})(?:/([1-9][0-9]?))?(/video\\.mp4|/picture\\.jpg|/strip\\.jpg|/download)?");
    private static final Logger LOG = Logger.getLogger(SharedVideoServlet.class.getName());

    private final transient ShareDoor door;

    @Inject
    public SharedVideoServlet(ShareDoor door) {
        this.door = door;
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        response.setHeader("X-Robots-Tag", "noindex");
        if (!path.matches()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (path.group(3) == null) showPage(path.group(1), angle(path), request, response);
        else sendFile(path, request, response);
    }

    /** 0 for the one that the link was made for. */
    private static int angle(Matcher path) {
        return path.group(2) == null ? 0 : Integer.parseInt(path.group(2));
    }

    private static void showPage(String token, int angle, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/shared.xhtml?token=" + token + "&angle=" + angle)
                .forward(request, response);
    }

    private void sendFile(Matcher path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(path.group(1), angle(path), path.group(3), response).send(request, response);
        } catch (ProblemException refused) {
            ProblemWriter.write(response, refused.problem());
        } catch (IOException e) {
            if (!response.isCommitted()) throw e;
            LOG.log(Level.FINE, "a player left in the middle of a file, as players do when they seek", e);
        }
    }

    private FileAnswer answer(String token, int angle, String what, HttpServletResponse response) {
        boolean download = what.equals("/download");
        StoredVideo video = download ? door.download(token, angle) : door.file(token, angle);
        if (what.equals("/picture.jpg")) {
            if (video.thumbnail() == null) throw ProblemException.notFound("this video has no picture yet");
            return new FileAnswer(video.thumbnail(), "image/jpeg", false);
        }
        if (what.equals("/strip.jpg")) {
            if (video.strip() == null) throw ProblemException.notFound("this video has no strip");
            return new FileAnswer(video.strip(), "image/jpeg", false);
        }
        URI elsewhere = download ? video.downloadAt() : video.watchAt();
        if (elsewhere != null) return FileAnswer.elsewhere(elsewhere);
        String kind = download ? "attachment" : "inline";
        response.setHeader("Content-Disposition", DownloadName.of(video).disposition(kind));
        Path file = download ? video.file() : video.playable();
        return new FileAnswer(file, VideoType.of(file), video.growing(), download ? video.chapters() : null);
    }
}
