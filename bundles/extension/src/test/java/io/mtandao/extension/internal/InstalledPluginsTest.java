package io.mtandao.extension.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.extension.internal.fixture.FelixMetatypes;
import io.mtandao.extension.internal.fixture.TillPlugin;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.payment.PaymentMethod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledPluginsTest {
    private final InstalledPlugins installed = new InstalledPlugins();

    private TillPlugin arrives(TillPlugin plugin, String bundle) {
        installed.arrive(FelixMetatypes.reference(FelixMetatypes.bundle(bundle)), plugin);
        return plugin;
    }

    @Test
    void pluginsComeAndGoAndListenersHear() throws Exception {
        List<Integer> seen = new ArrayList<>();
        AutoCloseable listening = installed.onChange(() -> seen.add(installed.all().size()));
        TillPlugin a = arrives(new TillPlugin("till-a"), "a");
        arrives(new TillPlugin("till-b"), "b");
        installed.leave(a);
        assertThat(seen).containsExactly(1, 2, 1);
        assertThat(installed.find("till-a")).isEmpty();
        assertThat(installed.find("till-b")).get().satisfies(i -> {
            assertThat(i.kind()).isEqualTo(PluginKind.PAYMENT);
            assertThat(i.version()).isEqualTo("1.2.3");
        });
        listening.close();
        installed.leave(new TillPlugin("till-c"));
        assertThat(seen).hasSize(3);
    }

    @Test
    void ofTwoWithTheSameIdTheFirstStaysUntilItLeaves() {
        TillPlugin first = arrives(new TillPlugin("till"), "first");
        TillPlugin second = arrives(new TillPlugin("till"), "second");
        assertThat(installed.all()).hasSize(1);
        assertThat(installed.find("till")).get().extracting(Installed::plugin).isSameAs(first);
        installed.leave(first);
        assertThat(installed.find("till")).get().extracting(Installed::plugin).isSameAs(second);
    }

    @Test
    void aListenerThatFailsAndAPluginThatCannotDescribeItselfHurtNobody() {
        installed.onChange(() -> {
            throw new IllegalStateException("page is gone");
        });
        PaymentMethod<Object> broken = new PaymentMethod<>() {
            @Override
            public PluginDescription describe() {
                throw new IllegalArgumentException("plugin id");
            }

            @Override
            public Class<Object> settingsType() {
                return Object.class;
            }

            @Override
            public io.mtandao.spi.Health test(io.mtandao.spi.TenantContext<Object> context) {
                return null;
            }
        };
        installed.arrive(FelixMetatypes.reference(FelixMetatypes.bundle("broken")), broken);
        arrives(new TillPlugin("till"), "good");
        assertThat(installed.all()).extracting(Installed::id).containsExactly("till");
        installed.leave(broken);
    }

    @Test
    void kindsAreKnownByTheirServiceType() {
        assertThat(PluginKind.of(PaymentMethod.class).code()).isEqualTo("payment");
        assertThat(PluginKind.rank("network")).isGreaterThan(PluginKind.rank("sms"));
        assertThat(PluginKind.rank("voucher")).isEqualTo(5);
        assertThatThrownBy(() -> PluginKind.of(String.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
