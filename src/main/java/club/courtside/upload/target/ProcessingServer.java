package club.courtside.upload.target;

import club.courtside.settings.Setting;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;

/**
 * A server that converts, describes and subtitles: another Courtside, or any that has the same four calls. By tus where it
 * speaks that, else in one form.
 */
@ApplicationScoped
public class ProcessingServer implements UploadTarget {

    private static final int LONGEST_ID = 200;
    private static final Set<String> GOOD_ENDS =
            Set.of("completed", "complete", "done", "finished", "success", "ready");
    private static final Set<String> BAD_ENDS = Set.of("failed", "failure", "error", "cancelled", "canceled");
    /** What neither is one of these nor an end says nothing: whoever waited for it would wait for ever. */
    private static final Set<String> UNDER_WAY = Set.of(
            "receiving",
            "received",
            "uploaded",
            "accepted",
            "created",
            "pending",
            "queued",
            "scheduled",
            "waiting",
            "starting",
            "started",
            "running",
            "processing",
            "in_progress");

    /** No task has it: whether our key is taken can be seen from how it is refused. */
    private static final String NO_TASK = "00000000-0000-0000-0000-000000000000";

    private final TargetSettings settings;
    private final Line line;
    private final Tus tus;
    private final Bandwidth bandwidth;
    private final Clock clock;

    @Inject
    public ProcessingServer(TargetSettings settings, Line line, Tus tus, Bandwidth bandwidth, Clock clock) {
        this.settings = settings;
        this.line = line;
        this.tus = tus;
        this.bandwidth = bandwidth;
        this.clock = clock;
    }

    protected ProcessingServer() {
        this(null, null, null, null, null);
    }

    @Override
    public TargetKind kind() {
        return TargetKind.PROCESSING_SERVER;
    }

    @Override
    public boolean isSetUp() {
        return settings.address(Setting.VULTR_API_URL).isPresent();
    }

    @Override
    public String address() {
        return isSetUp() ? door().toString() : null;
    }

    private URI door() {
        String path = settings.get(Setting.VULTR_UPLOAD_ENDPOINT).orElseThrow();
        URI server = settings.address(Setting.VULTR_API_URL)
                .orElseThrow(() -> UploadFailure.lasting("not_set_up", "no processing server is set up"));
        return URI.create(server + (path.startsWith("/") ? path : "/" + path));
    }

    /** {@code status/…} and the others stand beside the door. */
    private URI beside(String path) {
        return door().resolve(path);
    }

    private static String inPath(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Map<String, String> key() {
        return settings.get(Setting.VULTR_API_KEY)
                .map(key -> Map.of("Authorization", "Bearer " + key))
                .orElse(Map.of());
    }

    private <R extends HttpUriRequestBase> R withKey(R request) {
        key().forEach(request::setHeader);
        return request;
    }

    @Override
    public Delivery send(Parcel parcel) {
        URI door = door();
        Tus.Server server = tus.ask(door, key());
        return Delivery.worksOn(server.speaks() ? byTus(parcel, door, server) : asForm(parcel, door));
    }

    private String byTus(Parcel parcel, URI door, Tus.Server server) {
        Map<String, String> metadata = new HashMap<>(wishes(parcel));
        metadata.put(
                "filename",
                parcel.title() + parcel.name().substring(parcel.name().lastIndexOf('.')));
        metadata.put("filetype", parcel.mediaType());
        String path = tus.send(parcel, door, server, key(), metadata).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Map<String, String> wishes(Parcel parcel) {
        return Map.of(
                "model", parcel.wish().model(),
                "priority", parcel.wish().priority().name().toLowerCase(Locale.ROOT),
                "process", String.valueOf(parcel.wish().process()));
    }

    private String asForm(Parcel parcel, URI door) {
        FilePart part = new FilePart(parcel, 0, parcel.bytes(), bandwidth);
        MultipartEntityBuilder form = MultipartEntityBuilder.create();
        wishes(parcel).forEach(form::addTextBody);
        form.addPart("file", new FormFile(part));
        HttpPost post = withKey(new HttpPost(door));
        post.setHeader("Idempotency-Key", parcel.key());
        post.setEntity(form.build());
        JsonNode answer = line.send(post, part).orFail(clock).json();
        String id = answer.path("task_id").asText("");
        if (id.isBlank() || id.length() > LONGEST_ID)
            throw UploadFailure.passing("bad_answer", "the target does not say what it calls the task");
        refuseIfOther(parcel, answer);
        return id;
    }

    /** A target that says what it has got must have got what was sent. */
    private static void refuseIfOther(Parcel parcel, JsonNode received) {
        boolean same = parcel.sha256().equalsIgnoreCase(received.path("sha256").asText(parcel.sha256()))
                && received.path("size").asLong(parcel.bytes()) == parcel.bytes();
        if (!same) throw UploadFailure.anew("wrong_checksum", "the target has got something else than what was sent");
    }

    @Override
    public RemoteWork follow(Parcel parcel, String remoteId) {
        Answer answer = line.send(withKey(new HttpGet(beside("status/" + inPath(remoteId)))));
        if (answer.status() == 404 || answer.status() == 410)
            throw UploadFailure.anew("lost", "the target knows nothing of the video any more");
        JsonNode said = answer.orFail(clock).json();
        refuseIfOther(parcel, said);
        String status = said.path("status").asText("").toLowerCase(Locale.ROOT);
        if (BAD_ENDS.contains(status))
            throw UploadFailure.lasting("remote_failed", "the target has failed: " + why(said));
        if (GOOD_ENDS.contains(status)) return RemoteWork.done(results(remoteId));
        if (!UNDER_WAY.contains(status))
            throw UploadFailure.passing("bad_answer", "the target does not say how it goes with the video");
        return RemoteWork.under(said.path("progress").asDouble(0) / 100);
    }

    private static String why(JsonNode said) {
        String error = said.path("error").asText("");
        return error.isBlank() || error.equals("null") ? "it gave no reason" : error;
    }

    /** Null where the target has none to give. */
    private JsonNode results(String remoteId) {
        Answer answer = line.send(withKey(new HttpGet(beside("results/" + inPath(remoteId)))));
        return answer.status() == 404 ? null : answer.orFail(clock).json();
    }

    @Override
    public void forget(Parcel parcel) {
        tus.forget(parcel, door(), key());
    }

    @Override
    public void check() {
        line.send(new HttpGet(beside("health"))).orFail(clock);
        Answer answer = line.send(withKey(new HttpGet(beside("status/" + NO_TASK))));
        if (answer.status() == 401 || answer.status() == 403) throw answer.failure(clock);
    }
}
