package club.courtside.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a command answers to a script: one object on one line. */
final class JsonLine {

    private final ObjectNode values = JsonNodeFactory.instance.objectNode();

    JsonLine with(String name, String value) {
        values.put(name, value);
        return this;
    }

    JsonLine with(String name, long value) {
        values.put(name, value);
        return this;
    }

    JsonLine with(String name, double value) {
        values.put(name, value);
        return this;
    }

    JsonLine with(String name, boolean value) {
        values.put(name, value);
        return this;
    }

    JsonLine with(String name, List<String> texts) {
        ArrayNode array = values.putArray(name);
        texts.forEach(array::add);
        return this;
    }

    JsonLine withAll(String name, List<JsonLine> lines) {
        ArrayNode array = values.putArray(name);
        lines.forEach(line -> array.add(line.values));
        return this;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
