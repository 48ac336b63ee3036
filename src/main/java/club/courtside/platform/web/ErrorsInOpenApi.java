package club.courtside.platform.web;

import club.courtside.platform.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Says once in the description of the API, which the build makes, what is true of every call: the shape of errors, 401, and
 * at which address those are that lie {@link AtRoot}.
 */
public final class ErrorsInOpenApi implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var paths = OASFactory.createPaths();
        api.getPaths().getPathItems().forEach((path, calls) -> add(paths, AtRoot.outside(path), calls));
        api.setPaths(paths);
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(ErrorsInOpenApi::complete));
    }

    private static void add(Paths paths, String path, PathItem calls) {
        PathItem known = paths.getPathItem(path);
        if (known == null) paths.addPathItem(path, calls);
        else calls.getOperations().forEach(known::setOperation);
    }

    private static void complete(Operation call) {
        boolean open = call.getSecurity() != null && call.getSecurity().isEmpty();
        var answers = call.getResponses();
        if (!open && !answers.hasAPIResponse("401"))
            answers.addAPIResponse("401", OASFactory.createAPIResponse().description("nobody is signed in"));
        answers.getAPIResponses().forEach((status, answer) -> {
            if (isError(status) && answer.getContent() == null) answer.setContent(content());
        });
    }

    private static boolean isError(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }
}
