package club.courtside.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The memory of what each client was sent; kept for tests only, since it grows. */
final class Sent {

    private final boolean kept;
    private final List<List<SentUnit>> clients = new CopyOnWriteArrayList<>();

    Sent(boolean kept) {
        this.kept = kept;
    }

    /** Where one new client's units are noted. */
    List<SentUnit> client() {
        List<SentUnit> units = Collections.synchronizedList(new ArrayList<>());
        if (kept) clients.add(units);
        return units;
    }

    void note(List<SentUnit> client, SentUnit unit) {
        if (kept) client.add(unit);
    }

    List<List<SentUnit>> all() {
        List<List<SentUnit>> copy = new ArrayList<>();
        for (List<SentUnit> client : clients) copy.add(List.copyOf(client));
        return copy;
    }
}
