package club.courtside.court;

import club.courtside.engine.client.EngineClient;

/** Connects a test's engine to the application, and cuts it off. */
public final class EngineSeam {

    private EngineSeam() {}

    public static CameraEngine connected(EngineClient client) {
        CameraEngine engine = new CameraEngine();
        engine.isNow(client);
        return engine;
    }

    public static void gone(CameraEngine engine) {
        engine.isGone();
    }

    public static void back(CameraEngine engine, EngineClient client) {
        engine.isNow(client);
    }
}
