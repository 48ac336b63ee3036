package club.courtside.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.platform.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code /openapi} says of the calls; that each of them is there, {@code PermissionTableTest} holds. */
class ApiDescriptionTest {

    /** Answers without content; tus answers in headers. */
    private static final Set<String> EMPTY =
            Set.of("202", "204", "post /api/uploads 201", "head /api/uploads/{id} 200", "head /upload/{id} 200");

    private final JsonNode api;
    private final List<String> faults = new ArrayList<>();

    ApiDescriptionTest() throws IOException {
        try (var description = OpenApiServlet.class.getResourceAsStream("openapi.json")) {
            api = Json.MAPPER.readTree(description);
        }
    }

    @Test
    void every_call_says_what_it_does() {
        calls((name, call) -> {
            if (call.path("summary").asText().isBlank()) faults.add(name);
            if (call.path("tags").isEmpty()) faults.add(name + " has no tag");
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void every_call_says_what_it_answers_when_all_is_well() {
        calls((name, call) -> {
            List<String> successes = new ArrayList<>();
            for (var answer : call.path("responses").properties())
                if (answer.getKey().startsWith("2")) successes.add(answer.getKey());
            if (successes.isEmpty()) faults.add(name + " never succeeds");
            for (String status : successes)
                if (!EMPTY.contains(status)
                        && !EMPTY.contains(name + " " + status)
                        && call.at("/responses/" + status + "/content").isEmpty())
                    faults.add(name + " " + status + " is of no type");
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void every_error_is_a_problem_and_what_needs_a_sign_in_may_be_a_401() {
        calls((name, call) -> {
            boolean open = call.has("security") && call.path("security").isEmpty();
            if (!open && !call.path("responses").has("401")) faults.add(name + " has no 401");
            for (var answer : call.path("responses").properties())
                if (answer.getKey().startsWith("4")
                        && !answer.getValue().path("content").has("application/problem+json"))
                    faults.add(name + " " + answer.getKey() + " is no problem");
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void every_type_that_is_named_is_described() {
        var named = Pattern.compile("#/components/schemas/(\\w+)").matcher(api.toString());
        while (named.find())
            if (!api.path("components").path("schemas").has(named.group(1))) faults.add(named.group(1));
        assertThat(faults).isEmpty();
    }

    @Test
    void names_and_values_are_those_of_the_json() {
        JsonNode recording = api.at("/components/schemas/RecordingView/properties");
        assertThat(recording.has("planned_end_at")).isTrue();
        assertThat(recording.has("plannedEndAt")).isFalse();
        assertThat(api.at("/components/schemas/RecordingState/enum").toString()).contains("\"interrupted\"");
    }

    /** The version stands in the address. */
    @Test
    void the_page_that_shows_it_finds_its_parts() throws IOException {
        String page = Files.readString(Path.of("src/main/webapp/api.html"));
        var part = Pattern.compile("\"(webjars/[^\"]+)\"").matcher(page);
        int found = 0;
        for (; part.find(); found++)
            assertThat(getClass().getResource("/META-INF/resources/" + part.group(1)))
                    .as(part.group(1))
                    .isNotNull();
        assertThat(found).isEqualTo(2);
    }

    private void calls(BiConsumer<String, JsonNode> check) {
        int count = 0;
        for (var path : api.path("paths").properties())
            for (var call : path.getValue().properties()) {
                if (call.getKey().equals("parameters")) continue;
                count++;
                check.accept(call.getKey() + " " + path.getKey(), call.getValue());
            }
        assertThat(count).isGreaterThan(60);
    }
}
