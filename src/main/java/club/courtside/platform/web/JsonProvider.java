package club.courtside.platform.web;

import club.courtside.platform.Json;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.stream.Collectors;

/** JSON in and out of the API, the same way everywhere ({@link Json}); what cannot be read is named in a 400. */
@Provider
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** Far more than any request of ours has; what is larger fills the memory of everybody. */
    static final int MOST_BYTES = 1 << 20;

    /** @throws ProblemException 413 when it is too large, 400 when it is no JSON */
    public static JsonNode tree(InputStream in) throws IOException {
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            discardRest(in);
            throw new ProblemException(Problem.of(413, "the request is larger than " + MOST_BYTES + " bytes"));
        }
        try {
            return Json.MAPPER.readTree(content);
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest(null, "the request is not valid JSON");
        }
    }

    /** What stays unread would stand before the next request on the same connection. */
    private static void discardRest(InputStream in) throws IOException {
        byte[] thrownAway = new byte[8192];
        for (int reads = 0; reads < MOST_BYTES / 128 && in.read(thrownAway) >= 0; reads++) {}
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    private static boolean isJson(Class<?> type) {
        return type != String.class
                && type != byte[].class
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        try {
            JsonNode read = tree(in);
            if (read.isMissingNode() || read.isNull())
                throw ProblemException.badRequest(null, "the request has no content");
            return Json.MAPPER.treeToValue(read, Json.MAPPER.constructType(generic));
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof ProblemException wrong) throw wrong;
            throw ProblemException.badRequest(fieldOf(e), "this field has the wrong type or form");
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest(null, "the request is not valid JSON");
        }
    }

    private static String fieldOf(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? null : path;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException, WebApplicationException {
        out.write(Json.MAPPER.writeValueAsBytes(value));
    }
}
