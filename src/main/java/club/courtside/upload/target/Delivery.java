package club.courtside.upload.target;

/**
 * The target has all of it, and has confirmed that.
 *
 * @param remoteId what the target calls it; null when it has no name there
 * @param worksOn whether the target is at work with it now
 */
public record Delivery(String remoteId, boolean worksOn) {

    static Delivery stored(String remoteId) {
        return new Delivery(remoteId, false);
    }

    static Delivery worksOn(String remoteId) {
        return new Delivery(remoteId, true);
    }
}
