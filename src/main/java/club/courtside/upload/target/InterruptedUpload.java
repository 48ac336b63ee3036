package club.courtside.upload.target;

/** Somebody has cancelled it, or Courtside ends: no failure. */
public class InterruptedUpload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InterruptedUpload() {
        super("the upload is not to go on");
    }
}
