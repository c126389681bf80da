package studio.sinopia.session;

import studio.sinopia.core.StudioException;
import tools.jackson.databind.JsonNode;

/** How a state is written as JSON. For one thread. */
interface StateJson<T> {

    /** The state as a tree that does not change afterwards. */
    JsonNode node(T state);

    /**
     * The state that {@link #node} wrote.
     *
     * @param where the place to name in problems
     * @throws StudioException if it is no such thing
     */
    T read(JsonNode node, String where) throws StudioException;
}
