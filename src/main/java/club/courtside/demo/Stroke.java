package club.courtside.demo;

/**
 * A player meets the ball.
 *
 * @param player 0 and 1 stand near the camera, 2 and 3 behind the net
 * @param forehand whether the ball is on the side of the racket hand
 */
record Stroke(double time, int player, Point ball, boolean forehand) {}
