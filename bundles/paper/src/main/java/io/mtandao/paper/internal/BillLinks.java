package io.mtandao.paper.internal;

import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.SignedTokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links to one bill: its ISP, its id and until when, signed as one; of the subscriber they say nothing. */
@Component(service = BillLinks.class)
public final class BillLinks {
    static final String PATH = "/papers/";
    static final Duration LIFE = Duration.ofDays(90);
    private static final String PURPOSE = "paper.bill-link";
    private final SignedTokens tokens;
    private final Clock clock;

    /** @param until seconds since 1970 */
    record Target(TenantId tenant, long billId, long until) {}

    @Activate
    public BillLinks(@Reference SignedTokens tokens, @Reference Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The path. */
    String to(TenantId tenant, long billId) {
        byte[] isp = tenant.value().getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(2 * Long.BYTES + isp.length);
        content.putLong(clock.instant().plus(LIFE).getEpochSecond()).putLong(billId).put(isp);
        return PATH + tokens.issue(PURPOSE, content.array());
    }

    /** @throws NotFound the same whatever is wrong with it */
    Target open(String token) {
        Target target = tokens.read(PURPOSE, token).filter(c -> c.length > 2 * Long.BYTES).map(BillLinks::parsed).orElseThrow(BillLinks::none);
        if (!clock.instant().isBefore(Instant.ofEpochSecond(target.until))) throw none();
        return target;
    }

    private static Target parsed(byte[] content) {
        ByteBuffer b = ByteBuffer.wrap(content);
        long until = b.getLong(), bill = b.getLong();
        byte[] isp = new byte[b.remaining()];
        b.get(isp);
        return new Target(new TenantId(new String(isp, StandardCharsets.UTF_8)), bill, until);
    }

    static NotFound none() {
        return new NotFound("bill");
    }
}
