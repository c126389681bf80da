package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/**
 * Inpainting: outside the mask the picture is known, so the noisy latent there is the known one with the noise of the start
 * (Lugmayr et al. 2022, equation 8), the clean estimate is the known one (which keeps samplers of several steps consistent),
 * and the result is exactly the known one. A place where the mask is grey joins the painting the later the darker it is (Levin and
 * Fried 2023, "Differential diffusion"), so that the mask says how much of each place may change.
 *
 * @param known latent of the picture, [1, channels, height, width]
 * @param mask 1 where to paint anew, 0 where the picture stays, the share of the steps between, [1, 1, height, width]
 * @param noise unit noise with which the walk began, shape of {@code known}
 */
public record KnownRegion(NDArray known, NDArray mask, NDArray noise)
        implements LatentMoment, CleanMoment, ChooseMoment {

    private static final double SMALLEST = 1e-3; // a mask of less is as good as none
    private static final double ROUNDING = 1e-4; // means of 8-bit levels do not quite reach 1

    @Override
    public Rank rank() {
        return Rank.BLEND;
    }

    @Override
    public NDArray latent(NDArray x, StepPoint point) {
        return blend(x, known.add(noise.mul(point.sigma())), open(point));
    }

    @Override
    public boolean staysOnPath() {
        return true; // with the clean estimate replaced too, the path leads through what is pasted
    }

    @Override
    public NDArray clean(NDArray clean, NDArray x, StepPoint point) {
        return blend(clean, known, open(point));
    }

    @Override
    public Choice choose(NDArray from, NDArray next, StepPoint point, int attempt) {
        boolean last = point.step() == point.steps() - 1;
        return new Choice.Accept(last ? blend(next, known, open(point)) : next);
    }

    /** 1 where this step paints, 0 where the picture stays. */
    private NDArray open(StepPoint point) {
        double least = Math.max(SMALLEST, 1 - (double) point.step() / point.steps() - ROUNDING);
        return mask.gte(least).toType(mask.getDataType(), false);
    }

    private static NDArray blend(NDArray anew, NDArray kept, NDArray open) {
        return anew.mul(open).add(kept.mul(open.mul(-1).add(1)));
    }
}
