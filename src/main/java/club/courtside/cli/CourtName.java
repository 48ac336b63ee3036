package club.courtside.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A court as people write it: {@code CLUB/COURT} by their short names, or the court's alone where it is the only one of that name. */
record CourtName(String text) {

    /** @throws CannotRun that lists the courts there are */
    String idFrom(LocalApi api) throws IOException, InterruptedException {
        Map<String, String> clubs = new HashMap<>();
        for (JsonNode club : api.get("/api/clubs").path("items"))
            clubs.put(club.path("id").asText(), club.path("slug").asText());
        List<String> names = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (JsonNode court : api.get("/api/courts").path("items")) {
            String slug = court.path("slug").asText();
            String name = clubs.get(court.path("club_id").asText()) + "/" + slug;
            names.add(name);
            if (text.equals(name)
                    || text.equals(slug)
                    || text.equals(court.path("id").asText()))
                found.add(court.path("id").asText());
        }
        if (found.size() == 1) return found.get(0);
        throw new CannotRun("--court: there is " + (found.isEmpty() ? "no court '" : "more than one court '") + text
                + "'; there are: " + String.join(", ", names) + ".");
    }
}
