package club.courtside.engine.api;

/**
 * @param code {@code unreachable}, {@code refused}, {@code unauthorized}, {@code not_found}, {@code no_video}, {@code
 *     unsupported_codec}, {@code timeout}, {@code closed}, {@code bad_address}, {@code disk_full}, {@code
 *     disk_slow}, {@code not_growing}, {@code engine_restarted}, {@code internal}
 * @param message one English sentence for logs and the API; pages translate the code
 */
public record Reason(String code, String message) {}
