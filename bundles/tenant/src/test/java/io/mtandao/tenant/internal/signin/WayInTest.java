package io.mtandao.tenant.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayInTest {
    private final List<String> asked = new ArrayList<>();
    private final Directory directory = new Directory() {
        @Override
        public Optional<Entry> find(Kind kind, String key) {
            asked.add(kind + " " + key);
            return Optional.of(new Entry(kind, key, new TenantId("a"), null));
        }

        @Override
        public void claim(Kind kind, String key, TenantId tenant, String ref) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(Kind kind, String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> ofTenant(TenantId tenant, Kind kind) {
            throw new UnsupportedOperationException();
        }
    };

    @ParameterizedTest
    @CsvSource({"savanna, SLUG savanna", "' Savanna ', SLUG savanna", "isp.example.com, HOST isp.example.com", "ISP.example.com:8443, HOST isp.example.com", "savanna:8181, SLUG savanna"})
    void aDotMakesAHostNameAndAPortIsNoPartOfIt(String typed, String looked) {
        assertThat(WayIn.tenant(directory, typed)).contains(new TenantId("a"));
        assertThat(asked).containsExactly(looked);
    }

    @Test
    void whatCannotBeAnythingIsNotLookedFor() {
        for (String typed : new String[] {null, "", "  ", "x".repeat(201), ":8181"}) assertThat(WayIn.tenant(directory, typed)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void triesAreCountedByTenantWhateverNameItWasCalledBy() {
        assertThat(WayIn.realm(Optional.of(new TenantId("a")), "savanna")).isEqualTo(WayIn.realm(Optional.of(new TenantId("a")), "isp.example.com")).isEqualTo("a");
        assertThat(WayIn.realm(Optional.empty(), " Nobody ")).isEqualTo("?nobody");
        assertThat(WayIn.realm(Optional.empty(), null)).isEqualTo("?");
    }
}
