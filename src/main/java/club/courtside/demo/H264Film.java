package club.courtside.demo;

import club.courtside.media.ffmpeg.H264Encoder;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** 25 pictures a second in H.264, a key frame each second, and the court's sound. */
final class H264Film implements Film {

    private static final int FRAMES_PER_SECOND = 25;
    private static final int BITS_PER_SECOND = 2_000_000;
    private static final long INTERVAL = 1_000_000 / FRAMES_PER_SECOND;

    private final CourtPicture picture;
    private final H264Encoder encoder = new H264Encoder(
            H264Encoder.Settings.live(CourtPicture.WIDTH, CourtPicture.HEIGHT, FRAMES_PER_SECOND, BITS_PER_SECOND));
    private final byte[] parameterSets = encoder.parameterSets();
    private final CameraSound codedSound;
    private final Sound sound;

    H264Film(DemoCourt court, SoundCodec soundCodec) {
        Match match = court.match();
        picture = court.picture(match);
        codedSound = soundCodec == SoundCodec.NONE ? null : CameraSound.of(soundCodec);
        sound = codedSound == null ? null : new Sound(match, codedSound.rate());
    }

    byte[] parameterSets() {
        return parameterSets;
    }

    /** Null for a camera without microphone. */
    CameraSound sound() {
        return codedSound;
    }

    @Override
    public long after(long micros) {
        return (micros / INTERVAL + 1) * INTERVAL;
    }

    @Override
    public List<Unit> take(long micros, boolean key) {
        List<Unit> units = new ArrayList<>();
        int[] rgb = picture.at(micros / 1e6, LocalTime.now());
        for (H264Encoder.AccessUnit coded : encoder.encode(rgb, micros, key))
            units.add(new Unit(true, coded.ptsMicros(), coded.key(), complete(coded)));
        if (codedSound != null) units.addAll(codedSound.upTo(micros, sound));
        return units;
    }

    private byte[] complete(H264Encoder.AccessUnit coded) {
        if (!coded.key()) return coded.data();
        byte[] all = new byte[parameterSets.length + coded.data().length];
        System.arraycopy(parameterSets, 0, all, 0, parameterSets.length);
        System.arraycopy(coded.data(), 0, all, parameterSets.length, coded.data().length);
        return all;
    }

    @Override
    public void close() {
        encoder.close();
        if (codedSound != null) codedSound.close();
    }
}
