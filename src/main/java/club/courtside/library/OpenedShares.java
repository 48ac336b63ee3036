package club.courtside.library;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The links whose password this browser has said. */
@SessionScoped
public class OpenedShares implements Serializable {

    private static final long serialVersionUID = 1L;
    private final Set<UUID> opened = ConcurrentHashMap.newKeySet();

    void add(UUID shareId) {
        opened.add(shareId);
    }

    boolean contains(UUID shareId) {
        return opened.contains(shareId);
    }
}
