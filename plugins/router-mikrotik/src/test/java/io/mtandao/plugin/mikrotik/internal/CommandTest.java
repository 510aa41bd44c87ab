package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void isASentenceInTheOrderItWasBuilt() {
        Command command = Command.of("/ppp/secret/print").where("name", "a=b").where("service", "pppoe").only(".id", "disabled");
        assertThat(command.tagged("z1")).isEqualTo(List.of("/ppp/secret/print", "?name=a=b", "?service=pppoe",
                "=.proplist=.id,disabled", ".tag=z1"));
    }

    @Test
    void canBeBuiltOnTwice() {
        Command base = Command.of("/x");
        base.with("a", "1");
        assertThat(base.words()).isEmpty();
    }

    @Test
    void neverShowsAPassword() {
        String text = Command.of("/ppp/secret/add").with("name", "grace").with("password", "pa=ss").with("comment", "").toString();
        assertThat(text).isEqualTo("/ppp/secret/add =name=grace =password=*** =comment=");
        assertThat(new RouterAccess("h", 8729, true, null, "u", "pw-123", false).toString()).isEqualTo("u@h:8729 (TLS)");
    }
}
