package club.courtside.obs.websocket;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that has happened in OBS Studio.
 *
 * @param type such as {@code RecordStateChanged}
 * @param data what the protocol says of this type; never null
 */
public record ObsEvent(String type, JsonNode data) {}
