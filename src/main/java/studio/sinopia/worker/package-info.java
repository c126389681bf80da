/**
 * The process boundary: the worker's own process, what is said between it and the window, and the supervision that turns
 * a dead, hanging or missing worker into a failed run with a readable reason. What is computed there lives in
 * {@code engine}; queue and listeners in {@code session}.
 *
 * <p><b>Protocol, version 1.</b> gRPC service {@code studio.sinopia.Worker}. Every message is a JSON object, optionally
 * followed by one PNG picture (see {@code Message}). Every call carries the secret of this launch.
 *
 * <pre>
 * Run       {run, recipe, options}          → stream of events, the first is {"event": "accepted"}
 * Decode    {run, recipe, latents, options} → stream of events, as Run
 * Forecast  {recipe, options}               → {weights, sampling, decoding, available} or {problem}
 * Cancel    {run}                           → {}     within a step, the stream ends with "cancelled"
 * Unload    {}                              → {}     models are let go
 * Health    {}                              → {pid, residentBytes, availableBytes, cpuMillis}
 * Shutdown  {}                              → {}     runs are cancelled, then the process ends
 * </pre>
 *
 * <p><b>Launch.</b> The parent starts the child and writes the secret as one line to its standard input, which then stays
 * open: its end tells the child that the parent is gone. The child binds 127.0.0.1 on a free port and prints one line
 * {@code sinopia-worker 1 PORT} on standard output, and later {@code sinopia-worker phase PHASE RUN} for each phase that a
 * run begins, so that the parent of a dead child knows where it died.
 */
@NullMarked
package studio.sinopia.worker;

import org.jspecify.annotations.NullMarked;
