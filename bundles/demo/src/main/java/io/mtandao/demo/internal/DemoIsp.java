package io.mtandao.demo.internal;

import java.util.List;

/** The two ISPs. */
enum DemoIsp {
    SAVANNA("savanna", "Savanna Net", "600100", "SAV", "Amina Wanjiku", "0712000100",
        List.of("Roysambu", "Kasarani", "Zimmerman", "Githurai 45", "Kahawa West", "Ruaka", "Kikuyu", "Rongai", "Kitengela", "Umoja", "Donholm", "South B")),
    PWANI("pwani", "Pwani Fibre", "600200", "PWN", "Salim Mwakazi", "0722000200",
        List.of("Nyali", "Bamburi", "Mtwapa", "Kisauni", "Likoni", "Diani", "Tudor", "Shanzu", "Kilifi", "Malindi", "Ukunda", "Changamwe"));

    /** Of both owners; told in the log and in the README. */
    static final String PASSWORD = "karibu-mtandao-1";

    final String slug;
    final String title;
    final String shortCode;
    final String accountPrefix;
    final String owner;
    final String phone;
    final List<String> places;

    DemoIsp(String slug, String title, String shortCode, String accountPrefix, String owner, String phone, List<String> places) {
        this.slug = slug;
        this.title = title;
        this.shortCode = shortCode;
        this.accountPrefix = accountPrefix;
        this.owner = owner;
        this.phone = phone;
        this.places = places;
    }

    String email() {
        return "demo@" + slug + ".example";
    }
}
