package club.courtside.library;

import java.net.URI;
import java.util.Optional;

/** What lies elsewhere of the library's videos, and can stand in for the files here. */
public interface RemoteCopies {

    /** Where browsers can play it for a while without being known there; empty when there is no such place. */
    Optional<URI> toWatch(Video video);

    /** Where it can be saved from under that name; empty when there is no such place. */
    Optional<URI> toDownload(Video video, String fileName);

    /**
     * Also what is only half there.
     *
     * @return false when something of it may be left there, so that it has to be tried again
     */
    boolean delete(Video video);
}
