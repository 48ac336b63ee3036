package club.courtside.demo;

/**
 * Something that is heard.
 *
 * @param loudness 0 to 1
 */
record Bump(double time, Kind kind, double loudness) {

    enum Kind {
        RACKET,
        FLOOR,
        WALL
    }
}
