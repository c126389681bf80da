package studio.sinopia.settings;

import java.util.Locale;
import java.util.Optional;

/** What the window speaks. It is English to whom it cannot answer in their own language. */
public enum Language {
    /** As the system. */
    SYSTEM(Optional.empty()),
    ENGLISH(Optional.of(Locale.ENGLISH)),
    GERMAN(Optional.of(Locale.GERMAN));

    private final Optional<Locale> locale;

    Language(Optional<Locale> locale) {
        this.locale = locale;
    }

    /** Makes this Java speak so; before there is a window. How numbers are written stays as the system has it. */
    public void speak() {
        Locale numbers = Locale.getDefault(Locale.Category.FORMAT);
        locale.ifPresent(Locale::setDefault); // all of it: the toolkit looks at no category
        Locale.setDefault(Locale.Category.FORMAT, numbers);
    }
}
