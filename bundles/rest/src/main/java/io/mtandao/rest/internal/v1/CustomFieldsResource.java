package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SETTINGS_READ;
import static io.mtandao.api.Permission.SETTINGS_WRITE;
import static io.mtandao.api.Permission.SUBSCRIBERS_READ;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Versioned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

@Path("/v1/custom-fields")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CustomFieldsResource {
    private final CustomFields fields;

    public CustomFieldsResource(CustomFields fields) {
        this.fields = fields;
    }

    @GET
    @Operation(value = "The ISP's own fields on its subscribers, in their order.", needs = {SUBSCRIBERS_READ, SETTINGS_READ})
    public ListOf<CustomFieldView> listCustomFields(@Context Caller caller) {
        return ListOf.all(fields.list(caller), CustomFieldView::of);
    }

    @POST
    @Operation(value = "Adds a field; at most 30.", needs = SETTINGS_WRITE, status = 201)
    public CustomFieldView createCustomField(@Context Caller caller, CustomFieldDraft draft) {
        return CustomFieldView.of(fields.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One field.", needs = {SUBSCRIBERS_READ, SETTINGS_READ})
    public CustomFieldView getCustomField(@Context Caller caller, @PathParam("id") long id) {
        return CustomFieldView.of(fields.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces a field; its key and kind are fixed.", needs = SETTINGS_WRITE)
    public CustomFieldView updateCustomField(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, CustomFieldDraft draft) {
        return CustomFieldView.of(fields.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Deletes a field with all its values.", needs = SETTINGS_WRITE)
    public void deleteCustomField(@Context Caller caller, @PathParam("id") long id) {
        fields.delete(caller, id);
    }

    public record CustomFieldDraft(
            @Field(needed = true, eg = "contract-no", help = "lower case letters, digits and hyphens; fixed") String key,
            @Field(needed = true, eg = "Contract number") String label,
            @Field(needed = true, help = "fixed") CustomField.Kind kind,
            @Field(eg = "null", help = "of kind choice") List<String> choices,
            @Field(eg = "false", help = "false when left out") Boolean required,
            @Field(eg = "null", help = "null for the last") Integer position) {
        CustomFields.Draft toDraft() {
            return new CustomFields.Draft(key, label, kind, choices == null ? List.of() : choices, Boolean.TRUE.equals(required), position);
        }
    }

    public record CustomFieldView(
            long id,
            int version,
            @Field(needed = true, eg = "contract-no") String key,
            @Field(needed = true, eg = "Contract number") String label,
            @Field(needed = true) CustomField.Kind kind,
            @Field(needed = true, eg = "gold") List<String> choices,
            boolean required,
            int position) implements Identified, Versioned {
        static CustomFieldView of(CustomField f) {
            return new CustomFieldView(f.id(), f.version(), f.key(), f.label(), f.kind(), f.choices(), f.required(), f.position());
        }
    }
}
