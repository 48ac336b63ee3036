package club.courtside.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Registers the WebSockets in code. At some starts Payara's search for {@code @ServerEndpoint} classes finds none, and all
 * of them answer 404 until the next start; what is registered here is always there.
 */
@WebListener
public class WebSockets implements ServletContextListener {

    @Inject
    @Any
    Instance<Endpoint> endpoints;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var container = (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
        endpoints
                .handlesStream()
                .map(handle -> handle.getBean().getBeanClass())
                .forEach(type -> register(type, container));
    }

    private static void register(Class<?> type, ServerContainer container) {
        WebSocketPath path = type.getAnnotation(WebSocketPath.class);
        if (path == null) return;
        try {
            container.addEndpoint(
                    ServerEndpointConfig.Builder.create(type, path.value()).build());
        } catch (DeploymentException e) {
            throw new IllegalStateException("no WebSocket at " + path.value(), e);
        }
    }
}
