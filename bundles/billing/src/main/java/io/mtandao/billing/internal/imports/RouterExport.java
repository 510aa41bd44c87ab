package io.mtandao.billing.internal.imports;

import io.mtandao.api.router.Routers.Profile;
import io.mtandao.api.router.Routers.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code /export} of a RouterOS router prints: menus, {@code add} lines with name=value pairs, values quoted when needed, a backslash at the
 * end of a line that goes on. Menus other than PPP secrets and profiles are passed over.
 */
record RouterExport(List<Secret> secrets, List<Profile> profiles) {

    static RouterExport of(byte[] bytes) {
        RouterExport found = new RouterExport(new ArrayList<>(), new ArrayList<>());
        String menu = "";
        // one char per byte: quoted \XX escapes are bytes of the router's encoding, which is settled value by value
        for (String line : logicalLines(new String(bytes, StandardCharsets.ISO_8859_1))) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            String command = line;
            if (line.startsWith("/")) {
                int add = (line + " ").indexOf(" add ");
                menu = (add < 0 ? line : line.substring(0, add)).replace('/', ' ').strip().replaceAll("\\s+", " ");
                command = add < 0 ? "" : line.substring(add + 1);
            }
            if (command.startsWith("add ") || command.equals("add")) found.take(menu, new Pairs(command.substring(3)).read());
        }
        return found;
    }

    private void take(String menu, Map<String, String> p) {
        if (menu.equals("ppp profile")) profiles.add(new Profile(p.getOrDefault("name", ""), p.get("rate-limit")));
        if (menu.equals("ppp secret"))
            secrets.add(new Secret(p.getOrDefault("name", ""), p.get("password"), p.getOrDefault("profile", "default"), p.getOrDefault("service", "any"),
                "yes".equals(p.get("disabled")) || "true".equals(p.get("disabled")), p.get("comment")));
    }

    private static List<String> logicalLines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\r?\n", -1)) {
            // the indent of a continued line belongs to the print, not to the value
            String part = open.length() == 0 ? line : line.stripLeading();
            boolean goesOn = trailingBackslashes(part) % 2 == 1;
            open.append(goesOn ? part.substring(0, part.length() - 1) : part);
            if (goesOn) continue;
            lines.add(open.toString().strip());
            open.setLength(0);
        }
        lines.add(open.toString().strip());
        return lines;
    }

    private static int trailingBackslashes(String line) {
        int n = 0;
        while (n < line.length() && line.charAt(line.length() - 1 - n) == '\\') n++;
        return n;
    }

    /** The name=value pairs of one line. */
    private static final class Pairs {
        private static final Map<Character, Character> ESCAPES = Map.of('n', '\n', 'r', '\r', 't', '\t', '_', ' ', 'a', '\u0007', 'b', '\b', 'f', '\f', 'v',
            '\u000b');
        private final String line;
        private int at;

        Pairs(String line) {
            this.line = line;
        }

        Map<String, String> read() {
            Map<String, String> pairs = new HashMap<>();
            while (at < line.length()) {
                while (at < line.length() && line.charAt(at) == ' ') at++;
                int start = at;
                while (at < line.length() && line.charAt(at) != '=' && line.charAt(at) != ' ') at++;
                String key = line.substring(start, at);
                if (at >= line.length() || line.charAt(at) == ' ') continue;
                at++;
                pairs.put(key, value());
            }
            return pairs;
        }

        private String value() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            if (quoted) at++;
            while (at < line.length() && line.charAt(at) != (quoted ? '"' : ' ')) {
                char c = line.charAt(at++);
                bytes.write(c == '\\' && at < line.length() ? escaped() : c);
            }
            if (quoted) at++;
            return TextBytes.decode(bytes.toByteArray());
        }

        private int escaped() {
            if (at + 1 < line.length() && isHex(line.charAt(at)) && isHex(line.charAt(at + 1))) {
                at += 2;
                return Integer.parseInt(line.substring(at - 2, at), 16);
            }
            char c = line.charAt(at++);
            return ESCAPES.getOrDefault(c, c);
        }

        /** RouterOS prints upper case, so that \b and \f stay what they are elsewhere. */
        private static boolean isHex(char c) {
            return c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
        }
    }
}
