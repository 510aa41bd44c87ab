package io.mtandao.plugin.mikrotik.internal;

/**
 * What we accept from a router before we call it hostile or broken.
 *
 * @param wordBytes     longest word, in bytes
 * @param sentenceBytes all words of one sentence together, in bytes
 * @param words         words in one sentence
 * @param answerRows    rows in the answer to one command
 * @param answerChars   characters in all rows of one answer
 */
record WireLimits(int wordBytes, int sentenceBytes, int words, int answerRows, long answerChars) {

    /** 16 MiB and 100,000 words a sentence; an answer of 200,000 rows holds the largest router's secrets several times over. */
    static final WireLimits USUAL = new WireLimits(16 << 20, 16 << 20, 100_000, 200_000, 64L << 20);
}
