/**
 * Tells people by mail and webhook what they would not see by themselves: see {@link club.courtside.court.NoticeKind}. A
 * notice is a row for each receiver, written in the transaction of what it tells of, and delivered by a queue of its own.
 */
package club.courtside.notice;
