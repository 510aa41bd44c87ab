package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SETTINGS_READ;
import static io.mtandao.api.Permission.SETTINGS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Versioned;
import io.mtandao.rest.internal.edge.Words;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Path("/v1/settings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {
    private final Settings settings;

    public SettingsResource(Settings settings) {
        this.settings = settings;
    }

    @GET
    @Operation(value = "The ISP's settings and branding.", needs = SETTINGS_READ)
    public SettingsView getSettings(@Context Caller caller) {
        return SettingsView.of(settings.get(caller));
    }

    @PUT
    @Operation(value = "Replaces the settings. Short name and country stay as they are.", needs = SETTINGS_WRITE)
    public SettingsView updateSettings(@Context Caller caller, @Context IfMatch read, SettingsDraft draft) {
        return SettingsView.of(settings.update(caller, draft.onto(settings.get(caller), read.version())));
    }

    public record SettingsDraft(
            @Field(needed = true, eg = "Kasi Networks") String name,
            @Field(eg = "portal.kasi.example", help = "own host name by which staff sign in without a short name") String host,
            @Field(needed = true, eg = "KES", help = "ISO 4217; fixed once money was booked") String currency,
            @Field(needed = true, eg = "Africa/Nairobi", help = "IANA name") String timeZone,
            @Field(needed = true, eg = "en", help = "en or sw") String language,
            @Field(eg = "VAT") String taxName,
            @Field(needed = true, eg = "1600", help = "in hundredths of a percent: 1600 is 16 %") Integer taxPercentHundredths,
            @Field(needed = true, eg = "365", help = "how long messages and callbacks are kept; 0 for ever") Integer retentionDays,
            @Field(eg = "data:image/png;base64,iVBORw0KGgo=", help = "data URI of at most 200 kB") String logo,
            @Field(eg = "#0a7d4f", help = "#rrggbb; null for the platform's") String primaryColour,
            @Field(eg = "+254722000111") String supportPhone,
            @Field(eg = "help@kasi.example") String supportEmail,
            @Field(needed = true, help = "the order in which channels are tried") List<Channel> messageChannels) {
        TenantSettings onto(TenantSettings now, int version) {
            return new TenantSettings(version, name, now.slug(), host, now.country(), currency, timeZone, language, taxName, taxPercentHundredths, retentionDays, logo,
                primaryColour, supportPhone, supportEmail, messageChannels.stream().map(Words::code).collect(Collectors.joining(",")));
        }
    }

    public record SettingsView(
            int version,
            @Field(needed = true, eg = "Kasi Networks") String name,
            @Field(needed = true, eg = "kasi") String slug,
            @Field(eg = "portal.kasi.example") String host,
            @Field(needed = true, eg = "KE") String country,
            @Field(needed = true, eg = "KES") String currency,
            @Field(needed = true, eg = "Africa/Nairobi") String timeZone,
            @Field(needed = true, eg = "en") String language,
            @Field(eg = "VAT") String taxName,
            @Field(eg = "1600") int taxPercentHundredths,
            @Field(eg = "365") int retentionDays,
            @Field(eg = "data:image/png;base64,iVBORw0KGgo=") String logo,
            @Field(eg = "#0a7d4f") String primaryColour,
            @Field(eg = "+254722000111") String supportPhone,
            @Field(eg = "help@kasi.example") String supportEmail,
            @Field(needed = true) List<Channel> messageChannels) implements Versioned {
        static SettingsView of(TenantSettings s) {
            return new SettingsView(s.version(), s.name(), s.slug(), s.host(), s.country(), s.currency(), s.timeZone(), s.language(), s.taxName(), s.taxPercentHundredths(),
                s.retentionDays(), s.logo(), s.primaryColour(), s.supportPhone(), s.supportEmail(), channels(s.messageChannels()));
        }

        private static List<Channel> channels(String commaSeparated) {
            return Stream.of((commaSeparated == null ? "" : commaSeparated).split(",")).map(String::strip).flatMap(c -> Words.constant(Channel.class, c).stream()).toList();
        }
    }
}
