package io.mtandao.demo.internal;

import io.mtandao.api.billing.SubscriberImports.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up an ISP's subscribers; the same ones for the same ISP and time. */
final class DemoSubscribers {
    static final int COUNT = 200;
    static final int ACTIVE = 108;
    /** Of the active ones. */
    static final int TODAY = 8;
    static final int EXPIRED = 68;

    private static final Duration A_WHILE = Duration.ofMinutes(20);
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> FIRST = List.of("Achieng", "Amina", "Asha", "Barasa", "Brian", "Chebet", "Cynthia", "Daniel", "Faith", "Fatuma", "Grace", "Hassan",
        "James", "Jane", "John", "Joyce", "Kevin", "Kipchoge", "Lucy", "Mary", "Mercy", "Mohamed", "Mwende", "Naliaka", "Njeri", "Omar", "Peter", "Rehema", "Salim", "Wambui");
    private static final List<String> LAST = List.of("Abdalla", "Baya", "Charo", "Cheruiyot", "Gitau", "Juma", "Kamau", "Karanja", "Kariuki", "Kazungu", "Kiprono", "Koech",
        "Maina", "Mutiso", "Mutua", "Mwangi", "Mwakio", "Ndung'u", "Njoroge", "Ochieng", "Odhiambo", "Omondi", "Otieno", "Said", "Wafula", "Wanjiku");
    private static final List<String> HOUSES = List.of("House", "Block A", "Block B", "Plot", "Flat");
    private static final List<String> PREFIXES = List.of("0701", "0710", "0712", "0720", "0722", "0724", "0729", "0790", "0791", "0110", "0112");
    private static final List<DemoPackage> BOUGHT = List.of(DemoPackage.LITE_3, DemoPackage.LITE_3, DemoPackage.HOME_5, DemoPackage.HOME_5, DemoPackage.HOME_5,
        DemoPackage.HOME_10, DemoPackage.HOME_10, DemoPackage.HOME_15, DemoPackage.BIZ_30);

    private static final Map<String, Target> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("Name", Target.NAME);
        COLUMNS.put("Phone", Target.PHONE);
        COLUMNS.put("Email", Target.EMAIL);
        COLUMNS.put("Account", Target.ACCOUNT);
        COLUMNS.put("Location", Target.PLACE);
        COLUMNS.put("Package", Target.PACKAGE);
        COLUMNS.put("PPPoE user", Target.PPPOE_USER);
        COLUMNS.put("PPPoE password", Target.PPPOE_PASSWORD);
        COLUMNS.put("Expiry", Target.EXPIRY);
    }

    private final DemoIsp isp;
    private final LocalDateTime now;
    private final Random random;
    private final Set<String> phones = new HashSet<>();

    private DemoSubscribers(DemoIsp isp, LocalDateTime now) {
        this.isp = isp;
        this.now = now;
        this.random = new Random(isp.slug.hashCode());
    }

    /** @param expiry in the ISP's zone; null when never paid */
    record Made(String name, String phone, String email, String account, String place, DemoPackage pack, String user, String password, LocalDateTime expiry) {
        private String csv() {
            return String.join(";", name, phone, email, account, place, pack.title, user, password, expiry == null ? "" : EXPIRY.format(expiry));
        }
    }

    /** @param now in the ISP's zone */
    static List<Made> of(DemoIsp isp, LocalDateTime now) {
        return new DemoSubscribers(isp, now).all();
    }

    static byte[] csv(List<Made> subscribers) {
        StringBuilder csv = new StringBuilder(String.join(";", COLUMNS.keySet())).append('\n');
        subscribers.forEach(s -> csv.append(s.csv()).append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, Target> columns() {
        return Collections.unmodifiableMap(COLUMNS);
    }

    private List<Made> all() {
        List<LocalDateTime> expiries = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) expiries.add(i < TODAY ? laterToday() : i < ACTIVE ? coming() : i < ACTIVE + EXPIRED ? gone() : null);
        Collections.shuffle(expiries, random);
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) made.add(one(i + 1, expiries.get(i)));
        return made;
    }

    private Made one(int number, LocalDateTime expiry) {
        String first = any(FIRST), last = any(LAST);
        String user = (first + "." + last + number).toLowerCase(Locale.ROOT).replace("'", "");
        String place = any(HOUSES) + " " + (1 + random.nextInt(60)) + ", " + any(isp.places);
        String password = Integer.toString(1_000_000 + random.nextInt(8_000_000), 36);
        return new Made(first + " " + last, phone(), user + "@example.com", "%s%03d".formatted(isp.accountPrefix, number), place, any(BOUGHT), user, password, expiry);
    }

    private String phone() {
        String phone;
        do phone = "%s%06d".formatted(any(PREFIXES), random.nextInt(1_000_000));
        while (!phones.add(phone));
        return phone;
    }

    /** Shortly before midnight there is not much left of today. */
    private LocalDateTime laterToday() {
        LocalDateTime soonest = now.plus(A_WHILE), midnight = now.toLocalDate().atTime(23, 59);
        long minutes = Duration.between(soonest, midnight).toMinutes();
        return soonest.plusMinutes(minutes > 0 ? random.nextInt((int) minutes) : 0);
    }

    private LocalDateTime coming() {
        return now.toLocalDate().plusDays(1 + random.nextInt(29)).atTime(timeOfDay());
    }

    private LocalDateTime gone() {
        return now.toLocalDate().minusDays(1 + random.nextInt(27)).atTime(timeOfDay());
    }

    private LocalTime timeOfDay() {
        return LocalTime.of(7 + random.nextInt(15), random.nextInt(60));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
