package club.courtside.court;

import club.courtside.platform.ProblemException;
import java.text.Normalizer;
import java.util.Locale;

/** What may be the name of a club, court or camera, and the slug that stands for it in addresses. */
public final class Names {

    private static final int LONGEST = 100;

    private Names() {}

    /** @throws ProblemException naming the field */
    public static String checked(String field, String name) {
        String clean = name == null ? "" : name.strip();
        if (clean.isEmpty()) throw ProblemException.badRequest(field, "the name is empty");
        if (clean.length() > LONGEST)
            throw ProblemException.badRequest(field, "the name is longer than " + LONGEST + " characters");
        if (clean.codePoints().anyMatch(Character::isISOControl))
            throw ProblemException.badRequest(field, "the name contains control characters");
        return clean;
    }

    /** @throws ProblemException naming the field */
    public static String checkedSlug(String field, String slug) {
        if (slug == null || !slug.matches("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?"))
            throw ProblemException.badRequest(
                    field, "the short name consists of 1 to 60 lower-case letters, digits and hyphens inside");
        return slug;
    }

    /** "Terrain Nº 1" → "terrain-no-1" */
    public static String slugOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = slug.substring(0, Math.min(slug.length(), 60));
        return cut.replaceAll("^-+|-+$", "");
    }
}
