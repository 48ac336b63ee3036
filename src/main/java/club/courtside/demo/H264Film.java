package club.courtside.demo;

import club.courtside.media.ffmpeg.H264Encoder;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Pictures in H.264, 25 a second or half as many, a key frame each second, and the court's sound. */
final class H264Film implements Film {

    private static final int FULL_PACE = 25;
    private static final int HALF_PACE = 12;
    private static final int BITS_OF_A_PICTURE = 80_000;

    private final Match match;
    private final int framesPerSecond;
    private final CourtPicture picture;
    private final H264Encoder encoder;
    private final byte[] parameterSets;
    private final CameraSound codedSound;
    private final Sound sound;

    H264Film(DemoCourt court, SoundCodec soundCodec) {
        this(court, court.match(), soundCodec, FULL_PACE);
    }

    private H264Film(DemoCourt court, Match match, SoundCodec soundCodec, int framesPerSecond) {
        this.match = match;
        this.framesPerSecond = framesPerSecond;
        picture = court.picture(match);
        encoder = new H264Encoder(H264Encoder.Settings.live(
                CourtPicture.WIDTH, CourtPicture.HEIGHT, framesPerSecond, framesPerSecond * BITS_OF_A_PICTURE));
        parameterSets = encoder.parameterSets();
        codedSound = soundCodec == SoundCodec.NONE ? null : CameraSound.of(soundCodec);
        sound = codedSound == null ? null : new Sound(match, codedSound.rate());
    }

    /** The same match, seen by a camera that costs half as much. */
    H264Film fromElsewhere(DemoCourt court) {
        return new H264Film(court, match, SoundCodec.NONE, HALF_PACE);
    }

    int framesPerSecond() {
        return framesPerSecond;
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
        long interval = 1_000_000 / framesPerSecond;
        return (micros / interval + 1) * interval;
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
