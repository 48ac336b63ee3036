package club.courtside.session.preview;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.CameraEngine;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.Json;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.ProblemWriter;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Pictures of a session's camera, {@code /api/preview/<session>/stream.mjpeg}, {@code snapshot.jpg} and {@code info};
 * the same of a court's under {@code /api/preview/court/<court>/}. {@code ?camera=} names another angle than the main
 * one. A stream holds no thread.
 */
@WebServlet(urlPatterns = "/api/preview/*", asyncSupported = true)
public class PreviewServlet extends HttpServlet {

    private static final String TRY_AGAIN_SECONDS = "2";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final transient Previews previews;
    private final transient CameraEngine engine;
    private final transient CurrentCaller currentCaller;
    private final transient LiveViews views;

    @Inject
    public PreviewServlet(Previews previews, CameraEngine engine, CurrentCaller currentCaller, LiveViews views) {
        this.views = views;
        this.previews = previews;
        this.engine = engine;
        this.currentCaller = currentCaller;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("GET")) {
            doGet(request, response);
        } else {
            response.setHeader("Allow", "GET");
            ProblemWriter.write(response, Problem.of(405, "this address does not know that method"));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            Caller caller = currentCaller.require();
            PreviewAddress address = PreviewAddress.of(request.getPathInfo(), request.getParameter("camera"));
            Grant grant = previews.grant(caller, address);
            String feedId = grant.feedId().toString();
            PreviewFormat format = PreviewFormat.of(request::getParameter, previews.usualFormat());
            switch (address.what()) {
                case "stream.mjpeg" ->
                    stream(
                            feedId,
                            format,
                            request,
                            response,
                            stream -> new LiveView(
                                    caller, address, grant, stream::leave, () -> stream.isStalledFor(PATIENCE)));
                case "snapshot.jpg" -> snapshot(feedId, format, response);
                case "info" -> info(grant.feedId(), response);
                default -> throw ProblemException.notFound("there is nothing at this address");
            }
        } catch (ProblemException refused) {
            ProblemWriter.write(response, refused.problem());
        } catch (EngineException refused) {
            refuse(refused, response);
        }
    }

    private void info(UUID feed, HttpServletResponse response) throws IOException {
        String rtsp = previews.relayAddress(feed).orElse(null);
        byte[] info =
                Json.MAPPER.writeValueAsBytes(PreviewInfo.of(engine.client().feed(feed.toString()), rtsp));
        response.setContentType("application/json");
        response.getOutputStream().write(info);
    }

    private void snapshot(String feedId, PreviewFormat format, HttpServletResponse response) throws IOException {
        byte[] picture = engine.client().snapshot(feedId, format.width());
        response.setContentType("image/jpeg");
        response.setContentLength(picture.length);
        response.getOutputStream().write(picture);
    }

    private void stream(
            String feedId,
            PreviewFormat format,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<ServletStream, LiveView> viewOf)
            throws IOException {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        ServletStream stream = new ServletStream(context);
        LiveView view = viewOf.apply(stream);
        stream.onLeave(() -> views.left(view));
        views.opened(view);
        engine.client().live(feedId, "live.mjpeg", format.asQuery()).whenComplete((live, failure) -> {
            if (failure == null) {
                response.setContentType(live.contentType());
                stream.start(live.bytes());
            } else {
                refuse(cause(failure), response);
                stream.leave();
            }
        });
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Whatever the engine says, the picture may come back: the camera reconnects, a viewer leaves. */
    private static void refuse(Throwable failure, HttpServletResponse response) {
        boolean engineSpoke = failure instanceof EngineException known && !known.isUnavailable();
        String reason = engineSpoke ? ((EngineException) failure).reason().code() : null;
        String detail = failure instanceof EngineException known
                ? known.reason().message()
                : "the recording engine cannot show this camera at the moment";
        response.setHeader("Retry-After", TRY_AGAIN_SECONDS);
        ProblemWriter.write(response, new Problem(null, null, 503, detail, null, reason));
    }
}
