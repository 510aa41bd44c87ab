package io.mtandao.paper.internal.pdf;

import java.awt.Color;

/** How a text looks. @param size in points */
public record Type(boolean bold, float size, Color colour) {
    private static final Color BLACK = new Color(0x1c1c1c);
    private static final Color GREY = new Color(0x5f6368);
    public static final Type BODY = new Type(false, 9, BLACK);
    public static final Type STRONG = new Type(true, 9, BLACK);
    public static final Type SMALL = new Type(false, 8, GREY);
    public static final Type LABEL = new Type(true, 8, GREY);
    public static final Type NAME = new Type(true, 14, BLACK);

    public Type in(Color other) {
        return new Type(bold, size, other);
    }

    public Type sized(float other) {
        return new Type(bold, other, colour);
    }

    /** From one line to the next. */
    public float leading() {
        return size * 1.4f;
    }
}
