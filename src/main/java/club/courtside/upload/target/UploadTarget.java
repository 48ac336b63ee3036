package club.courtside.upload.target;

/** One place that videos are sent to. What it throws says whether trying again can help. */
public interface UploadTarget {

    TargetKind kind();

    /** Whether its settings are there. */
    boolean isSetUp();

    /** Its address, for people; null when it is not set up. */
    String address();

    /**
     * Sends it, or what of it is still missing there. Done twice it does no harm: the same parcel arrives once.
     *
     * @throws UploadFailure when it did not arrive
     * @throws InterruptedUpload when the parcel's journey is not to go on
     */
    Delivery send(Parcel parcel);

    /**
     * How far the target's own work on it is.
     *
     * @param remoteId what {@link Delivery#remoteId()} was
     * @throws UploadFailure when it cannot be asked, or has failed there
     */
    default RemoteWork follow(Parcel parcel, String remoteId) {
        return RemoteWork.done(null);
    }

    /** It will not be sent any more: nothing half sent stays there. What cannot be taken back is left there. */
    default void forget(Parcel parcel) {}

    /**
     * Whether it can be reached and takes our key.
     *
     * @throws UploadFailure with the reason when not
     */
    void check();
}
