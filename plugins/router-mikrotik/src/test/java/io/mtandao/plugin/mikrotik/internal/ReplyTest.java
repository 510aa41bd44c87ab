package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void aRowHasATagAndAttributes() throws Exception {
        assertThat(Reply.of(List.of("!re", ".tag=7", "=.id=*1A", "=comment=", "=on-up=a=b")))
                .isEqualTo(new Reply(Reply.Kind.ROW, "7", Map.of(".id", "*1A", "comment", "", "on-up", "a=b"), ""));
    }

    @Test
    void aFatalHasBareWords() throws Exception {
        assertThat(Reply.of(List.of("!fatal", "session", "terminated")))
                .isEqualTo(new Reply(Reply.Kind.FATAL, null, Map.of(), "session terminated"));
    }

    @Test
    void everyReplyWordIsKnownOrUnknown() throws Exception {
        assertThat(Reply.of(List.of("!done")).kind()).isEqualTo(Reply.Kind.DONE);
        assertThat(Reply.of(List.of("!trap")).kind()).isEqualTo(Reply.Kind.TRAP);
        assertThat(Reply.of(List.of("!empty")).kind()).isEqualTo(Reply.Kind.EMPTY);
        assertThat(Reply.of(List.of("!tomorrow")).kind()).isEqualTo(Reply.Kind.UNKNOWN);
    }

    @Test
    void whatDoesNotBeginWithAnExclamationMarkIsNoReply() {
        assertThatThrownBy(() -> Reply.of(List.of("HTTP/1.1 400 Bad Request"))).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void aRowReadsBothSpellingsOfYes() {
        Row row = new Row(Map.of("a", "true", "b", "yes", "c", "false", "n", "42", "t", "4h"));
        assertThat(row.isTrue("a")).isTrue();
        assertThat(row.isTrue("b")).isTrue();
        assertThat(row.isTrue("c")).isFalse();
        assertThat(row.isTrue("missing")).isFalse();
        assertThat(row.number("n")).isEqualTo(42);
        assertThat(row.number("t")).isEqualTo(-1);
        assertThat(row.id()).isEmpty();
    }
}
