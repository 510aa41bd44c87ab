package io.mtandao.rest.internal.edge;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers by {@link ProblemTable}. Two classes, because CXF's own mapper of WebApplicationException would win over one of Throwable. */
@Provider
public final class Problems implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable e) {
        return response(e);
    }

    @Provider
    public static final class OfJaxRs implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException e) {
            return response(e);
        }
    }

    private static Response response(Throwable e) {
        ProblemTable.Answer answer = ProblemTable.of(e);
        if (answer.isForNobody()) return Response.status(answer.status()).build();
        Response.ResponseBuilder response = Response.status(answer.status()).type(ProblemTable.MEDIA_TYPE).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
