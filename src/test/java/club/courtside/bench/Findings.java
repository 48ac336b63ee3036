package club.courtside.bench;

import java.util.List;

/** All that one run measured; parts that did not run are empty or null. */
record Findings(
        List<Round> rounds,
        List<Contender> contenders,
        List<Viewers.Cost> viewers,
        LiveLatency latency,
        List<MjpegCost.Cost> recordings,
        MjpegCost.Cost preview,
        LongRecording longRecording,
        StartAnswers start) {}
