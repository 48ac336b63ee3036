package club.courtside.court;

import club.courtside.engine.api.EngineStatus;

/** CDI event: an engine answers (again) and knows all cameras; whoever wants something of it sends it now. */
public record EngineConnected(EngineStatus status) {}
