package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.nn.TimeEmbedding;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;

/** Everything that reaches the residual blocks as one vector a row: timestep, guidance scale, SDXL's conditions. */
public final class UNetClock {

    private static final double GUIDANCE_UNIT = 1000;

    private final Kernels kernels;
    private final UNetConfig config;
    private final TimeEmbedding time;
    private final Optional<TimeEmbedding> added;
    private final Optional<TensorList> guidance;

    private UNetClock(
            Kernels kernels,
            UNetConfig config,
            TimeEmbedding time,
            Optional<TimeEmbedding> added,
            Optional<TensorList> guidance) {
        this.kernels = kernels;
        this.config = config;
        this.time = time;
        this.added = added;
        this.guidance = guidance;
    }

    static UNetClock load(Parameters parameters, UNetConfig config) throws StudioException {
        UNetConfig.Clock clock = config.clock();
        TimeEmbedding time = TimeEmbedding.load(parameters, "time_embedding", clock.sines(), clock.width());
        Optional<TimeEmbedding> added = config.added().isPresent()
                ? Optional.of(TimeEmbedding.load(
                        parameters, "add_embedding", config.added().get().width(), clock.width()))
                : Optional.empty();
        Optional<TensorList> guidance = config.guidanceWidth().isPresent()
                ? Optional.of(parameters
                        .layer("time_embedding")
                        .linearWithoutBias(
                                "cond_proj",
                                clock.sines(),
                                config.guidanceWidth().getAsInt())
                        .done())
                : Optional.empty();
        return new UNetClock(parameters.kernels(), config, time, added, guidance);
    }

    /** The embedding of each row before its activation, [rows, width]. */
    public NDArray embed(UNetCall call) {
        return embed(call, (sines, embedding) -> embedding);
    }

    /**
     * As {@link #embed(UNetCall)}, with the timestep's own part replaced.
     *
     * @param blend from the sines and cosines and this network's embedding of them to the embedding to use
     */
    public NDArray embed(UNetCall call, BinaryOperator<NDArray> blend) {
        NDManager manager = call.sample().getManager();
        UNetConfig.Clock clock = config.clock();
        NDArray sines =
                TimeEmbedding.sines(manager, call.timesteps(), clock.sines(), clock.cosineFirst(), clock.shift());
        if (guidance.isPresent()) {
            sines = sines.add(guidance(manager, call));
        }
        sines = sines.toDevice(call.sample().getDevice(), false);
        NDArray embedding = blend.apply(sines, time.apply(sines));
        if (added.isPresent()) {
            embedding = embedding.add(added.get().apply(addedSines(call)));
        }
        return embedding;
    }

    /** The embedding as the residual blocks take it. */
    public NDArray activate(NDArray embedding) {
        return kernels.call("silu", embedding);
    }

    private NDArray guidance(NDManager manager, UNetCall call) {
        double scale = call.guidance()
                .orElseThrow(() -> new IllegalArgumentException(
                        "This network was distilled to know the guidance scale, which the call does not say"));
        int width = config.guidanceWidth().orElseThrow();
        List<Double> numbers = Collections.nCopies(call.timesteps().size(), (scale - 1) * GUIDANCE_UNIT);
        NDArray sines = TimeEmbedding.sines(manager, numbers, width, false, 1);
        return kernels.call("linear_list", sines, guidance.orElseThrow());
    }

    private NDArray addedSines(UNetCall call) {
        AddedConditions conditions =
                call.added().orElseThrow(() -> new IllegalArgumentException("This network needs added conditions"));
        UNetConfig.Added shape = config.added().orElseThrow();
        long rows = call.sample().getShape().get(0);
        List<Double> ids = new ArrayList<>();
        for (float id : conditions.timeIds().toFloatArray()) {
            ids.add((double) id);
        }
        NDArray sines = TimeEmbedding.sines(
                        call.sample().getManager(),
                        ids,
                        shape.idSines(),
                        config.clock().cosineFirst(),
                        config.clock().shift())
                .reshape(rows, -1); // [rows, ids * sines]
        return NDArrays.concat(
                new NDList(conditions.pooledText(), sines.toDevice(call.sample().getDevice(), false)), 1);
    }
}
