package club.courtside.media.ffmpeg;

import club.courtside.media.Mp4Writer;
import club.courtside.media.Mp4WriterContract;

class FfmpegMp4WriterTest extends Mp4WriterContract {

    @Override
    protected Mp4Writer.Factory writers() {
        return FfmpegMp4Writer::new;
    }
}
