package io.mtandao.rest.internal;

import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.Staff;
import io.mtandao.rest.internal.v1.ApiKeysResource;
import io.mtandao.rest.internal.v1.AuditResource;
import io.mtandao.rest.internal.v1.RegistrationsResource;
import io.mtandao.rest.internal.v1.SessionsResource;
import io.mtandao.rest.internal.v1.SettingsResource;
import io.mtandao.rest.internal.v1.StaffResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ISP itself: how it comes in, its people, keys, settings and audit log. */
@Component(service = IspArea.class)
public final class IspArea implements Area {
    private final List<Object> resources;

    @Activate
    public IspArea(@Reference Registrations registrations, @Reference Sessions sessions, @Reference Staff staff, @Reference ApiKeys keys, @Reference Settings settings,
        @Reference AuditLog audit) {
        resources = List.of(new RegistrationsResource(registrations), new SessionsResource(sessions, staff), new StaffResource(staff), new ApiKeysResource(keys),
            new SettingsResource(settings), new AuditResource(audit));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
