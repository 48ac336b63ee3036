package club.courtside.media.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a camera says that it sends (SDP, RFC 4566).
 *
 * @param control where the whole is controlled (RFC 2326, C.1.1); empty when it is not told
 */
record SessionDescription(String control, List<MediaDescription> media) {

    static SessionDescription parse(String text) {
        String control = "";
        List<MediaDescription> media = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r")) {
            if (line.startsWith("m=")) media.add(new MediaDescription(line.substring(2)));
            else if (line.startsWith("a=") && !media.isEmpty())
                media.get(media.size() - 1).attribute(line.substring(2));
            else if (line.startsWith("a=control:")) control = line.substring(10).strip();
        }
        return new SessionDescription(control, media);
    }

    Optional<MediaDescription> video() {
        return media.stream().filter(MediaDescription::isVideo).findFirst();
    }

    Optional<MediaDescription> audio() {
        return media.stream().filter(MediaDescription::isAudio).findFirst();
    }
}
