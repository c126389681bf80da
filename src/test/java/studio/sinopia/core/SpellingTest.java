package studio.sinopia.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> NAMES = List.of("Euler", "Euler a", "DPM++ 2M", "UniPC", "LCM");

    @ParameterizedTest
    @CsvSource({
        "Eulr, Euler",
        "eular a, Euler a",
        "dpmpp_2m, DPM++ 2M",
        "Unipcc, UniPC",
        "LMC,",
        "Walker,",
        "'',",
        "a very long name that is nothing of the kind,"
    })
    void theNearestNameIsOnlyThereWhenItIsNear(String typed, String meant) {
        assertEquals(Optional.ofNullable(meant), Spelling.nearest(typed, NAMES));
    }

    @Test
    void caseSpacesHyphensAndUnderscoresMakeNoOtherName() {
        assertTrue(Spelling.same("DPM++ 2M SDE", "dpm++_2m-sde"));
        assertTrue(!Spelling.same("Euler", "Euler a"));
    }

    @Test
    void theRemedyNamesWhatWasMeantAndAllThereIs() {
        assertEquals(
                "Did you mean 'LCM'? Use one of Euler, Euler a, DPM++ 2M, UniPC, LCM.", Spelling.remedy("lcn", NAMES));
        assertEquals("Use one of Euler, Euler a, DPM++ 2M, UniPC, LCM.", Spelling.remedy("Walker", NAMES));
    }
}
