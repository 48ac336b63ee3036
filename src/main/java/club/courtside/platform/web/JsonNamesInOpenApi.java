package club.courtside.platform.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** OpenAPI describes the values with the names that they have in JSON: the server itself knows only those in Java. */
public final class JsonNamesInOpenApi implements OASFilter {

    private static final PropertyNamingStrategies.NamingBase JSON =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getProperties() == null) return schema;
        Map<String, Schema> renamed = new LinkedHashMap<>();
        schema.getProperties().forEach((name, property) -> renamed.put(JSON.translate(name), property));
        schema.setProperties(renamed);
        return schema;
    }
}
