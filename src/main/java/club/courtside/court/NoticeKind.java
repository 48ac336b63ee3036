package club.courtside.court;

/** What people are told of without looking. */
public enum NoticeKind {
    /** A recording failed, or part of it is missing. */
    RECORDING,
    /** A camera does not answer, or answers again. */
    CAMERA,
    /** An upload or a job was given up. */
    WORK,
    /** The disk will be full within a day. */
    DISK,
    /** A video is ready; its owner hears of it. */
    READY
}
