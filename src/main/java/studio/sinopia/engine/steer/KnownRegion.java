package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/**
 * Inpainting: outside the mask the picture is known, so the noisy latent there is the known one with the noise of the start
 * (Lugmayr et al. 2022, equation 8), the clean estimate is the known one (which keeps samplers of several steps consistent),
 * and the result is exactly the known one.
 *
 * @param known latent of the picture, [1, channels, height, width]
 * @param mask 1 where to paint anew, 0 where the picture stays, between at soft edges, [1, 1, height, width]
 * @param noise unit noise with which the walk began, shape of {@code known}
 */
public record KnownRegion(NDArray known, NDArray mask, NDArray noise)
        implements LatentMoment, CleanMoment, ChooseMoment {

    @Override
    public Rank rank() {
        return Rank.BLEND;
    }

    @Override
    public NDArray latent(NDArray x, StepPoint point) {
        return blend(x, known.add(noise.mul(point.sigma())));
    }

    @Override
    public boolean staysOnPath() {
        return true; // with the clean estimate replaced too, the path leads through what is pasted
    }

    @Override
    public NDArray clean(NDArray clean, NDArray x, StepPoint point) {
        return blend(clean, known);
    }

    @Override
    public Choice choose(NDArray from, NDArray next, StepPoint point, int attempt) {
        boolean last = point.step() == point.steps() - 1;
        return new Choice.Accept(last ? blend(next, known) : next);
    }

    private NDArray blend(NDArray anew, NDArray kept) {
        return anew.mul(mask).add(kept.mul(mask.mul(-1).add(1)));
    }
}
