package club.courtside.platform.queue;

/**
 * Something was put into a queue: its workers need not wait for their next look.
 *
 * @param work whose queue
 */
record WorkWaits(String work) {}
