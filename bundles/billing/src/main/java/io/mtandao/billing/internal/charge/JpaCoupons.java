package io.mtandao.billing.internal.charge;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.CouponRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.persistence.Listing;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaCoupons implements Coupons {
    static final int MOST_BILLS = 120;
    private static final int MOST_REDEEMED = 1_000_000;
    private static final Listing<CouponRow> LISTING = Listing.of(CouponRow.class)
        .sort("code", "codeKey", CouponRow::getCodeKey)
        .byDefault("code")
        .filter("archived", (text, where) -> where.and("e.archived = ?", FilterText.flag("archived", text)))
        .search((text, where) -> FilterText.search(CouponRow.key(text), where, "lower(e.codeKey) like ? escape '!'"));
    /** Without letters that are taken for others when read out or typed. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private final SecureRandom random = new SecureRandom();
    private final BillingDesk desk;

    @Activate
    public JpaCoupons(@Reference BillingDesk desk) {
        this.desk = desk;
    }

    @Override
    public Page<Coupon> list(Caller caller, ListQuery query) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> LISTING.page(d.em(), query, CouponRow::view));
    }

    @Override
    public Coupon get(Caller caller, long id) {
        caller.require(Permission.PACKAGES_READ);
        return desk.open(caller, d -> d.find(CouponRow.class, id, "coupon").view());
    }

    @Override
    public Coupon create(Caller caller, Draft draft) {
        caller.require(Permission.PACKAGES_WRITE);
        return desk.open(caller, d -> {
            check(d, draft);
            String code = blank(draft.code()) ? made(d) : draft.code();
            requireFree(d, code, null);
            CouponRow c = new CouponRow(code, draft);
            d.em().persist(c);
            d.audit("coupon.create", "coupon", c.getId(), null, c.told());
            return written(d, c);
        });
    }

    @Override
    public Coupon update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.PACKAGES_WRITE);
        return desk.open(caller, d -> {
            CouponRow c = locked(d, id);
            c.expectVersion(version, "coupon");
            check(d, draft);
            String code = blank(draft.code()) ? c.getCode() : draft.code();
            boolean same = CouponRow.key(code).equals(c.getCodeKey()) && draft.reduction().equals(c.getReduction());
            if (c.getRedeemed() > 0 && !same) throw new Conflict("this coupon was redeemed; make another for another code or reduction");
            if (draft.most() != null && draft.most() < c.getRedeemed()) throw Invalid.field("most", "it was redeemed " + c.getRedeemed() + " times already");
            requireFree(d, code, c);
            var before = c.told();
            c.set(code, draft);
            d.audit("coupon.update", "coupon", id, before, c.told());
            return written(d, c);
        });
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.PACKAGES_WRITE);
        desk.run(caller, d -> {
            CouponRow c = locked(d, id);
            if (c.getRedeemed() == 0) {
                d.em().remove(c);
                d.audit("coupon.delete", "coupon", id, c.told(), null);
            } else if (!c.isArchived()) {
                c.archive();
                d.audit("coupon.archive", "coupon", id, c.told(), Map.of("archived", true));
            }
        });
    }

    /** Under its row lock, so that redeeming and changing wait for each other. */
    static Optional<CouponRow> locked(Desk d, String code) {
        return d.em().createQuery("select c from CouponRow c where c.codeKey = ?1", CouponRow.class).setParameter(1, CouponRow.key(code))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst();
    }

    private static CouponRow locked(Desk d, long id) {
        return d.em().createQuery("select c from CouponRow c where c.id = ?1", CouponRow.class).setParameter(1, id)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst().orElseThrow(() -> new NotFound("coupon"));
    }

    private static Coupon written(Desk d, CouponRow c) {
        // versions are known once written
        d.em().flush();
        return c.view();
    }

    private static void check(Desk d, Draft r) {
        new Invalid.Check().atMost(r.code(), "code", 40)
            .that(blank(r.code()) || r.code().strip().matches("[A-Za-z0-9][A-Za-z0-9 -]*") && CouponRow.key(r.code()).length() >= 3, "code",
                "three letters or digits at least, with spaces and dashes between them")
            .that(r.reduction() != null, "reduction", "must be given")
            .that(r.reduction() == null || r.reduction().amount() == null || r.reduction().amount().currency().equals(d.currency()), "reduction.amount",
                "must be in " + d.currency())
            .that(r.from() == null || r.until() == null || !r.until().isBefore(r.from()), "until", "must not be before the first day")
            .that(r.most() == null || r.most() >= 1 && r.most() <= MOST_REDEEMED, "most", "from 1 to " + MOST_REDEEMED)
            .that(r.bills() == null || r.bills() >= 1 && r.bills() <= MOST_BILLS, "bills", "from 1 to " + MOST_BILLS).orThrow();
        if (r.packageId() != null) d.find(PackageRow.class, r.packageId(), "package");
    }

    private static void requireFree(Desk d, String code, CouponRow changed) {
        boolean taken = taken(d, code).stream().anyMatch(other -> changed == null || other.longValue() != changed.getId());
        if (taken) throw new Conflict("there is a coupon " + code.strip() + " already");
    }

    private static List<Long> taken(Desk d, String code) {
        return d.em().createQuery("select c.id from CouponRow c where c.codeKey = ?1", Long.class).setParameter(1, CouponRow.key(code)).getResultList();
    }

    private String made(Desk d) {
        while (true) {
            StringBuilder b = new StringBuilder();
            for (int i = 0; i < 8; i++) b.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            if (taken(d, b.toString()).isEmpty()) return b.toString();
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
