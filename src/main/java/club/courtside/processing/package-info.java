/**
 * What becomes of a video after it is in the library: converted, described, given subtitles, made smaller. Each step is a {@link
 * club.courtside.processing.Job}; the work itself is done by the engine, in processes of its own.
 */
package club.courtside.processing;
