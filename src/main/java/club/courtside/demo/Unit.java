package club.courtside.demo;

/**
 * What a camera makes at once: a coded picture or a frame of sound.
 *
 * @param micros when it was seen or heard, on the camera's clock
 * @param key whether a viewer can begin here
 * @param data video: Annex B with the parameter sets before each key frame; sound: the bare frame
 */
record Unit(boolean video, long micros, boolean key, byte[] data) {}
