package club.courtside.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a {@link jakarta.websocket.Endpoint} bean answers: a URI template, such as {@code /ws/preview/{session_id}}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WebSocketPath {
    String value();
}
