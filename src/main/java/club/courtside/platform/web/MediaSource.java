package club.courtside.platform.web;

import java.net.URI;
import java.util.Optional;

/** Another machine that players of our pages may get videos from. */
public interface MediaSource {

    /** Empty when there is none; only its origin counts. */
    Optional<URI> mediaOrigin();
}
