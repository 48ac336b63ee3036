package club.courtside.upload.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A journey that remembers which video at Bunny it leads to, beside what tus wants to be remembered. */
final class BunnyMemory implements Parcel.Journey {

    private static final String GUID = "guid";
    private static final String TUS = "memory";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Parcel.Journey journey;

    BunnyMemory(Parcel.Journey journey) {
        this.journey = journey;
    }

    /** Null when there is none yet. */
    String guid() {
        return text(GUID);
    }

    /** Nothing of another video counts any more. */
    void begin(String guid) {
        journey.remember(JSON.createObjectNode().put(GUID, guid).toString());
    }

    @Override
    public String memory() {
        return text(TUS);
    }

    @Override
    public void remember(String words) {
        ObjectNode all = JSON.createObjectNode().put(GUID, guid());
        if (words != null) all.put(TUS, words);
        journey.remember(all.toString());
    }

    private String text(String field) {
        String all = journey.memory();
        if (all == null) return null;
        try {
            JsonNode value = JSON.readTree(all).path(field);
            return value.isTextual() ? value.asText() : null;
        } catch (JsonProcessingException other) {
            return null;
        }
    }

    @Override
    public void reached(long bytes) {
        journey.reached(bytes);
    }

    @Override
    public boolean isWanted() {
        return journey.isWanted();
    }
}
