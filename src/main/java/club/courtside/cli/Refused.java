package club.courtside.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What the running Courtside answered instead of doing it (RFC 9457), in its own sentence. */
final class Refused extends CannotRun {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final String field;
    private final String detail;

    private Refused(int status, String field, String detail) {
        super("Courtside says: " + withoutStop(detail) + ".");
        this.status = status;
        this.field = field;
        this.detail = withoutStop(detail);
    }

    /** Some sentences of the engine end with one, those of the API do not. */
    private static String withoutStop(String sentence) {
        return sentence.replaceFirst("\\.$", "");
    }

    static Refused of(HttpResponse<String> answer) {
        int status = answer.statusCode();
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return new Refused(
                    status,
                    problem.path("field").textValue(),
                    problem.path("detail").asText("status " + status));
        } catch (JsonProcessingException e) {
            return new Refused(status, null, "status " + status);
        }
    }

    /** Whether what was asked for is wrong, and not only impossible at this moment. */
    boolean isWrongInput() {
        return status == 400 && field != null;
    }

    /** Of the request; null when it is none of them. */
    String field() {
        return field;
    }

    String detail() {
        return detail;
    }
}
