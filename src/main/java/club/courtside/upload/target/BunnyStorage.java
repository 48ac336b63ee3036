package club.courtside.upload.target;

import club.courtside.settings.Setting;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * A storage zone of bunny.net (https://docs.bunny.net/storage/http). It takes a file whole, and only if its SHA-256 is right; what
 * broke off begins from the first byte.
 */
@ApplicationScoped
public class BunnyStorage implements UploadTarget {

    /** A folder that nobody has: whether our key is taken can be seen from how it is refused. */
    private static final String NO_FOLDER = "courtside-asks-whether-it-may/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TargetSettings settings;
    private final Line line;
    private final Bandwidth bandwidth;
    private final Clock clock;

    @Inject
    public BunnyStorage(TargetSettings settings, Line line, Bandwidth bandwidth, Clock clock) {
        this.settings = settings;
        this.line = line;
        this.bandwidth = bandwidth;
        this.clock = clock;
    }

    protected BunnyStorage() {
        this(null, null, null, null);
    }

    @Override
    public TargetKind kind() {
        return TargetKind.BUNNY_STORAGE;
    }

    @Override
    public boolean isSetUp() {
        return settings.get(Setting.BUNNY_STORAGE_ZONE).isPresent()
                && settings.get(Setting.BUNNY_STORAGE_KEY).isPresent();
    }

    @Override
    public String address() {
        return isSetUp() ? zone().toString() : null;
    }

    private URI zone() {
        String name = settings.get(Setting.BUNNY_STORAGE_ZONE)
                .orElseThrow(() -> UploadFailure.lasting("not_set_up", "no storage zone is set up"));
        return URI.create(settings.address(Setting.BUNNY_STORAGE_ENDPOINT).orElseThrow() + "/" + name);
    }

    private URI at(String path) {
        return URI.create(zone() + "/"
                + Arrays.stream(path.split("/", -1))
                        .map(name ->
                                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/")));
    }

    private <R extends HttpUriRequestBase> R withKey(R request) {
        settings.get(Setting.BUNNY_STORAGE_KEY).ifPresent(key -> request.setHeader("AccessKey", key));
        return request;
    }

    /** Its path in the zone is what {@link Delivery#remoteId()} says. */
    @Override
    public Delivery send(Parcel parcel) {
        String folder = parcel.clubId() + "/" + parcel.videoId() + "/";
        String path = folder + parcel.name();
        if (!isThere(parcel, folder)) put(parcel, path);
        return Delivery.stored(path);
    }

    private void put(Parcel parcel, String path) {
        FilePart part = new FilePart(parcel, 0, parcel.bytes(), bandwidth);
        HttpPut put = withKey(new HttpPut(at(path)));
        put.setHeader("Checksum", parcel.sha256().toUpperCase(Locale.ROOT));
        put.setEntity(new FileEntity(part, part.type()));
        Answer answer = line.send(put, part);
        // All that is documented of 400 is that the upload has not succeeded; of our requests only the sum can be
        // wrong.
        if (answer.status() == 400)
            throw UploadFailure.anew("wrong_checksum", "the target has got something else than what was sent");
        if (answer.orFail(clock).status() != 201)
            throw UploadFailure.passing("bad_answer", "the target does not say that it has stored the file");
    }

    /** A zone lists what it has with its size and SHA-256; where it does not, the file is sent once more. */
    private boolean isThere(Parcel parcel, String folder) {
        Answer answer = line.send(withKey(new HttpGet(at(folder))));
        if (answer.status() == 404) return false;
        try {
            for (JsonNode object : JSON.readTree(answer.orFail(clock).body()))
                if (parcel.name().equals(object.path("ObjectName").asText())
                        && object.path("Length").asLong(-1) == parcel.bytes()
                        && parcel.sha256()
                                .equalsIgnoreCase(object.path("Checksum").asText())) return true;
            return false;
        } catch (JsonProcessingException garbage) {
            throw UploadFailure.passing("bad_answer", "the target does not say what it has");
        }
    }

    @Override
    public void check() {
        Answer answer = line.send(withKey(new HttpGet(at(NO_FOLDER))));
        if (answer.status() != 404) answer.orFail(clock);
    }
}
