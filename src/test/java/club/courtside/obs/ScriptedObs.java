package club.courtside.obs;

import club.courtside.obs.websocket.FakeObs;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OBS Studio that answers each kind of request as a test says, for what the real one here does not do. */
final class ScriptedObs implements AutoCloseable {

    private static final Pattern TYPE = Pattern.compile("\"requestType\":\"([^\"]+)\"");

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final FakeObs server;

    ScriptedObs() throws IOException {
        answers("GetVersion", "{\"obsVersion\":\"31.0.0\",\"obsWebSocketVersion\":\"5.5.4\"}");
        answers("GetRecordStatus", "{\"outputActive\":false}");
        server = FakeObs.friendly(visitor -> {
            while (true) visitor.says(answer(visitor.hears()));
        });
    }

    private String answer(String request) {
        Matcher type = TYPE.matcher(request);
        if (!type.find()) throw new AssertionError("no request: " + request);
        heard.add(request);
        return "{\"op\":7,\"d\":{\"requestType\":\"" + type.group(1) + "\",\"requestId\":\"" + FakeObs.id(request)
                + "\",\"requestStatus\":{\"result\":true,\"code\":100},\"responseData\":"
                + answers.getOrDefault(type.group(1), "{}") + "}}";
    }

    /** @param data JSON */
    void answers(String request, String data) {
        answers.put(request, data);
    }

    /** What it was asked, of one kind. */
    List<String> heard(String request) {
        return heard.stream()
                .filter(text -> text.contains("\"requestType\":\"" + request + "\""))
                .toList();
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
