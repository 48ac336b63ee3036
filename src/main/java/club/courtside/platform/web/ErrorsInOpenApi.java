package club.courtside.platform.web;

import club.courtside.platform.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Says once in the description of the API, which the build makes, what is true of every call: the shape of errors, and 401.
 */
public final class ErrorsInOpenApi implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(ErrorsInOpenApi::complete));
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
