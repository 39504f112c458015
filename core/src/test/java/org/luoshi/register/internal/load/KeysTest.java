package org.luoshi.register.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void differentKeysStaySurelyDistinctHoweverManyAndOneThatComesAgainIsNoticed() {
        Keys keys = new Keys();
        SplittableRandom random = new SplittableRandom(1);
        long first = random.nextLong();
        keys.add(first);
        for (int i = 0; i < 1_000_000; i++) {
            keys.add(random.nextLong());
        }
        assertThat(keys.surelyDistinct()).isTrue();
        keys.add(first);
        assertThat(keys.surelyDistinct()).isFalse();
    }

    @Test
    void zeroIsAPrintLikeAnyOther() {
        Keys keys = new Keys();
        keys.add(0);
        assertThat(keys.surelyDistinct()).isTrue();
        keys.add(0);
        assertThat(keys.surelyDistinct()).isFalse();
    }

    @Test
    void aPrintDependsOnEveryByteAndOnWhatCameBefore() {
        RowBuffer buffer = new RowBuffer();
        buffer.begin(1);
        int from = buffer.size();
        buffer.text("P-0000001-ab");
        long print = buffer.print(from, 0);
        assertThat(buffer.print(from, 1)).isNotEqualTo(print);
        for (int at = from; at < buffer.size(); at++) {
            buffer.bytes()[at] ^= 1;
            assertThat(buffer.print(from, 0)).isNotEqualTo(print);
            buffer.bytes()[at] ^= 1;
        }
        assertThat(buffer.print(from, 0)).isEqualTo(print);
    }
}
