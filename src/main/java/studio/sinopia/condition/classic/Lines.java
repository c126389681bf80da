package studio.sinopia.condition.classic;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** What several preprocessors do to maps of lines: masks of 0 and 255, [height, width, 1]. */
final class Lines {

    private Lines() {}

    /** The lines that have at least {@code length} pixels. */
    static Mat withoutShort(Mat lines, double length, Mats mats) {
        Mat labels = mats.mat();
        int count = Imgproc.connectedComponents(lines, labels, 8, CvType.CV_32S);
        int[] label = ints(labels);
        var pixels = new int[count];
        for (int each : label) {
            pixels[each]++;
        }
        var mask = new byte[label.length];
        for (int i = 0; i < mask.length; i++) {
            boolean kept = label[i] != 0 && pixels[label[i]] >= length; // label 0 is what lies between
            mask[i] = kept ? (byte) 255 : 0;
        }
        Mat result = mats.keep(new Mat(lines.size(), CvType.CV_8U));
        result.put(0, 0, mask);
        return result;
    }

    static int[] ints(Mat labels) {
        var values = new int[Math.toIntExact(labels.total())];
        labels.get(0, 0, values);
        return values;
    }
}
