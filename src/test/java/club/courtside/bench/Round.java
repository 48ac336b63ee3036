package club.courtside.bench;

/**
 * What one contender used with one number of cameras.
 *
 * @param cpu seconds for one camera in one minute
 * @param pss bytes for one camera
 * @param sent pictures that the cameras sent, all together
 * @param inFiles of those, in the files
 * @param firstInFile median ms from the start to the first picture in a camera's file
 * @param announced median ms from the start until it said itself that it records; -1 when it says nothing
 * @param late p99 of how late the source was, ms
 */
record Round(
        String contender,
        int cameras,
        double cpu,
        double pss,
        long sent,
        long inFiles,
        long firstInFile,
        long announced,
        SourceProcess.Late late) {

    long lost() {
        return sent - inFiles;
    }
}
