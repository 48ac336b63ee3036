package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;

class EncodersTest {

    private static final H264Encoder.Settings SMALL = H264Encoder.Settings.live(320, 180, 25, 400_000);

    @Test
    void every_picture_comes_out_at_once_and_each_second_begins_with_a_key_frame() {
        try (var encoder = new H264Encoder(SMALL)) {
            for (int i = 0; i < 60; i++) {
                var units = encoder.encode(plain(0x204080 + i), i * 40_000L, i == 40);
                assertThat(units).hasSize(1);
                assertThat(units.get(0).ptsMicros()).isEqualTo(i * 40_000L);
                assertThat(units.get(0).key()).isEqualTo(i == 0 || i == 25 || i == 40);
            }
        }
    }

    @Test
    void an_encoder_without_tuning_keeps_pictures_back_until_the_end() {
        var film = new H264Encoder.Settings(320, 180, 25, 400_000, 50, "veryfast", "");
        try (var encoder = new H264Encoder(film)) {
            List<H264Encoder.AccessUnit> units = new ArrayList<>();
            for (int i = 0; i < 30; i++) units.addAll(encoder.encode(plain(i * 0x050301), i * 40_000L, false));
            assertThat(units.size()).isLessThan(30);
            units.addAll(encoder.finish());
            assertThat(units).hasSize(30);
        }
    }

    @Test
    void colours_are_those_of_bt_709() {
        assertThat(decoded(0xFFFFFF)).containsExactly(new double[] {235, 128, 128}, within(2.0));
        assertThat(decoded(0x000000)).containsExactly(new double[] {16, 128, 128}, within(2.0));
        assertThat(decoded(0xFF0000)).containsExactly(new double[] {63, 102, 240}, within(2.0));
        assertThat(decoded(0x0000FF)).containsExactly(new double[] {32, 240, 118}, within(2.0));
    }

    @Test
    void a_picture_of_another_size_is_refused() {
        try (var encoder = new H264Encoder(SMALL)) {
            assertThatIllegalArgumentException().isThrownBy(() -> encoder.encode(new int[10], 0, false));
        }
    }

    @Test
    void sound_keeps_its_length_and_loudness() {
        short[] tone = new short[48_000];
        for (int i = 0; i < tone.length; i++) tone[i] = (short) (16_000 * Math.sin(i * 2 * Math.PI * 440 / 48_000));
        try (var encoder = new AacEncoder(48_000, 1, 64_000)) {
            List<byte[]> frames = new ArrayList<>();
            for (int at = 0; at < tone.length; at += 480)
                frames.addAll(encoder.encode(Arrays.copyOfRange(tone, at, at + 480)));
            frames.addAll(encoder.finish());
            assertThat(encoder.audioSpecificConfig()).startsWith(0x11, 0x88);
            assertThat(frames.size() * AacEncoder.FRAME).isBetween(48_000, 48_000 + 2 * AacEncoder.FRAME);
            assertThat(loudness(encoder.audioSpecificConfig(), frames)).isCloseTo(16_000 / 32_768.0, within(0.05));
        }
    }

    private static int[] plain(int rgb) {
        int[] picture = new int[320 * 180];
        Arrays.fill(picture, rgb);
        return picture;
    }

    /** Brightness and colours in the middle of a picture of one colour, after encoding and decoding. */
    private static double[] decoded(int rgb) {
        try (var encoder = new H264Encoder(SMALL)) {
            byte[] unit = encoder.encode(plain(rgb), 0, true).get(0).data();
            AVFrame frame = decode(AV_CODEC_ID_H264, encoder.parameterSets(), List.of(unit))
                    .get(0);
            double[] middle = new double[3];
            for (int i = 0; i < 3; i++)
                middle[i] =
                        frame.data(i).get((long) frame.linesize(i) * (i == 0 ? 90 : 45) + (i == 0 ? 160 : 80)) & 255;
            av_frame_free(frame);
            return middle;
        }
    }

    private static double loudness(byte[] configuration, List<byte[]> coded) {
        double loudest = 0;
        for (AVFrame frame : decode(AV_CODEC_ID_AAC, configuration, coded)) {
            FloatPointer samples = new FloatPointer(frame.data(0));
            for (int i = 0; i < frame.nb_samples(); i++) loudest = Math.max(loudest, samples.get(i));
            av_frame_free(frame);
        }
        return loudest;
    }

    private static List<AVFrame> decode(int codecId, byte[] configuration, List<byte[]> units) {
        AVCodecContext decoder = avcodec_alloc_context3(avcodec_find_decoder(codecId));
        BytePointer extradata = new BytePointer(av_mallocz(configuration.length + AV_INPUT_BUFFER_PADDING_SIZE));
        decoder.extradata(extradata.put(configuration)).extradata_size(configuration.length);
        assertThat(avcodec_open2(decoder, decoder.codec(), (AVDictionary) null)).isZero();
        List<AVFrame> frames = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        for (byte[] unit : units) {
            assertThat(av_new_packet(packet, unit.length)).isZero();
            packet.data().put(unit);
            assertThat(avcodec_send_packet(decoder, packet)).isZero();
            av_packet_unref(packet);
            receive(decoder, frames);
        }
        avcodec_send_packet(decoder, null);
        receive(decoder, frames);
        av_packet_free(packet);
        avcodec_free_context(decoder);
        return frames;
    }

    private static void receive(AVCodecContext decoder, List<AVFrame> frames) {
        AVFrame frame = av_frame_alloc();
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            frames.add(frame);
            frame = av_frame_alloc();
        }
        av_frame_free(frame);
    }
}
