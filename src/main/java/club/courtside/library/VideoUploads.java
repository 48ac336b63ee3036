package club.courtside.library;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the library asks of those who send videos elsewhere. */
public interface VideoUploads {

    /** The first ones first; no key for a video that was never sent anywhere. */
    Map<UUID, List<VideoUpload>> of(Collection<UUID> videoIds);

    /** Videos that are on their way somewhere, or wait for it: nothing removes them by itself. */
    Set<UUID> underWay();
}
