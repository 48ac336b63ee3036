/**
 * OBS Studio as the recorder of a court. A {@link club.courtside.obs.Studio} keeps the connection to one of them and does
 * what {@link club.courtside.obs.ObsRecorder} is told, in a thread of its own; what OBS has written is taken into the
 * library by {@link club.courtside.obs.StudioFiles}. It reports in the engine's words, so that nobody who watches has to know
 * who records.
 */
package club.courtside.obs;
