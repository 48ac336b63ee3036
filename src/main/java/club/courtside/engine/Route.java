package club.courtside.engine;

import java.io.IOException;
import java.util.regex.Pattern;

/** Which calls go where. */
record Route(String method, Pattern path, Handler handler) {

    interface Handler {
        void handle(Call call) throws IOException, InterruptedException;
    }

    /** @param path may contain {@code {id}} */
    Route(String method, String path, Handler handler) {
        this(method, Pattern.compile(path.replace(".", "\\.").replace("{id}", "(?<id>[A-Za-z0-9_-]{1,64})")), handler);
    }
}
