package club.courtside.upload.target;

import club.courtside.settings.Setting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * A video library of bunny.net (https://docs.bunny.net/stream/tus-resumable-uploads): a video is made there first, then its file comes
 * by tus, then it is encoded. Bunny confirms the size of what it has got, and no checksum.
 */
@ApplicationScoped
public class BunnyStream implements UploadTarget {

    /** Bunny refuses what comes later; a slow line takes long. */
    private static final Duration SIGNED_FOR = Duration.ofDays(7);
    /** Its answer to OPTIONS is not documented; nor are checksums of pieces. */
    private static final Tus.Server TUS = new Tus.Server(true, false);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TargetSettings settings;
    private final Line line;
    private final Tus tus;
    private final Clock clock;

    @Inject
    public BunnyStream(TargetSettings settings, Line line, Tus tus, Clock clock) {
        this.settings = settings;
        this.line = line;
        this.tus = tus;
        this.clock = clock;
    }

    protected BunnyStream() {
        this(null, null, null, null);
    }

    @Override
    public TargetKind kind() {
        return TargetKind.BUNNY_STREAM;
    }

    @Override
    public boolean isSetUp() {
        return settings.get(Setting.BUNNY_STREAM_LIBRARY).isPresent()
                && settings.get(Setting.BUNNY_STREAM_KEY).isPresent();
    }

    @Override
    public String address() {
        return isSetUp() ? server() + "/library/" + library() : null;
    }

    private URI server() {
        return settings.address(Setting.BUNNY_STREAM_ENDPOINT).orElseThrow();
    }

    private String library() {
        return needed(Setting.BUNNY_STREAM_LIBRARY);
    }

    private String needed(Setting setting) {
        return settings.get(setting)
                .orElseThrow(() -> UploadFailure.lasting("not_set_up", "no video library is set up"));
    }

    private URI videos(String more) {
        return URI.create(server() + "/library/" + library() + "/videos" + more);
    }

    private <R extends HttpUriRequestBase> R withKey(R request) {
        request.setHeader("AccessKey", needed(Setting.BUNNY_STREAM_KEY));
        return request;
    }

    /** The video's GUID is what {@link Delivery#remoteId()} says. */
    @Override
    public Delivery send(Parcel parcel) {
        BunnyMemory memory = new BunnyMemory(parcel.journey());
        State state = memory.guid() == null ? State.GONE : state(memory.guid());
        if (state == State.GONE || state == State.UPLOAD_FAILED) memory.begin(created(parcel));
        if (state != State.AT_WORK && state != State.FINISHED)
            tus.send(
                    parcel.withJourney(memory),
                    URI.create(server() + "/tusupload"),
                    TUS,
                    signed(memory.guid()),
                    Map.of("filetype", parcel.mediaType(), "title", parcel.title()));
        return Delivery.worksOn(memory.guid());
    }

    private String created(Parcel parcel) {
        HttpPost post = withKey(new HttpPost(videos("")));
        String body = JSON.createObjectNode().put("title", parcel.title()).toString();
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        String guid = line.send(post).orFail(clock).json().path("guid").asText("");
        if (!isGuid(guid)) throw UploadFailure.passing("bad_answer", "the target does not say what it calls the video");
        return guid;
    }

    private static boolean isGuid(String text) {
        return text.matches("[0-9A-Za-z-]{1,100}");
    }

    /** What lets this one video come, for a time. */
    private Map<String, String> signed(String guid) {
        String until = String.valueOf(clock.instant().plus(SIGNED_FOR).getEpochSecond());
        return Map.of(
                "AuthorizationSignature",
                sha256(library() + needed(Setting.BUNNY_STREAM_KEY) + until + guid),
                "AuthorizationExpire",
                until,
                "VideoId",
                guid,
                "LibraryId",
                library());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of a video, by Bunny's numbers. */
    private enum State {
        GONE,
        WAITING,
        AT_WORK,
        FINISHED,
        FAILED,
        UPLOAD_FAILED;

        static State of(JsonNode video) {
            return switch (video.path("status").asInt(-1)) {
                case 0 -> WAITING;
                case 1, 2, 3, 7 -> AT_WORK;
                // Just-in-time encoding is at its end when the play lists are there.
                case 4, 8 -> FINISHED;
                case 5 -> FAILED;
                case 6 -> UPLOAD_FAILED;
                default ->
                    throw UploadFailure.passing("bad_answer", "the target does not say how it goes with the video");
            };
        }
    }

    private State state(String guid) {
        Answer answer = video(guid);
        return answer.status() == 404
                ? State.GONE
                : State.of(answer.orFail(clock).json());
    }

    private Answer video(String guid) {
        return line.send(withKey(new HttpGet(videos("/" + guid))));
    }

    @Override
    public RemoteWork follow(Parcel parcel, String remoteId) {
        Answer answer = video(remoteId);
        if (answer.status() == 404) throw UploadFailure.anew("lost", "the target knows nothing of the video any more");
        JsonNode said = answer.orFail(clock).json();
        return switch (State.of(said)) {
            case FINISHED -> RemoteWork.done(null);
            case FAILED -> throw UploadFailure.lasting("remote_failed", "the target cannot encode the video");
            case UPLOAD_FAILED -> throw UploadFailure.anew("lost", "the target has not got the video");
            default -> RemoteWork.under(said.path("encodeProgress").asDouble(0) / 100);
        };
    }

    /** What has arrived stays there. */
    @Override
    public void forget(Parcel parcel) {
        String guid = new BunnyMemory(parcel.journey()).guid();
        if (guid == null) return;
        State state = state(guid);
        if (state == State.WAITING || state == State.UPLOAD_FAILED)
            line.send(withKey(new HttpDelete(videos("/" + guid)))).orFail(clock);
    }

    @Override
    public void check() {
        line.send(withKey(new HttpGet(videos("?page=1&itemsPerPage=1")))).orFail(clock);
    }
}
