package club.courtside.media;

/** As many watch decoded pictures of this camera as are allowed to. */
public final class TooManyViewers extends Exception {

    private static final long serialVersionUID = 1L;

    public TooManyViewers(int most) {
        super("already " + most + " viewers watch this camera");
    }
}
