package club.courtside.media.ffmpeg;

import club.courtside.media.Mp4Reader;
import club.courtside.media.Mp4ReaderContract;

class FfmpegMp4ReaderTest extends Mp4ReaderContract {

    @Override
    protected Mp4Reader.Opener readers() {
        return FfmpegMp4Reader::new;
    }
}
