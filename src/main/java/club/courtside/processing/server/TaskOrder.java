package club.courtside.processing.server;

import club.courtside.court.SubtitleModel;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What whoever sends a file wants to be done with it.
 *
 * @param key by which they know the file again; null when they would not
 * @param model of the subtitles; null for the club's
 * @param process whether more than keeping it
 */
record TaskOrder(String key, SubtitleModel model, Priority priority, boolean process) {

    static final String KEY = "Idempotency-Key";

    TaskOrder {
        if (key != null && !key.matches("[\\x20-\\x7e]{1,100}"))
            throw ProblemException.badRequest(KEY, "the key has 1 to 100 printable characters of ASCII");
    }

    /**
     * @param fields a field's text by its name; null where it is absent
     * @throws ProblemException 400 naming the field
     */
    static TaskOrder of(String key, UnaryOperator<String> fields) {
        return new TaskOrder(
                key,
                model(fields.apply("model")),
                fields.apply("priority") == null ? Priority.NORMAL : Priority.of(fields.apply("priority")),
                process(fields.apply("process")));
    }

    private static SubtitleModel model(String word) {
        if (word == null) return null;
        return Arrays.stream(SubtitleModel.values())
                .filter(model -> model.code().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("model", "the model is base, small, medium or large"));
    }

    private static boolean process(String word) {
        if (word == null || word.equals("true")) return true;
        if (word.equals("false")) return false;
        throw ProblemException.badRequest("process", "process is true or false");
    }
}
