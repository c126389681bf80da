package studio.sinopia.worker;

import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;

/** Opens the engine in the worker's process; may take seconds, since libraries are loaded. */
@FunctionalInterface
interface EngineMaker {
    Engine open() throws StudioException;
}
