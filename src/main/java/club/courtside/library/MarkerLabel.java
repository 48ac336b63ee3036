package club.courtside.library;

import club.courtside.platform.ProblemException;

/**
 * What somebody calls a moment.
 *
 * @param text null while it has no name
 */
record MarkerLabel(String text) {

    static final int LONGEST = 100;

    /** @throws ProblemException 400 naming {@code label} */
    MarkerLabel {
        text = text == null || text.isBlank() ? null : text.strip();
        if (text != null && text.length() > LONGEST)
            throw ProblemException.badRequest("label", "the label is longer than " + LONGEST + " characters");
        if (text != null && text.codePoints().anyMatch(Character::isISOControl))
            throw ProblemException.badRequest("label", "the label contains control characters");
    }
}
