package studio.sinopia.engine.run;

import ai.djl.util.cuda.CudaUtils;

/** What can compute on this machine. */
final class Devices {

    private Devices() {}

    static boolean hasCuda() {
        return CudaUtils.getGpuCount() > 0;
    }
}
