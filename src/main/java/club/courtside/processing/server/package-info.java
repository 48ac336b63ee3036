/**
 * Courtside as a processing server: other programs, other Courtsides among them, send it videos with a key and fetch what it
 * makes of them. A {@link club.courtside.processing.server.ProcessingTask} remembers what was asked for.
 */
package club.courtside.processing.server;
