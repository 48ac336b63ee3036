package club.courtside.platform.web;

import club.courtside.platform.Ids;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Numbers and ids in addresses: a number that is none answers 400 and names the parameter (JAX-RS would say 404), an id
 * in a path that is none answers 404.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> KNOWN = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            double.class, Double::valueOf,
            Double.class, Double::valueOf,
            UUID.class, text -> Ids.parse(text).orElseThrow(IllegalArgumentException::new));

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> reader = KNOWN.get(type);
        if (reader == null) return null;
        return new ParamConverter<>() {
            @Override
            public T fromString(String text) {
                if (text == null || text.isEmpty()) return null;
                try {
                    return (T) reader.apply(text);
                } catch (IllegalArgumentException e) {
                    throw refusal(annotations);
                }
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }

    private static WebApplicationException refusal(Annotation[] annotations) {
        boolean inPath = Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
        Problem problem = inPath
                ? Problem.of(404, "there is nothing at this address")
                : ProblemException.badRequest(nameIn(annotations), "this parameter has the wrong type or form")
                        .problem();
        return new WebApplicationException(Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build());
    }

    private static String nameIn(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
    }
}
