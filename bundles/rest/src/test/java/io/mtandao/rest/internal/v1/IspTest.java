package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Registration, sessions, keys, settings, staff and audit. */
class IspTest extends RestTest {
    private static final String REGISTRATION = """
        {"isp":{"name":"Kasi Networks","slug":"kasi","country":"KE","currency":"KES","timeZone":"Africa/Nairobi"},
         "owner":{"fullName":"Wanjiku Kamau","email":"wanjiku@kasi.example","phone":"0722 000 111","password":"correct horse"}}""";

    @Test
    void anIspRegistersItselfWithoutABearer() {
        api.registrations.answers("register", a -> new Registrations.Registered(new TenantId("7g2kq4m9x1c3z"), "kasi"));
        ApiServer.Reply reply = ok(api.post("/api/v1/registrations", REGISTRATION, "Authorization", ""), 201);
        assertThat(reply.body()).isEqualTo("{\"tenantId\":\"7g2kq4m9x1c3z\",\"slug\":\"kasi\"}");
        var call = api.registrations.only("register");
        assertThat(call.<Object>argument(0)).isEqualTo(new Registrations.NewIsp("Kasi Networks", "kasi", "KE", "KES", "Africa/Nairobi"));
        assertThat(call.<Object>argument(1)).isEqualTo(new Registrations.NewOwner("Wanjiku Kamau", "wanjiku@kasi.example", "0722 000 111", "correct horse"));
        assertThat(call.<Origin>argument(2).address()).isEqualTo("127.0.0.1");
    }

    @Test
    void aTakenSlugIs409AndWrongFieldsAre422ByTheirPath() {
        api.registrations.fails("register", new Conflict("the short name kasi is taken"));
        problem(api.post("/api/v1/registrations", REGISTRATION), 409, "conflict");
        api.registrations.fails("register", Invalid.field("owner.password", "at least 10 characters"));
        invalid(api.post("/api/v1/registrations", REGISTRATION), "owner.password");
    }

    @Test
    void signingInGivesATokenWithItsExpiryAndRoles() {
        api.sessions.answers("signIn", a -> new Sessions.Session("mts_abc", Sample.NOON, Set.of(Role.READ_ONLY), Sample.OWNER));
        ApiServer.Reply reply = ok(api.post("/api/v1/sessions", "{\"slug\":\"kasi\",\"email\":\"w@kasi.example\",\"password\":\"x\"}"), 201);
        assertThat(reply.body()).isEqualTo("{\"token\":\"mts_abc\",\"expiresAt\":\"2026-11-22T09:00:00Z\",\"roles\":[\"read-only\"]}");
        assertThat(reply.header("Location")).isEqualTo("/api/v1/sessions/current");
        assertThat(api.sessions.only("signIn").arguments().subList(0, 3)).containsExactly("kasi", "w@kasi.example", "x");
    }

    @Test
    void signingOutEndsTheSessionOfTheBearer() {
        ok(api.delete("/api/v1/sessions/current"), 204);
        assertThat(api.sessions.only("signOut").<String>argument(0)).isEqualTo(ApiServer.OWNER);
    }

    @Test
    void whoamiTellsPermissionsByTheirCodes() {
        api.caller = Sample.caller(EnumSet.of(Permission.SUBSCRIBERS_READ, Permission.AUDIT_READ));
        assertThat(api.get("/api/v1/sessions/current").json()).isEqualTo(json("{'kind':'staff','id':'17','name':'Wanjiku Kamau','permissions':['subscribers:read','audit:read']}"));
    }

    @Test
    void askingForAPasswordResetTellsNothing() {
        assertThat(ok(api.post("/api/v1/sessions/password-resets", "{\"slug\":\"kasi\",\"email\":\"w@kasi.example\"}", "Authorization", ""), 202).body()).isEmpty();
        ok(api.post("/api/v1/sessions/password-resets/confirm", "{\"token\":\"t\",\"newPassword\":\"p\"}", "Authorization", ""), 204);
        assertThat(api.staff.only("resetPassword").arguments().subList(0, 2)).containsExactly("t", "p");
    }

    @Test
    void aNewKeyIsShownOnceAndListedByItsHint() {
        api.apiKeys.answers("create", a -> new ApiKeys.NewKey(5, "mtk_secret"));
        ApiServer.Reply reply = ok(api.post("/api/v1/api-keys", "{\"name\":\"export\",\"scopes\":[\"subscribers:read\",\"payments:request\"]}"), 201);
        assertThat(reply.body()).isEqualTo("{\"id\":5,\"key\":\"mtk_secret\"}");
        assertThat(api.apiKeys.only("create").<Set<Permission>>argument(2)).containsExactlyInAnyOrder(Permission.SUBSCRIBERS_READ, Permission.PAYMENTS_REQUEST);
        assertThat(api.get("/api/v1/api-keys").json().path("items").get(0).has("key")).isFalse();
        ok(api.delete("/api/v1/api-keys/5"), 204);
    }

    @Test
    void settingsKeepSlugAndCountryWhateverIsPut() {
        api.settings.answers("get", a -> settings(4, "kasi", "KE", "sms,whatsapp"));
        api.settings.answers("update", a -> a[1]);
        ApiServer.Reply reply = ok(api.put("/api/v1/settings", """
            {"name":"Kasi","currency":"KES","timeZone":"Africa/Nairobi","language":"sw","taxPercentHundredths":1600,"retentionDays":365,"messageChannels":["whatsapp","sms","mail"]}""",
            "If-Match", "\"4\""), 200);
        assertThat(api.settings.only("update").<TenantSettings>argument(1)).isEqualTo(new TenantSettings(4, "Kasi", "kasi", null, "KE", "KES", "Africa/Nairobi", "sw", null, 1600, 365, null,
            null, null, null, "whatsapp,sms,mail"));
        assertThat(reply.json().path("messageChannels")).isEqualTo(json("['whatsapp','sms','mail']"));
        invalid(api.put("/api/v1/settings", "{\"slug\":\"other\"}", "If-Match", "\"4\""), "slug");
    }

    private static TenantSettings settings(int version, String slug, String country, String channels) {
        return new TenantSettings(version, "Kasi", slug, null, country, "KES", "Africa/Nairobi", "en", null, 0, 0, null, null, null, null, channels);
    }

    @Test
    void staffAreMadeChangedAndGivenLinks() {
        ok(api.post("/api/v1/staff", "{\"fullName\":\"Otieno\",\"email\":\"o@kasi.example\",\"role\":\"technician\"}"), 201);
        assertThat(api.staff.only("create").<Staff.Draft>argument(1)).isEqualTo(new Staff.Draft("Otieno", "o@kasi.example", null, Role.TECHNICIAN, true, null));
        ok(api.put("/api/v1/staff/9", "{\"fullName\":\"Otieno\",\"email\":\"o@kasi.example\",\"role\":\"support\",\"active\":false}", "If-Match", "\"2\""), 200);
        assertThat(api.staff.only("update").arguments().subList(1, 3)).containsExactly(9L, 2);
        api.staff.answers("oneTimeLink", a -> "/ui/reset/t");
        assertThat(ok(api.post("/api/v1/staff/9/one-time-link", null), 200).body()).isEqualTo("{\"path\":\"/ui/reset/t\"}");
        ok(api.post("/api/v1/staff/me/password", "{\"oldPassword\":\"a\",\"newPassword\":\"b\"}"), 204);
        assertThat(api.staff.only("changePassword").<Caller>argument(0)).isEqualTo(Sample.OWNER);
    }

    @Test
    void aMembersPasswordIsNeverShown() {
        assertThat(api.get("/api/v1/staff/9").body()).doesNotContainIgnoringCase("password");
    }

    @Test
    void auditChangesAreJsonNotText() {
        assertThat(api.get("/api/v1/audit?action=subscriber.update&from=2026-11-01T00:00:00Z").json().at("/items/0/changes/name/after").asText()).isEqualTo("B");
    }
}
