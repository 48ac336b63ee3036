package club.courtside.media.rtsp;

/** The camera speaks in a way that is not read here; that says nothing against the camera. */
final class Strange extends Exception {

    private static final long serialVersionUID = 1L;

    Strange(String what) {
        super(what);
    }
}
