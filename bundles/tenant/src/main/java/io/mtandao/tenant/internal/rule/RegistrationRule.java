package io.mtandao.tenant.internal.rule;

import io.mtandao.api.Invalid;
import io.mtandao.api.tenant.Registrations.NewIsp;
import io.mtandao.api.tenant.Registrations.NewOwner;

/** What somebody must give to register an ISP; says everything that is wrong at once. */
public record RegistrationRule(NewIsp isp, NewOwner owner) {
    /** @return both as they are kept @throws Invalid */
    public static RegistrationRule accepted(NewIsp isp, NewOwner owner) {
        Invalid.Check check = new Invalid.Check();
        check.that(isp != null, "isp", "must be given").that(owner != null, "owner", "must be given").orThrow();
        check.notBlank(isp.name(), "isp.name", 120);
        SlugRule.check(check, "isp.slug", isp.slug());
        Place.checkCountry(check, "isp.country", isp.country());
        Place.checkCurrency(check, "isp.currency", isp.currency());
        Place.checkZone(check, "isp.timeZone", isp.timeZone());
        check.notBlank(owner.fullName(), "owner.fullName", 120);
        String email = EmailRule.normal(owner.email());
        EmailRule.check(check, "owner.email", email);
        check.notBlank(owner.phone(), "owner.phone", 40);
        // without a country the number cannot be judged, and the country is told already
        String phone = Place.isCountry(isp.country()) ? Phones.toE164(check, "owner.phone", owner.phone(), isp.country()) : null;
        PasswordPolicy.check(check, "owner.password", owner.password(), isp.slug(), email);
        check.orThrow();
        return new RegistrationRule(new NewIsp(isp.name().strip(), isp.slug(), isp.country(), isp.currency(), isp.timeZone()),
                new NewOwner(owner.fullName().strip(), email, phone, owner.password()));
    }
}
