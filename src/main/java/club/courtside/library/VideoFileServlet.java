package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.audit.AuditAction;
import club.courtside.court.RenditionFormat;
import club.courtside.platform.Ids;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.ProblemWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /media/videos/<id>.mp4} for players, {@code /media/videos/<id>.jpg} for its picture, {@code
 * /media/videos/<id>.strip.jpg} for its strip, {@code /media/videos/<id>.vtt} for its subtitles, {@code /media/videos/<id>/<format>.mp4} for a copy, {@code
 * /media/videos/<id>/download} to save it, with its moments as chapters unless {@code ?original} is asked for. A servlet, because it sends 1.4 GB/s and checks permissions; JAX-RS and the
 * server's own file handler do one of both.
 */
@WebServlet("/media/videos/*")
public class VideoFileServlet extends HttpServlet {

    private static final Pattern PATH =
            Pattern.compile("/([0-9a-fA-F-]{36})(\\.mp4|\\.jpg|\\.strip\\.jpg|\\.vtt|/download|/[a-z]+\\.mp4)");

    private final transient Library library;
    private final transient CurrentCaller currentCaller;

    private static final Logger LOG = Logger.getLogger(VideoFileServlet.class.getName());

    @Inject
    public VideoFileServlet(Library library, CurrentCaller currentCaller) {
        this.library = library;
        this.currentCaller = currentCaller;
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Caller caller = currentCaller.require();
            Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
            if (!path.matches()) throw ProblemException.notFound("there is nothing at this address");
            boolean original = request.getParameter("original") != null;
            answer(caller, path.group(1), path.group(2), original, response).send(request, response);
        } catch (ProblemException refused) {
            ProblemWriter.write(response, refused.problem());
        } catch (IOException e) {
            if (!response.isCommitted()) throw e;
            LOG.log(Level.FINE, "a player left in the middle of a file, as players do when they seek", e);
        }
    }

    private FileAnswer answer(Caller caller, String id, String what, boolean original, HttpServletResponse response) {
        UUID videoId =
                library.meantBy(caller, Ids.parse(id).orElseThrow(() -> ProblemException.notFound("no such video")));
        StoredVideo video = library.stored(caller, videoId);
        if (what.equals(".jpg")) {
            if (video.thumbnail() == null) throw ProblemException.notFound("this video has no picture yet");
            return new FileAnswer(video.thumbnail(), "image/jpeg", false);
        }
        if (what.equals(".vtt")) {
            if (video.subtitles() == null) throw ProblemException.notFound("this video has no subtitles");
            return new FileAnswer(video.subtitles(), "text/vtt", false);
        }
        if (what.endsWith(".mp4") && what.startsWith("/")) return copy(caller, videoId, video, what, response);
        if (what.equals(".strip.jpg")) {
            if (video.strip() == null) throw ProblemException.notFound("this video has no strip");
            return new FileAnswer(video.strip(), "image/jpeg", false);
        }
        boolean download = what.equals("/download");
        library.handedOut(caller, videoId, download ? AuditAction.VIDEO_DOWNLOADED : AuditAction.VIDEO_WATCHED);
        URI elsewhere = download ? video.downloadAt() : video.watchAt();
        if (elsewhere != null) return FileAnswer.elsewhere(elsewhere);
        String kind = download ? "attachment" : "inline";
        response.setHeader("Content-Disposition", DownloadName.of(video).disposition(kind));
        Chapters chapters = download && !original ? video.chapters() : null;
        Path file = download ? video.file() : video.playable();
        return new FileAnswer(file, VideoType.of(file), video.growing(), chapters);
    }

    /** Saved under the video's title, as a download is. */
    private FileAnswer copy(Caller caller, UUID videoId, StoredVideo video, String what, HttpServletResponse response) {
        RenditionFormat format = Arrays.stream(RenditionFormat.values())
                .filter(known -> what.equals("/" + known.code() + ".mp4"))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no such format"));
        Path file = library.rendition(caller, videoId, format);
        library.handedOut(caller, videoId, AuditAction.VIDEO_DOWNLOADED);
        response.setHeader("Content-Disposition", DownloadName.of(video).disposition("attachment"));
        return new FileAnswer(file, "video/mp4", false);
    }
}
