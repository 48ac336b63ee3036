package club.courtside.media.ffmpeg;

import club.courtside.media.Mp4Reader;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** What is really in a file: its packets, and whether every one of them can be decoded. */
public record Mp4File(
        Path path, List<Track> tracks, List<Packet> video, List<Packet> audio, int pictures, int damaged) {

    public static Mp4File of(Path path) {
        List<Packet> video = new ArrayList<>();
        List<Packet> audio = new ArrayList<>();
        int[] counts = new int[2];
        try (Mp4Reader reader = new FfmpegMp4Reader(path)) {
            for (Optional<Packet> next = reader.next(); next.isPresent(); next = reader.next())
                (next.get().track().isVideo() ? video : audio).add(next.get());
            try (Decoder decoder = new Decoder(reader.tracks().get(0))) {
                video.forEach(packet -> decode(decoder, packet, counts));
                decoder.finish(frame -> count(frame, counts));
            }
            return new Mp4File(path, reader.tracks(), video, audio, counts[0], counts[1]);
        } catch (IOException e) {
            throw new AssertionError(path + " cannot be read", e);
        }
    }

    private static void decode(Decoder decoder, Packet packet, int[] counts) {
        try {
            decoder.decode(packet, frame -> count(frame, counts));
        } catch (IOException e) {
            counts[1]++;
        }
    }

    private static void count(AVFrame frame, int[] counts) {
        counts[0]++;
        if (frame.decode_error_flags() != 0) counts[1]++;
    }

    /** Times of the pictures in seconds. */
    public List<Double> times() {
        return video.stream().map(packet -> packet.ptsMicros() / 1e6).toList();
    }

    /** Whether it is an ordinary MP4, not one of fragments. */
    public boolean isOrdinary() {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
            while (in.available() >= 8) {
                long size = in.readInt() & 0xFFFFFFFFL;
                byte[] type = in.readNBytes(4);
                if (new String(type, StandardCharsets.ISO_8859_1).equals("moof")) return false;
                in.skipNBytes(size == 1 ? in.readLong() - 16 : size - 8);
            }
            return true;
        } catch (IOException e) {
            throw new AssertionError(path + " is torn", e);
        }
    }
}
