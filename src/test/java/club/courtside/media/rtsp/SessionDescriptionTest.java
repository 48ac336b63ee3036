package club.courtside.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.Track.Codec;
import club.courtside.support.Damage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDescriptionTest {

    private static final String WHOLE = """
            v=0
            o=- 1 1 IN IP4 192.0.2.1
            s=Camera
            t=0 0
            a=control:*
            m=video 0 RTP/AVP 96
            a=control:trackID=1
            a=rtpmap:96 H264/90000
            a=fmtp:96 profile-level-id=42e01e; packetization-mode=1; sprop-parameter-sets=Z0LAHtkDxWhAAAADAEAAAAwDxYuS,aMuMsg==
            m=audio 0 RTP/AVP 97
            a=control:trackID=2
            a=rtpmap:97 mpeg4-generic/16000/1
            a=fmtp:97 streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config=1408
            m=application 0 RTP/AVP 107
            a=rtpmap:107 vnd.onvif.metadata/90000
            """;

    private static MediaDescription media(String line, String... attributes) {
        MediaDescription media = new MediaDescription(line);
        for (String attribute : attributes) media.attribute(attribute);
        return media;
    }

    @Test
    void a_usual_camera_is_understood() throws Exception {
        SessionDescription description = SessionDescription.parse(WHOLE);
        assertThat(description.control()).isEqualTo("*");
        MediaDescription picture = description.video().orElseThrow();
        assertThat(picture.control()).isEqualTo("trackID=1");
        Carriage video = Carriage.ofVideo(picture);
        assertThat(video.track().codec()).isEqualTo(Codec.H264);
        assertThat(video.track().width()).isEqualTo(240);
        assertThat(video.track().configuration()).startsWith(0, 0, 0, 1, 0x67);
        assertThat(video.lacksParameters()).isFalse();
        Carriage audio = Carriage.ofAudio(description.audio().orElseThrow());
        assertThat(audio.track().codec()).isEqualTo(Codec.AAC);
        assertThat(audio.track().sampleRate()).isEqualTo(16000);
        assertThat(audio.track().channels()).isEqualTo(1);
    }

    @Test
    void sound_with_a_fixed_number_needs_no_further_words() throws Exception {
        assertThat(Carriage.ofAudio(media("audio 0 RTP/AVP 8")).track().codec()).isEqualTo(Codec.PCMA);
        assertThat(Carriage.ofAudio(media("audio 0 RTP/AVP 0")).track().sampleRate())
                .isEqualTo(8000);
        assertThat(Carriage.ofAudio(media("audio 0 RTP/AVP 98", "rtpmap:98 PCMA/16000/2"))
                        .track()
                        .channels())
                .isEqualTo(2);
    }

    @Test
    void what_is_not_announced_is_waited_for() throws Exception {
        Carriage taciturn = Carriage.ofVideo(media("video 0 RTP/AVP 96", "rtpmap:96 H264/90000"));
        assertThat(taciturn.lacksParameters()).isTrue();
        assertThat(Carriage.ofVideo(media(
                                "video 0 RTP/AVP 96", "rtpmap:96 H264/90000", "fmtp:96 sprop-parameter-sets=%%%,Z0=="))
                        .lacksParameters())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RTP/AVP 96;H265/90000",
                "RTP/SAVP 96;H264/90000",
                "RTP/AVP 96;H264/0",
                "RTP/AVP 96;H264",
                "RTP/AVP;H264/90000",
                "RTP/AVP 26;JPEG/90000"
            })
    void other_pictures_are_strange(String form) {
        String[] parts = form.split(";");
        assertThatThrownBy(() -> Carriage.ofVideo(media("video 0 " + parts[0], "rtpmap:96 " + parts[1])))
                .isInstanceOf(Strange.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode=AAC-lbr;sizelength=6;config=1408",
                "mode=AAC-hbr;sizelength=13;config=14",
                "mode=AAC-hbr;sizelength=13;config=xx",
                "mode=AAC-hbr;sizelength=99;config=1408",
                "mode=AAC-hbr;config=1408",
                "mode=AAC-hbr;sizelength=13;ctsdeltalength=2;config=1408"
            })
    void other_aac_is_strange(String format) {
        assertThatThrownBy(() -> Carriage.ofAudio(
                        media("audio 0 RTP/AVP 97", "rtpmap:97 MPEG4-GENERIC/16000/1", "fmtp:97 " + format)))
                .isInstanceOf(Strange.class);
    }

    @Test
    void damaged_descriptions_harm_nobody() {
        for (int seed = 0; seed < 2000; seed++) {
            byte[] damaged = new Damage(seed).bytes(WHOLE.getBytes(StandardCharsets.ISO_8859_1));
            SessionDescription description = SessionDescription.parse(new String(damaged, StandardCharsets.ISO_8859_1));
            try {
                if (description.video().isPresent())
                    Carriage.ofVideo(description.video().get());
                if (description.audio().isPresent())
                    Carriage.ofAudio(description.audio().get());
            } catch (Strange strange) {
                // As it came.
            }
        }
    }
}
