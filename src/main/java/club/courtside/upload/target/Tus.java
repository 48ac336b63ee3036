package club.courtside.upload.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpOptions;
import org.apache.hc.client5.http.classic.methods.HttpPatch;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;

/**
 * Sends files by tus 1.0 (https://tus.io/protocols/resumable-upload): what broke off goes on where it was, and each piece is
 * checked by the other side where it can do that.
 */
@ApplicationScoped
public class Tus {

    private static final String RESUMABLE = "Tus-Resumable";
    private static final String VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final ContentType PIECE = ContentType.create("application/offset+octet-stream");
    /** Bytes of a piece that is checked: what is lost at most when the line breaks. */
    private static final long CHECKED_PIECE = 32 << 20;
    /** A server that takes nothing of a piece is not asked for ever. */
    private static final int MOST_WITHOUT_PROGRESS = 3;

    /** Of the server itself, or of the proxy before one that is away. */
    private static final Set<Integer> OUT_OF_SERVICE = Set.of(502, 503, 504);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Line line;
    private final Bandwidth bandwidth;
    private final Clock clock;

    @Inject
    public Tus(Line line, Bandwidth bandwidth, Clock clock) {
        this.line = line;
        this.bandwidth = bandwidth;
        this.clock = clock;
    }

    protected Tus() {
        this(null, null, null);
    }

    /**
     * What a server says of itself.
     *
     * @param speaks whether it takes files by tus
     * @param checks whether it checks pieces by their SHA-256
     */
    record Server(boolean speaks, boolean checks) {}

    /** @param headers that every request needs: keys and such */
    Server ask(URI endpoint, Map<String, String> headers) {
        Answer answer = line.send(with(headers, new HttpOptions(endpoint)));
        boolean speaks = answer.isGood()
                && has(answer.header("Tus-Version"), VERSION)
                && has(answer.header("Tus-Extension"), "creation");
        return new Server(
                speaks,
                speaks
                        && has(answer.header("Tus-Extension"), "checksum")
                        && has(answer.header("Tus-Checksum-Algorithm"), "sha256"));
    }

    private static boolean has(String list, String word) {
        return list != null && Arrays.stream(list.split(",")).map(String::strip).anyMatch(word::equals);
    }

    /**
     * @param metadata of the file
     * @return where it lies now
     * @throws UploadFailure when it did not arrive
     */
    URI send(Parcel parcel, URI endpoint, Server server, Map<String, String> headers, Map<String, String> metadata) {
        Place place = known(parcel, endpoint, headers);
        if (place == null) place = create(parcel, endpoint, headers, metadata);
        long offset = place.offset;
        for (int idle = 0; offset < parcel.bytes(); ) {
            parcel.journey().reached(offset);
            long reached = piece(parcel, place.address, offset, server.checks(), headers);
            if (reached > offset) idle = 0;
            else if (++idle >= MOST_WITHOUT_PROGRESS)
                throw UploadFailure.anew("bad_answer", "the target takes no further byte of the file");
            offset = reached;
        }
        return place.address;
    }

    private record Place(URI address, long offset) {}

    /** Where an earlier attempt has got to; null when there was none, or nothing of it is left. */
    private Place known(Parcel parcel, URI endpoint, Map<String, String> headers) {
        URI address = address(parcel.journey().memory(), endpoint);
        if (address == null) return null;
        Answer answer = line.send(with(headers, new HttpHead(address)));
        if (answer.status() == 404 || answer.status() == 410) {
            parcel.journey().remember(null);
            return null;
        }
        return new Place(address, offset(answer.orFail(clock), parcel));
    }

    /** Null when there is none, or it was at another server: that one may be gone, and our key is none of its business. */
    private static URI address(String memory, URI endpoint) {
        try {
            String text =
                    memory == null ? null : JSON.readTree(memory).path("tus").asText(null);
            URI address = text == null ? null : URI.create(text);
            return address != null && isAtSameServer(address, endpoint) ? address : null;
        } catch (JsonProcessingException | IllegalArgumentException other) {
            return null;
        }
    }

    private Place create(Parcel parcel, URI endpoint, Map<String, String> headers, Map<String, String> metadata) {
        HttpPost post = with(headers, new HttpPost(endpoint));
        post.setHeader("Upload-Length", parcel.bytes());
        post.setHeader("Upload-Metadata", encoded(metadata));
        post.setHeader("Idempotency-Key", parcel.key());
        Answer answer = line.send(post).orFail(clock);
        String location = answer.header("Location");
        if (location == null) throw UploadFailure.passing("bad_answer", "the target does not say where the file goes");
        URI address = resolved(endpoint, location);
        parcel.journey()
                .remember(JSON.createObjectNode().put("tus", address.toString()).toString());
        // The same key may mean a file that is there in part, or as a whole.
        return new Place(
                address, offset(line.send(with(headers, new HttpHead(address))).orFail(clock), parcel));
    }

    /** Nobody sends our key to another machine by saying that the file goes there. */
    private static URI resolved(URI endpoint, String location) {
        try {
            URI address = endpoint.resolve(location);
            if (isAtSameServer(address, endpoint)) return address;
            return new URI(endpoint.getScheme(), endpoint.getAuthority(), address.getPath(), address.getQuery(), null);
        } catch (IllegalArgumentException | java.net.URISyntaxException garbage) {
            throw UploadFailure.passing("bad_answer", "the target names no place for the file");
        }
    }

    private static boolean isAtSameServer(URI address, URI endpoint) {
        return Objects.equals(address.getAuthority(), endpoint.getAuthority())
                && Objects.equals(address.getScheme(), endpoint.getScheme());
    }

    private long piece(Parcel parcel, URI address, long offset, boolean checked, Map<String, String> headers) {
        long length = parcel.bytes() - offset;
        if (checked) length = Math.min(length, CHECKED_PIECE);
        HttpPatch patch = with(headers, new HttpPatch(address));
        patch.setHeader(OFFSET, offset);
        if (checked) patch.setHeader("Upload-Checksum", "sha256 " + checksum(parcel, offset, length));
        FilePart part = new FilePart(parcel, offset, length, bandwidth);
        patch.setEntity(new FileEntity(part, PIECE));
        Answer answer = line.send(patch, part);
        // Another connection of ours that the server had not given up yet has got further, or a piece was damaged.
        if (answer.status() == 409 || answer.status() == 460)
            return offset(line.send(with(headers, new HttpHead(address))).orFail(clock), parcel);
        if (answer.status() == 404 || answer.status() == 410)
            throw UploadFailure.anew("lost", "the target has lost what it had of the file");
        return offset(answer.orFail(clock), parcel);
    }

    private static long offset(Answer answer, Parcel parcel) {
        String value = answer.header(OFFSET);
        if (value == null || !value.matches("\\d{1,18}") || Long.parseLong(value) > parcel.bytes())
            throw UploadFailure.anew("bad_answer", "the target does not say how much of the file it has");
        return Long.parseLong(value);
    }

    /**
     * What is half sent there is thrown away, where the server can do that.
     *
     * @throws UploadFailure when it is out of service and may do it later
     */
    void forget(Parcel parcel, URI endpoint, Map<String, String> headers) {
        URI address = address(parcel.journey().memory(), endpoint);
        if (address == null) return;
        Answer answer = line.send(with(headers, new HttpDelete(address)));
        if (OUT_OF_SERVICE.contains(answer.status())) throw answer.failure(clock);
    }

    private static String encoded(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + Base64.getEncoder().encodeToString(entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    private static String checksum(Parcel parcel, long from, long length) {
        try (FileChannel file = FileChannel.open(parcel.file())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer some = ByteBuffer.allocate(1 << 16);
            for (long done = 0; done < length; ) {
                some.clear().limit((int) Math.min(some.capacity(), length - done));
                int read = file.read(some, from + done);
                if (read < 0) throw UploadFailure.passing("file_changed", "the file changed under way");
                digest.update(some.flip());
                done += read;
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (IOException e) {
            throw Line.failure(e);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("every Java has SHA-256", e));
        }
    }

    private static <R extends HttpUriRequestBase> R with(Map<String, String> headers, R request) {
        request.setHeader(RESUMABLE, VERSION);
        headers.forEach(request::setHeader);
        return request;
    }
}
