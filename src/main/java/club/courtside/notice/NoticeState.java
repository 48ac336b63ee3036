package club.courtside.notice;

enum NoticeState {
    QUEUED,
    /** An attempt failed; there will be another one. */
    WAITING,
    DONE,
    FAILED,
    /** There is nothing to tell any more. */
    CANCELLED;

    boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
