package club.courtside.platform.web;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The server has a mapper of its own for this type; ours must name the same type to come first. */
@Provider
public class ViolationMapper implements ExceptionMapper<ValidationException> {

    @Override
    public Response toResponse(ValidationException invalid) {
        return new ProblemMapper().toResponse(invalid);
    }
}
