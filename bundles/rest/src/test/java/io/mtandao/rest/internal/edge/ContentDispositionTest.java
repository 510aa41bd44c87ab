package io.mtandao.rest.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentDispositionTest {
    @Test
    void aPlainNameIsWrittenAsItIs() {
        assertThat(ContentDisposition.attachment("B-000042.pdf")).isEqualTo("attachment; filename=\"B-000042.pdf\"");
        assertThat(ContentDisposition.inline("statement 2026-11.pdf")).isEqualTo("inline; filename=\"statement 2026-11.pdf\"");
    }

    @Test
    void anotherNameIsToldTwiceOnceForOldReaders() {
        assertThat(ContentDisposition.attachment("Wangũi 7/8.pdf"))
            .isEqualTo("attachment; filename=\"Wang_i 7_8.pdf\"; filename*=UTF-8''Wang%C5%A9i%207%2F8.pdf");
    }

    @Test
    void noNameEndsTheHeaderOrItsQuotes() {
        assertThat(ContentDisposition.inline("a\"; x=\"\r\nSet-Cookie: a=b.pdf"))
            .isEqualTo("inline; filename=\"a__ x____Set-Cookie_ a_b.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%22%0D%0ASet-Cookie%3A%20a%3Db.pdf");
    }
}
