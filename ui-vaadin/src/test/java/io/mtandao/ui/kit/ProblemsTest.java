package io.mtandao.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void eachKindReadsAsWhatToDo() {
        assertThat(Problems.text(new Forbidden(Permission.BILLS_WRITE))).startsWith("Your role does not allow this");
        assertThat(Problems.text(new Stale("package"))).startsWith("Somebody else changed this");
        assertThat(Problems.text(new NotFound("bill"))).startsWith("There is no such thing here");
        assertThat(Problems.text(new Throttled(Duration.ofSeconds(12)))).contains("12 seconds");
        assertThat(Problems.text(new Unavailable("router Thika"))).isEqualTo("Not available right now: router Thika");
        assertThat(Problems.text(new Conflict("the wallet lacks KES 200.00"))).isEqualTo("the wallet lacks KES 200.00");
        assertThat(Problems.text(Invalid.field("owner.phone", "must be given"))).isEqualTo("Phone: Please fill this in");
    }

    @Test
    void knownPhrasesKeepTheirNumbers() {
        assertThat(Problems.phrase("at most 80 characters")).isEqualTo("At most 80 characters");
        assertThat(Problems.phrase("from 1 to 500")).isEqualTo("From 1 to 500");
        assertThat(Problems.phrase("never heard of")).isEqualTo("never heard of");
        assertThat(Problems.phrase(null)).isEqualTo("Please check what you entered.");
    }
}
