package io.mtandao.messaging.internal;

/** What an ISP's owners are told at once, in fixed words: a subject and a text in each language. */
enum Alarm {
    FUSE_BLOWN(
        "Cutting has stopped",
        "{{isp}}: cutting unpaid services has stopped. {{cut}} of {{served}} were cut within 24 hours, {{waiting}} more are waiting; "
            + "the limit is {{percent}} %. Look at them, then let the cutting go on.",
        "Ukataji umesimama",
        "{{isp}}: kukata huduma zisizolipiwa kumesimama. {{cut}} kati ya {{served}} zimekatwa ndani ya saa 24, nyingine {{waiting}} zinasubiri; "
            + "kikomo ni asilimia {{percent}}. Ziangalie, kisha ruhusu ukataji uendelee."),
    FUSE_BLOWN_AT_ROUTER(
        "Cutting has stopped at one router",
        "{{isp}}: at one of your routers cutting unpaid services has stopped. {{cut}} of {{served}} were cut within 24 hours, {{waiting}} more are waiting; "
            + "the limit is {{percent}} %. Look at them, then let the cutting go on.",
        "Ukataji umesimama kwenye ruta moja",
        "{{isp}}: kwenye ruta yako moja kukata huduma zisizolipiwa kumesimama. {{cut}} kati ya {{served}} zimekatwa ndani ya saa 24, nyingine {{waiting}} zinasubiri; "
            + "kikomo ni asilimia {{percent}}. Ziangalie, kisha ruhusu ukataji uendelee."),
    LEDGER_BROKEN(
        "The ledger is not whole",
        "{{isp}}: the proof of the ledger found a fault: {{fault}}. Nothing was changed. Please call the operator of the platform.",
        "Leja ina kasoro",
        "{{isp}}: ukaguzi wa leja umegundua kasoro: {{fault}}. Hakuna kilichobadilishwa. Tafadhali wasiliana na msimamizi wa mfumo."),
    ACCOUNTS_PARKED(
        "Accounts that could not be billed: {{parked}}",
        "{{isp}}: a bill run wrote {{billed}} bills for {{total}}, {{paid}} of them paid at once. {{parked}} accounts could not be billed; "
            + "they wait for you, each with its reason.",
        "Akaunti zisizoweza kutolewa bili: {{parked}}",
        "{{isp}}: bili {{billed}} za {{total}} zimetolewa, {{paid}} zimelipwa papo hapo. Akaunti {{parked}} hazikuweza kutolewa bili; "
            + "zinakusubiri, kila moja na sababu yake.");

    private final String englishSubject;
    private final String english;
    private final String swahiliSubject;
    private final String swahili;

    Alarm(String englishSubject, String english, String swahiliSubject, String swahili) {
        this.englishSubject = englishSubject;
        this.english = english;
        this.swahiliSubject = swahiliSubject;
        this.swahili = swahili;
    }

    String subject(String language) {
        return "sw".equals(language) ? swahiliSubject : englishSubject;
    }

    String text(String language) {
        return "sw".equals(language) ? swahili : english;
    }
}
