package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PLUGINS_READ;
import static io.mtandao.api.Permission.PLUGINS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.extension.Plugins;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@Path("/v1/plugins")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PluginsResource {
    private final Plugins plugins;

    public PluginsResource(Plugins plugins) {
        this.plugins = plugins;
    }

    @GET
    @Operation(value = "Installed plugins and those that the ISP enabled, by kind, in the ISP's order; texts by Accept-Language.", needs = PLUGINS_READ)
    public ListOf<PluginView> listPlugins(@Context Caller caller, @Context HttpHeaders headers) {
        return ListOf.all(plugins.list(caller, locale(headers)), PluginView::of);
    }

    @GET
    @Path("{id}")
    @Operation(value = "One plugin with its settings' schema, what is set, and where its vendor is to call.", needs = PLUGINS_READ)
    public PluginView getPlugin(@Context Caller caller, @PathParam("id") String id, @Context HttpHeaders headers) {
        return PluginView.of(plugins.get(caller, id, locale(headers)));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Enables or disables a plugin and stores its settings; a secret that is left out or null stays, an empty one is cleared.", needs = PLUGINS_WRITE)
    public PluginView configurePlugin(@Context Caller caller, @PathParam("id") String id, PluginDraft draft) {
        return PluginView.of(plugins.configure(caller, id, draft.enabled, draft.asText()));
    }

    @POST
    @Path("{id}/test")
    @Operation(value = "Tries the connection with the stored settings.", needs = PLUGINS_WRITE, makes = false)
    public PluginTest testPlugin(@Context Caller caller, @PathParam("id") String id) {
        Plugins.TestResult r = plugins.test(caller, id);
        return new PluginTest(r.ok(), r.text(), r.millis());
    }

    @PUT
    @Path("order")
    @Operation(value = "Puts the plugins of a kind in the order of first choice.", needs = PLUGINS_WRITE)
    public void orderPlugins(@Context Caller caller, PluginOrder order) {
        plugins.order(caller, order.kind, order.ids);
    }

    private static Locale locale(HttpHeaders headers) {
        Locale first = headers.getAcceptableLanguages().get(0);
        return first.getLanguage().isEmpty() || first.getLanguage().equals("*") ? Locale.ENGLISH : first;
    }

    public record PluginDraft(
            @Field(needed = true) Boolean enabled,
            @Field(needed = true,
                eg = "{\"shortcode\":\"174379\",\"passkey\":\"bfb2…\"}", help = "by field id of the schema: text, number, true or false, null") Map<String, Object> settings) {
        Map<String, String> asText() {
            Map<String, String> text = new LinkedHashMap<>();
            settings.forEach((field, value) -> {
                if (value instanceof List || value instanceof Map) throw Invalid.field("settings." + field, "must be text, a number, true or false, or null");
                text.put(field, value == null ? null : value.toString());
            });
            return text;
        }
    }

    public record PluginOrder(
            @Field(needed = true, eg = "sms", help = "payment, sms, whatsapp, mail or network") String kind, @Field(needed = true, eg = "africastalking") List<String> ids) {}

    public record PluginTest(boolean ok, @Field(needed = true, eg = "signed in; balance KES 1,204.00") String text, long millis) {}

    public record PluginField(
            @Field(needed = true, eg = "shortcode") String id,
            @Field(needed = true, eg = "Short code") String name,
            @Field(eg = "the paybill or till number") String help,
            @Field(needed = true, eg = "text", help = "text, integer, boolean, password or option") String type,
            boolean required,
            @Field(eg = "174379") String defaultValue,
            @Field(help = "value to label, of an option") Map<String, String> options) {
        static PluginField of(Plugins.Field f) {
            return new PluginField(f.id(), f.name(), f.help(), f.type(), f.required(), f.defaultValue(), f.options());
        }
    }

    public record PluginView(
            @Field(needed = true, eg = "mpesa") String id,
            @Field(needed = true, eg = "payment") String kind,
            @Field(eg = "1.0.0") String version,
            @Field(needed = true, eg = "M-Pesa") String name,
            @Field(eg = "Paybill and STK push by Safaricom's Daraja") String summary,
            @Field(eg = "vaadin:money") String icon,
            @Field(needed = true, eg = "push") List<String> capabilities,
            @Field(needed = true) Plugins.State state,
            boolean enabled,
            int order,
            @Field(needed = true, help = "the schema of its settings") List<PluginField> schema,
            @Field(needed = true, help = "stored values by field id, never a secret") Map<String, String> settings,
            @Field(needed = true, eg = "passkey", help = "fields of which a secret is stored") List<String> secretsSet,
            @Field(needed = true, help = "by purpose, to be entered at the vendor's") Map<String, String> callbackUrls,
            @Field(eg = "the key was refused", help = "what is wrong with it now") String trouble) {
        static PluginView of(Plugins.Plugin p) {
            return new PluginView(p.id(), p.kind(), p.version(), p.name(), p.summary(), p.icon(), p.capabilities(), p.state(), p.enabled(), p.order(),
                p.fields().stream().map(PluginField::of).toList(), p.settings(), p.secretsSet(), p.callbackUrls(), p.trouble());
        }
    }
}
