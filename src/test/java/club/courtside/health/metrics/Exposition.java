package club.courtside.health.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The text format 0.0.4 of Prometheus, read strictly: every sample belongs to a family that said its type and help before. */
final class Exposition {

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (NaN|[+-]Inf|-?[0-9.]+(?:[eE][+-]?[0-9]+)?)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, String> helps = new TreeMap<>();
    private final Map<String, Double> samples = new LinkedHashMap<>();

    static Exposition parse(String text) {
        var exposition = new Exposition();
        if (!text.endsWith("\n")) throw new AssertionError("the last line does not end");
        text.lines().forEach(exposition::line);
        return exposition;
    }

    private void line(String line) {
        if (line.startsWith("# TYPE ")) once(types, line.split(" ", 4));
        else if (line.startsWith("# HELP ")) once(helps, line.split(" ", 4));
        else sample(line);
    }

    private static void once(Map<String, String> of, String[] words) {
        if (of.put(words[2], words[3]) != null) throw new AssertionError("twice: " + words[2]);
    }

    private void sample(String line) {
        var sample = SAMPLE.matcher(line);
        if (!sample.matches()) throw new AssertionError("no sample: " + line);
        String name = sample.group(1);
        String family = types.containsKey(name) ? name : name.replaceAll("_(bucket|sum|count)$", "");
        if (!types.containsKey(family) || !helps.containsKey(family))
            throw new AssertionError("a sample without type or help: " + line);
        if (samples.put(
                        name + labels(sample.group(2)),
                        Double.parseDouble(sample.group(3).replace("Inf", "Infinity")))
                != null) throw new AssertionError("twice: " + line);
    }

    private static Map<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        var label = LABEL.matcher(text == null ? "" : text);
        int at = 0;
        while (label.find() && label.start() == at) {
            labels.put(label.group(1), label.group(2));
            at = label.end();
        }
        if (text != null && at != text.length()) throw new AssertionError("no labels: " + text);
        return labels;
    }

    Map<String, String> types() {
        return types;
    }

    /** By name and sorted labels, such as {@code courtside_jobs{kind=convert, state=queued, work=job}}. */
    Map<String, Double> samples() {
        return samples;
    }
}
