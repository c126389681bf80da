package studio.sinopia.worker;

/**
 * How a worker is doing.
 *
 * @param pid of its process
 * @param residentBytes memory of the machine that it holds, natives included; 0 if the system does not say
 * @param availableBytes memory that the machine could still give without swapping
 * @param cpuMillis processor time spent since it started, over all cores
 */
public record WorkerHealth(long pid, long residentBytes, long availableBytes, long cpuMillis) {}
