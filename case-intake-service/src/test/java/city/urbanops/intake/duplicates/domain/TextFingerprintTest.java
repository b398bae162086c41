package city.urbanops.intake.duplicates.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Generated complaints: each matter is told once, then again by the same citizen with small changes (greeting, figures, an added sentence),
 * and other matters are told in the same stock phrases. Precision and recall count what the index finds and the rule accepts.
 */
class TextFingerprintTest {

    private static final double THRESHOLD = 0.5;
    private static final String[] STREETS = {"解放路", "东环大道", "文昌街", "跃进路", "屏山大道", "柳石路", "龙潭巷", "鹅山路"};
    private static final String[] THINGS = {"烧烤摊油烟", "工地夜间施工噪音", "垃圾桶满溢", "路灯不亮", "污水外溢", "非法小广告", "占道停车", "化粪池堵塞"};
    private static final String[] HARM = {"老人孩子无法休息", "行人只能走机动车道", "臭味很大不敢开窗", "晚上看不清路容易摔倒", "下雨天积水很深", "商铺生意受影响"};
    private static final String[] WISH = {"请尽快派人处理", "希望相关部门现场核实", "反映多次没有结果", "请给一个明确答复", "盼望早日解决"};

    @Test
    void finds_retold_complaints_and_keeps_other_matters_apart() {
        var random = new Random(7);
        var texts = new ArrayList<String>();
        var matter = new ArrayList<Integer>();
        for (var i = 0; i < 300; i++) {
            var told = told(random, i);
            texts.add(told);
            matter.add(i);
            if (i % 3 == 0) {
                texts.add(retold(told, random));
                matter.add(i);
            }
        }

        var counts = counts(texts, matter);

        System.out.printf("generated complaints: %s%n", counts);
        assertThat(counts.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(counts.recall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void punctuation_spaces_and_case_do_not_matter_and_short_texts_say_nothing() {
        assertThat(TextFingerprint.of("东环大道12号,路灯不亮! Lamp OUT")).isEqualTo(TextFingerprint.of("东环大道 12号路灯不亮 lamp out"));
        assertThat(TextFingerprint.of("井盖坏了").bands()).isEmpty();
        assertThat(TextFingerprint.likeness("井盖坏了", "井盖坏了")).isZero();
    }

    static Counts counts(List<String> texts, List<Integer> matter) {
        var prints = texts.stream().map(TextFingerprint::of).toList();
        var counts = new Counts(0, 0, 0);
        for (var i = 0; i < texts.size(); i++) {
            for (var j = i + 1; j < texts.size(); j++) {
                var same = matter.get(i).equals(matter.get(j));
                var found =
                        prints.get(i).bands().stream().anyMatch(prints.get(j).bands()::contains)
                                && TextFingerprint.likeness(texts.get(i), texts.get(j)) >= THRESHOLD;
                counts = counts.plus(same, found);
            }
        }
        return counts;
    }

    private static String told(Random random, int number) {
        return "%s%d号附近%s，已经持续%d天，%s，%s，%s。"
                .formatted(
                        STREETS[random.nextInt(STREETS.length)],
                        100 + number * 7,
                        THINGS[random.nextInt(THINGS.length)],
                        2 + random.nextInt(60),
                        HARM[random.nextInt(HARM.length)],
                        "编号" + Integer.toString(100_000 + random.nextInt(900_000), 36) + "旁" + name(random),
                        WISH[random.nextInt(WISH.length)]);
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            name.appendCodePoint(0x4E00 + random.nextInt(2000));
        }
        return name.toString();
    }

    private static String retold(String told, Random random) {
        return "您好，" + told.replace("附近", "门口") + (random.nextBoolean() ? "谢谢！" : "再次反映。");
    }

    record Counts(int right, int wrong, int missed) {

        Counts plus(boolean same, boolean found) {
            return new Counts(
                    right + (same && found ? 1 : 0),
                    wrong + (!same && found ? 1 : 0),
                    missed + (same && !found ? 1 : 0));
        }

        double precision() {
            return (double) right / Math.max(1, right + wrong);
        }

        double recall() {
            return (double) right / Math.max(1, right + missed);
        }

        @Override
        public String toString() {
            return "right %d, wrong %d, missed %d: precision %.3f, recall %.3f"
                    .formatted(right, wrong, missed, precision(), recall());
        }
    }
}
