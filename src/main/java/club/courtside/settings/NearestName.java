package club.courtside.settings;

import java.util.Collection;
import java.util.Comparator;

/** Which of the known names a mistyped one is nearest to, by edit distance. */
final class NearestName {

    private NearestName() {}

    static String of(String mistyped, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(mistyped, name)))
                .orElseThrow();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
