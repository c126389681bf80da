/** Scopes, fused kernels, seeded noise and gradients over libtorch. Knows no network, no sampler and no file format. */
@NullMarked
package studio.sinopia.engine.tensor;

import org.jspecify.annotations.NullMarked;
