package studio.sinopia.world;

/** What is said of one and of many. */
record Words(String one, String many) {

    /** With the usual plural. */
    static Words of(String one) {
        return new Words(one, one + "s");
    }

    String of(int count) {
        return count == 1 ? one : many;
    }

    /** With {@code a} or {@code an} before it. */
    static String withArticle(String phrase) {
        return ("aeiou".indexOf(phrase.charAt(0)) >= 0 ? "an " : "a ") + phrase;
    }
}
