package club.courtside.obs;

import club.courtside.court.RecordFolder;
import java.net.URI;
import java.util.UUID;

/**
 * One OBS Studio, and the camera of a court that it is.
 *
 * @param address {@code ws://host:port}
 * @param password null for none
 * @param folder as its machine calls it, null where it wants
 * @param mounted what this machine calls the same folder, null alike
 */
record StudioSpec(
        UUID cameraId, UUID courtId, UUID clubId, URI address, String password, String folder, String mounted) {

    StudioSpec(UUID cameraId, UUID courtId, UUID clubId, URI address, String password, RecordFolder folder) {
        this(cameraId, courtId, clubId, address, password, folder.there(), folder.here());
    }

    @Override
    public String toString() {
        return "StudioSpec[" + address + "]";
    }
}
