package club.courtside.permissions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each person is answered at one address.
 *
 * @param method of HTTP, or {@code WS} (a WebSocket) or {@code RTSP} (the relay)
 * @param path as the code names it, with its variables in braces
 * @param choices what the path's variables stand for where their name does not say it
 * @param query with its question mark; empty when there is none
 * @param content JSON that is sent; null for none
 * @param answers one for each {@link Person}: a status, for a socket 101 or the code with which it is closed
 */
record PermissionRow(
        String method,
        String path,
        Map<String, String> choices,
        String query,
        String content,
        List<Integer> answers,
        int line) {

    static PermissionRow parse(String text, int line) {
        String[] words = text.strip().split("\\s+");
        Map<String, String> choices = new HashMap<>();
        List<Integer> answers = new ArrayList<>();
        String query = "";
        String content = null;
        for (int i = 2; i < words.length; i++) {
            String word = words[i];
            if (word.startsWith("{")) content = word;
            else if (word.startsWith("?")) query = word;
            else if (word.contains("=")) choices.put(word.split("=")[0], word.split("=")[1]);
            else answers.add(Integer.valueOf(word));
        }
        if (answers.size() != Person.values().length)
            throw new IllegalArgumentException("line " + line + " has " + answers.size() + " answers: " + text);
        return new PermissionRow(words[0], words[1], choices, query, content, answers, line);
    }

    int answer(Person person) {
        return answers.get(person.ordinal());
    }

    /** Method and path, without what the variables are called. */
    String route() {
        return method + " " + anonymous(path);
    }

    static String anonymous(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    @Override
    public String toString() {
        return method + " " + path + query;
    }
}
