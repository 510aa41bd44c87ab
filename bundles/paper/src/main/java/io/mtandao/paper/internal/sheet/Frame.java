package io.mtandao.paper.internal.sheet;

import io.mtandao.paper.internal.pdf.QrSquares;
import io.mtandao.paper.internal.pdf.Sheet;
import io.mtandao.paper.internal.pdf.Type;
import java.awt.Color;
import java.util.List;

/** What all papers have in common: the ISP's head, the title with its mark, who and what, how to pay, and the foot. */
final class Frame {
    private static final float MIDDLE = 300;
    private static final float QR = 104;
    private static final Color BOX = new Color(0xf4f6f8);
    private final Sheet sheet;
    private final Letterhead head;

    /** A name and what it is. */
    record Fact(String label, String value) {}

    Frame(Sheet sheet, Letterhead head) {
        this.sheet = sheet;
        this.head = head;
    }

    /** @param number beside the title, may be empty @param mark may be null */
    void begin(String title, String number, Mark mark) {
        Words words = head.words();
        sheet.box(0, 0, Sheet.RIGHT + Sheet.LEFT, 8, head.colour());
        float top = sheet.y();
        float logo = sheet.picture(head.logo(), Sheet.LEFT, top, 150, 52);
        sheet.moveTo(top + (logo > 0 ? 58 : 0));
        lines(Sheet.LEFT, Type.NAME, head.name(), MIDDLE - Sheet.LEFT - 10);
        if (!head.contact().isEmpty()) lines(Sheet.LEFT, Type.SMALL, head.contact(), MIDDLE - Sheet.LEFT - 10);
        float left = sheet.y();
        sheet.moveTo(top);
        Type large = Type.NAME.in(head.colour()).sized(18);
        for (String line : sheet.letters().wrapped(large, title, Sheet.RIGHT - MIDDLE)) {
            sheet.textUpTo(Sheet.RIGHT, large, line);
            sheet.down(large.leading());
        }
        if (!number.isEmpty()) {
            sheet.textUpTo(Sheet.RIGHT, Type.STRONG.sized(12), number);
            sheet.down(20);
        }
        if (mark != null) stamp(mark, words.get("mark." + mark.name()));
        sheet.moveTo(Math.max(left, sheet.y()) + 18);
        String running = head.name() + "  \u00b7  " + title + " " + number + (mark == null ? "" : "  \u00b7  " + words.get("mark." + mark.name()));
        sheet.runningHead(() -> {
            sheet.text(Sheet.LEFT, Type.SMALL, sheet.letters().wrapped(Type.SMALL, running, Sheet.RIGHT - Sheet.LEFT).get(0));
            sheet.down(22);
        });
    }

    private void stamp(Mark mark, String text) {
        Type white = Type.STRONG.sized(11).in(Color.WHITE);
        float width = sheet.letters().width(white, text) + 20;
        sheet.box(Sheet.RIGHT - width, sheet.y(), width, 21, mark.colour());
        sheet.down(4.5f);
        sheet.textUpTo(Sheet.RIGHT - 10, white, text);
        sheet.down(20);
    }

    private void lines(float x, Type type, String text, float width) {
        for (String line : sheet.letters().wrapped(type, text, width)) {
            sheet.text(x, type, line);
            sheet.down(type.leading());
        }
    }

    /** Who it is for at the left, the facts at the right. */
    void facts(String label, String name, List<String> about, List<Fact> facts) {
        float top = sheet.y();
        lines(Sheet.LEFT, Type.LABEL, label, MIDDLE - Sheet.LEFT - 10);
        lines(Sheet.LEFT, Type.STRONG.sized(10), name, MIDDLE - Sheet.LEFT - 10);
        for (String line : about) lines(Sheet.LEFT, Type.BODY, line, MIDDLE - Sheet.LEFT - 10);
        float left = sheet.y();
        sheet.moveTo(top);
        for (Fact f : facts) {
            // small letters stand on the line of the larger ones
            sheet.down(Type.BODY.size() - Type.LABEL.size());
            sheet.text(MIDDLE, Type.LABEL, f.label);
            sheet.down(Type.LABEL.size() - Type.BODY.size());
            lines(MIDDLE + 95, Type.BODY, f.value, Sheet.RIGHT - MIDDLE - 95);
        }
        sheet.moveTo(Math.max(left, sheet.y()) + 18);
    }

    void howToPay(HowToPay how) {
        if (how == null) return;
        sheet.keepTogether(QR + 30);
        sheet.down(16);
        float top = sheet.y(), text = Sheet.LEFT + QR + 16;
        sheet.box(Sheet.LEFT, top, Sheet.RIGHT - Sheet.LEFT, QR + 12, BOX);
        sheet.box(Sheet.LEFT + 6, top + 6, QR, QR, Color.WHITE);
        sheet.qr(QrSquares.of(how.qr()), Sheet.LEFT + 6, top + 6, QR);
        sheet.moveTo(top + 16);
        lines(text, Type.STRONG.sized(11).in(head.colour()), head.words().get("pay.title"), Sheet.RIGHT - text - 8);
        sheet.down(3);
        for (String line : how.lines()) lines(text, Type.BODY.sized(10), line, Sheet.RIGHT - text - 8);
        sheet.moveTo(top + QR + 12);
    }

    byte[] finish() {
        String help = head.name() + (head.contact().isEmpty() ? "" : "  \u00b7  " + head.words().get("help") + " " + head.contact());
        String left = sheet.letters().wrapped(Type.SMALL, help, Sheet.RIGHT - Sheet.LEFT - 110).get(0);
        return sheet.finish(Type.SMALL, left, (page, pages) -> head.words().get("page", page, pages));
    }
}
