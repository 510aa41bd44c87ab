package io.mtandao.tenant.internal;

import io.mtandao.tenant.internal.entity.*;
import java.util.List;

/** All entities of this bundle. */
final class Entities {
    static final List<Class<?>> ALL = List.of(ApiKeyRow.class, AuditEntry.class, IspRow.class, IspSettings.class, KnownAddress.class, OneTimeToken.class,
            OperatorAccount.class, OperatorAddress.class, OperatorLink.class, OperatorSessionRow.class, PlatformAuditEntry.class, SignInAttempt.class, StaffMember.class,
            StaffSession.class, StartToken.class);

    private Entities() {}
}
