package io.mtandao.paper.internal.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** A table whose head stands on every page. Rows stay whole unless they are longer than a page. */
public final class Grid {
    private static final Color HAIR = new Color(0xdadce0);
    private static final float GAP = 8;
    private static final float PAD = 4;
    private final Sheet sheet;
    private final Color colour;
    private final List<Column> columns;

    /** @param right whether its cells end at its right edge, as numbers do */
    public record Column(String head, float width, boolean right) {}

    /** @param colour of the line below the head */
    public Grid(Sheet sheet, Color colour, List<Column> columns) {
        this.sheet = sheet;
        this.colour = colour;
        this.columns = columns;
    }

    public void head() {
        sheet.keepTogether(60);
        List<List<String>> cells = columns.stream().map(c -> sheet.letters().wrapped(Type.LABEL, c.head, c.width - GAP)).toList();
        lines(cells, Type.LABEL, 0, longest(cells));
        sheet.down(2);
        sheet.rule(Sheet.LEFT, Sheet.RIGHT - Sheet.LEFT, 1.2f, colour);
        sheet.down(PAD);
    }

    public void row(Type type, List<String> texts) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) cells.add(sheet.letters().wrapped(type, texts.get(i), columns.get(i).width - GAP));
        int count = longest(cells), done = 0;
        boolean fitsOnOne = height(type, count) <= sheet.roomOfNext() - 40;
        while (done < count) {
            int fit = (int) ((sheet.room() - 2 * PAD) / type.leading());
            if (fit < (fitsOnOne ? count : Math.min(2, count - done))) {
                sheet.next();
                head();
                continue;
            }
            int upTo = Math.min(count, done + fit);
            lines(cells, type, done, upTo);
            done = upTo;
        }
        sheet.down(PAD / 2);
        sheet.rule(Sheet.LEFT, Sheet.RIGHT - Sheet.LEFT, 0.5f, HAIR);
        sheet.down(PAD);
    }

    private static float height(Type type, int lines) {
        return lines * type.leading() + 2 * PAD;
    }

    private static int longest(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    private void lines(List<List<String>> cells, Type type, int from, int to) {
        for (int line = from; line < to; line++) {
            float x = Sheet.LEFT;
            for (int i = 0; i < columns.size(); i++) {
                Column c = columns.get(i);
                String text = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                if (c.right) sheet.textUpTo(x + c.width, type, text);
                else sheet.text(x, type, text);
                x += c.width;
            }
            sheet.down(type.leading());
        }
    }
}
