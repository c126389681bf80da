package studio.sinopia.engine.checkpoint;

import java.util.Collection;
import java.util.Collections;

/** How many groups the group norms of a network have, which no shape tells. */
final class GroupNorms {

    private static final int USUAL = 32;
    private static final int NARROWEST = 128; // the narrowest level of any network that was published
    private static final int NARROW = 8;

    private GroupNorms() {}

    /** 32, as everywhere; in networks too narrow for it at most 8. */
    static int groups(Collection<Integer> channels) {
        int groups = Collections.min(channels) >= NARROWEST ? USUAL : NARROW;
        while (!divides(groups, channels)) {
            groups /= 2;
        }
        return groups;
    }

    private static boolean divides(int groups, Collection<Integer> channels) {
        return channels.stream().allMatch(each -> each % groups == 0);
    }
}
