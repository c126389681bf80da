package studio.sinopia.engine.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Functions that DJL lacks or that would take many crossings into native code, written in TorchScript (the resource
 * {@code kernels.torchscript} beside this class) and compiled when libtorch opens. A call costs about 8 microseconds.
 *
 * <p>Calls run in libtorch's ordinary mode, never in its inference mode, so gradients flow through them whenever some
 * argument asks for one, and their results may take part in later differentiation.
 */
public final class Kernels implements AutoCloseable {

    private static final String SOURCE = "kernels.torchscript";
    private static final Pattern NAME = Pattern.compile("(?m)^ {2}def (\\w+)\\(");
    private static final MethodHandle RUN = findRun();

    private final Device device;
    private final Convolutions convolutions;
    private final Arithmetic arithmetic;
    private final Edges edges;
    private final PtSymbolBlock module;
    private final LoweredKernels lowered;
    private final WrappedKernels wrapped;
    private final TensorList matrices;
    private final ThreadLocal<Boolean> settled = ThreadLocal.withInitial(Kernels::interpretPlainly);

    private Kernels(
            Device device,
            Convolutions convolutions,
            Arithmetic arithmetic,
            Edges edges,
            PtSymbolBlock module,
            LoweredKernels lowered,
            WrappedKernels wrapped,
            TensorList matrices) {
        this.device = device;
        this.convolutions = convolutions;
        this.arithmetic = arithmetic;
        this.edges = edges;
        this.module = module;
        this.lowered = lowered;
        this.wrapped = wrapped;
        this.matrices = matrices;
    }

    static Kernels load(PtNDManager manager) {
        return new Kernels(
                manager.getDevice(),
                Convolutions.FAST,
                Arithmetic.FLOAT32,
                Edges.OPEN,
                compile(manager, "Kernels", source(SOURCE)),
                new LoweredKernels(manager),
                new WrappedKernels(manager),
                new TensorList(Winograd.matrices(manager)));
    }

    static String source(String resource) {
        try (InputStream source = Kernels.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new IllegalStateException("The program lacks its resource " + resource);
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the kernels that a script defines. */
    static Set<String> names(String source) {
        return NAME.matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    static PtSymbolBlock compile(PtNDManager manager, String name, String source) {
        try {
            byte[] archive = TorchScriptArchive.of(name, source);
            return JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same kernels for a model that keeps its convolutions otherwise. They need not be closed. */
    Kernels with(Convolutions other) {
        return new Kernels(device, other, arithmetic, edges, module, lowered, wrapped, matrices);
    }

    /** The same kernels for a model that computes in other numbers. They need not be closed. */
    Kernels with(Arithmetic other) {
        return new Kernels(device, convolutions, other, edges, module, lowered, wrapped, matrices);
    }

    /** The same kernels for pictures whose edges meet: in 32 bits, with convolutions as they are. They need not be closed. */
    Kernels with(Edges other) {
        return new Kernels(device, Convolutions.SMALL, Arithmetic.FLOAT32, other, module, lowered, wrapped, matrices);
    }

    /** Whether weights of heavy layers are to be kept by {@link #keepLowered}. */
    public boolean lowers() {
        return arithmetic == Arithmetic.BFLOAT16;
    }

    /** Adds a tensor to a list as it is. */
    public void keep(NDArray x, TensorList list) {
        run("keep", x, list).close();
        list.grow(Float.BYTES * x.size());
    }

    /**
     * Adds a weight to a list in BF16, as the kernels of {@link Arithmetic#BFLOAT16} read it.
     *
     * @param role {@code convolution} for 3x3 kernels, {@code halving} for those of stride 2, {@code doubling} for those that are
     *     made four of 2x2, {@code projection} or {@code bias}
     */
    public void keepLowered(String role, NDArray x, TensorList list) {
        try (IValue numbers = run("keep_" + role, x, list)) {
            list.grow(Short.BYTES * numbers.toLong());
        }
    }

    /** Whether a 3x3 convolution between so many channels is to be prepared by {@link Winograd#transform}. */
    public boolean transforms(long out, long in, Winograd.Use use) {
        return use.gains(out, in, device, convolutions);
    }

    /**
     * Calls a kernel that returns one tensor.
     *
     * @param x first argument; its manager owns the result
     * @param more further arguments: tensors, {@link TensorList}, lists of tensors, int, long, double, boolean, String
     */
    public NDArray call(String kernel, NDArray x, Object... more) {
        try (IValue result = run(kernel, x, more)) {
            return result.toTensor((PtNDManager) x.getManager());
        }
    }

    /** As {@link #call}, for a kernel that returns several tensors as a list or a tuple. */
    public NDList callForMany(String kernel, NDArray x, Object... more) {
        try (IValue result = run(kernel, x, more)) {
            return result.toNDList((PtNDManager) x.getManager());
        }
    }

    /** Constants for the kernels that convolve: the matrices of {@link Winograd}. */
    public TensorList matrices() {
        return matrices;
    }

    private IValue run(String kernel, NDArray x, Object... more) {
        if (!settled.get()) {
            throw new IllegalStateException("TorchScript would not settle on this thread");
        }
        PtSymbolBlock block = block(kernel);
        long[] handles = new long[more.length + 1];
        List<IValue> own = new ArrayList<>(handles.length);
        try {
            handles[0] = handle(x, own);
            for (int i = 0; i < more.length; i++) {
                handles[i + 1] = handle(more[i], own);
            }
            return (IValue) RUN.invokeExact(block.getHandle().longValue(), kernel, handles);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Kernel " + kernel + " failed", e);
        } finally {
            own.forEach(IValue::close);
        }
    }

    private PtSymbolBlock block(String kernel) {
        if (edges != Edges.OPEN && wrapped.has(kernel)) {
            return wrapped.module(edges);
        }
        return lowers() && lowered.has(kernel) ? lowered.module() : module;
    }

    private static long handle(Object argument, List<IValue> own) {
        if (argument instanceof TensorList list) {
            return list.value().getHandle();
        }
        IValue value =
                switch (argument) {
                    case PtNDArray tensor -> IValue.from(tensor);
                    case Integer number -> IValue.from(number.longValue());
                    case Long number -> IValue.from(number);
                    case Double number -> IValue.from(number);
                    case Boolean flag -> IValue.from(flag);
                    case String text -> IValue.from(text);
                    case List<?> tensors -> IValue.listFrom(tensors.toArray(PtNDArray[]::new));
                    default -> throw new IllegalArgumentException("A kernel cannot take " + argument.getClass());
                };
        own.add(value);
        return value.getHandle();
    }

    /** Turns TorchScript's profiling optimiser off: it recompiles when shapes change and gains nothing on these kernels. */
    private static boolean interpretPlainly() {
        JniUtils.setGraphExecutorOptimize(false);
        return true;
    }

    /**
     * DJL's public call enters libtorch's inference mode, whose results can never be differentiated later. The call
     * underneath has a switch for it, but is not public.
     */
    private static MethodHandle findRun() {
        try {
            Class<?> library = Class.forName("ai.djl.pytorch.jni.PyTorchLibrary");
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(library, MethodHandles.lookup());
            Object instance =
                    lookup.findStaticVarHandle(library, "LIB", library).get();
            MethodHandle run = lookup.findVirtual(
                    library,
                    "moduleRunMethod",
                    MethodType.methodType(
                            long.class, long.class, String.class, long[].class, boolean.class, boolean.class));
            MethodHandle wrap = MethodHandles.privateLookupIn(IValue.class, MethodHandles.lookup())
                    .findConstructor(IValue.class, MethodType.methodType(void.class, long.class));
            return MethodHandles.filterReturnValue(
                    MethodHandles.insertArguments(run.bindTo(instance), 3, true, false), wrap);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public void close() {
        matrices.close();
        lowered.close();
        wrapped.close();
        module.close();
    }
}
