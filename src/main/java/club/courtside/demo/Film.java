package club.courtside.demo;

import java.util.List;

/** How a camera turns what it sees into coded pictures and sound. Made by one thread, then used by another. */
interface Film extends AutoCloseable {

    /** When the next picture is due, on the camera's clock, after a picture at {@code micros}. */
    long after(long micros);

    /**
     * @param micros the picture's moment, on the camera's clock
     * @param key whether somebody needs a picture to begin with
     */
    List<Unit> take(long micros, boolean key);

    @Override
    void close();
}
