package club.courtside.bench.library;

import java.util.List;
import java.util.UUID;

/**
 * One thing that somebody asks the library.
 *
 * @param who of the demo users; all of them are in the club that has a tenth of the videos, {@code admin} sees all clubs
 * @param what in words
 */
public record Question(String who, String what, String path) {

    private static final String LIST = "/api/video/files/list?";

    /** In turn; a quarter are pages, as a browser opens them. */
    static List<Question> mix(List<UUID> clubs) {
        return List.of(
                new Question("admin", "the newest of all clubs", LIST + "size=20"),
                new Question("player", "page: one's own", "/library.xhtml"),
                new Question("club", "the newest of a club", LIST + "size=20"),
                new Question("admin", "a word in one of seven titles", LIST + "q=final"),
                new Question("admin", "page: all clubs", "/library.xhtml"),
                new Question("admin", "page 4000 of 5000", LIST + "size=20&page=4000"),
                new Question("player", "one's own", LIST + "size=20"),
                new Question("club", "page: a word", "/library.xhtml?q=final"),
                new Question("admin", "a title that is there once", LIST + "q=no.%2073921"),
                new Question("club", "a member's name", LIST + "q=paula%20111"),
                new Question("admin", "by title", LIST + "sort=title"),
                new Question("club", "page: a club", "/library.xhtml"),
                new Question("admin", "the longest", LIST + "sort=longest"),
                new Question("admin", "another club's", LIST + "sort=oldest&club_id=" + clubs.get(4)),
                new Question(
                        "admin",
                        "uploads of a month",
                        LIST + "origin=upload&from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z"),
                new Question("admin", "a word that is nowhere", LIST + "q=zzzzz"),
                new Question("club", "the largest, page 100", LIST + "sort=largest&page=100"),
                new Question("admin", "page: a word that is there once", "/library.xhtml?q=no.%2073921"),
                new Question("player", "a word among one's own", LIST + "q=training"),
                new Question("admin", "uploads", LIST + "origin=upload&page=50"));
    }
}
