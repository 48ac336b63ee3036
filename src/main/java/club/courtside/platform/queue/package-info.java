/**
 * Work that outlives the process: it stands in the database, is done by one worker at a time, and begins again elsewhere or
 * later when its worker dies. Knows no feature: each kind of work is a {@link club.courtside.platform.queue.QueuedWork}.
 */
package club.courtside.platform.queue;
