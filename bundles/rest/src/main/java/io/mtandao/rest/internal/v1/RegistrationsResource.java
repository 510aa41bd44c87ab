package io.mtandao.rest.internal.v1;

import io.mtandao.api.Origin;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Public;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

@Path("/v1/registrations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RegistrationsResource {
    private final Registrations registrations;

    public RegistrationsResource(Registrations registrations) {
        this.registrations = registrations;
    }

    @POST
    @Public
    @Operation(value = "Registers an ISP and its owner.", status = 201, location = "/v1/settings")
    public Registered register(@Context Origin origin, Registration registration) {
        var made = registrations.register(registration.isp.toIsp(), registration.owner.toOwner(), origin);
        return new Registered(made.tenantId().value(), made.slug());
    }

    public record Registration(@Field(needed = true) Isp isp, @Field(needed = true) Owner owner) {}

    public record Isp(
            @Field(needed = true, eg = "Kasi Networks") String name,
            @Field(needed = true, eg = "kasi", help = "short name by which staff sign in: 3 to 40 of a-z, 0-9 and '-'") String slug,
            @Field(needed = true, eg = "KE", help = "ISO 3166, two letters") String country,
            @Field(needed = true, eg = "KES", help = "ISO 4217") String currency,
            @Field(needed = true, eg = "Africa/Nairobi", help = "IANA name") String timeZone) {
        Registrations.NewIsp toIsp() {
            return new Registrations.NewIsp(name, slug, country, currency, timeZone);
        }
    }

    public record Owner(
            @Field(needed = true, eg = "Wanjiku Kamau") String fullName,
            @Field(needed = true, eg = "wanjiku@kasi.example") String email,
            @Field(needed = true, eg = "0722 000 111", help = "any spelling of the country") String phone,
            @Field(needed = true, eg = "correct horse battery staple") String password) {
        Registrations.NewOwner toOwner() {
            return new Registrations.NewOwner(fullName, email, phone, password);
        }
    }

    public record Registered(@Field(needed = true, eg = "7g2kq4m9x1c3z") String tenantId, @Field(needed = true, eg = "kasi") String slug) {}
}
