package studio.sinopia.condition.classic;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;
import studio.sinopia.core.Folders;

/** The native side of OpenCV, unpacked into the user's cache and loaded when it is first needed. */
public final class OpenCv {

    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    private OpenCv() {}

    /** Loads the natives unless that has happened. Must come before any matrix is made. */
    static void load() {
        if (Natives.VERSION.isEmpty()) {
            throw new IllegalStateException("OpenCV loaded, but does not tell its version");
        }
    }

    /** The version that is loaded, loading it first. */
    public static String version() {
        return Natives.VERSION;
    }

    /** Initialised by the class loader once, on the first thread that asks. */
    private static final class Natives {
        static final String VERSION = loaded();

        private static String loaded() {
            if (System.getProperty(CACHE) == null) {
                System.setProperty(
                        CACHE, Folders.ofThisUser().cache().resolve("javacpp").toString());
            }
            Loader.load(opencv_java.class);
            return Core.VERSION;
        }
    }
}
