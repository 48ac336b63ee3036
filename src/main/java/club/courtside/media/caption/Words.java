package club.courtside.media.caption;

import club.courtside.media.ModelUnusable;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The numbers that a model thinks in, and the words that they stand for (WordPiece, as BERT has it). */
final class Words {

    private final List<String> vocabulary;
    private final long first;
    private final long last;

    Words(List<String> vocabulary, JsonNode config) throws ModelUnusable {
        this.vocabulary = vocabulary;
        JsonNode text = config.path("text_config");
        this.first = number(text, "bos_token_id", "[DEC]");
        this.last = number(text, "sep_token_id", "[SEP]");
    }

    private long number(JsonNode config, String name, String word) throws ModelUnusable {
        int known = vocabulary.indexOf(word);
        if (known >= 0) return known;
        if (config.path(name).canConvertToInt()) return config.path(name).asInt();
        throw new ModelUnusable("neither vocab.txt nor config.json tells the number of " + word);
    }

    /** With which every sentence begins. */
    long first() {
        return first;
    }

    boolean isLast(long number) {
        return number == last;
    }

    String text(List<Long> numbers) throws ModelUnusable {
        StringBuilder text = new StringBuilder();
        for (long number : numbers) {
            if (number == first) continue;
            if (number >= vocabulary.size()) throw new ModelUnusable("vocab.txt does not belong to the model");
            String word = vocabulary.get((int) number);
            if (word.startsWith("[") && word.endsWith("]")) continue;
            boolean goesOn = word.startsWith("##");
            if (!goesOn && text.length() > 0) text.append(' ');
            text.append(goesOn ? word.substring(2) : word);
        }
        return text.toString().replaceAll(" ([.,!?;:])", "$1").replaceAll(" ' ?(\\w)", "'$1");
    }
}
