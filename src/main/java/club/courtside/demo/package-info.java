/**
 * The demo club's cameras: real network sources (RTSP, HTTP MJPEG) that show a padel match nobody plays. A process of
 * its own, started in demo mode only; production never runs any of this. Tests use the same cameras as faulty ones.
 *
 * <p>The hall is measured in metres: x to the right, y away from the camera, z up, the origin under the middle of the
 * net. A match's time is in seconds.
 */
package club.courtside.demo;
