package club.courtside.engine.api;

/**
 * @param code {@code unreachable}, {@code refused}, {@code unauthorized}, {@code not_found}, {@code no_video}, {@code
 *     unsupported_codec}, {@code timeout}, {@code closed}, {@code bad_address}, {@code disk_full}, {@code
 *     disk_slow}, {@code not_growing}, {@code engine_restarted}, {@code internal}; of a file or task also
 *     {@code truncated} (the end of the file is missing), {@code too_short}, {@code too_long}, {@code picture_too_large}, {@code too_large} (a smaller copy cannot be made), {@code no_sound},
 *     {@code model_not_installed}, {@code model_unusable}, {@code not_verified} (the copy is not what it should be), {@code
 *     stalled}, {@code out_of_memory}, {@code crashed}
 * @param message one English sentence for logs and the API; pages translate the code
 */
public record Reason(String code, String message) {}
