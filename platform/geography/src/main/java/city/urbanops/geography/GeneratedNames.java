package city.urbanops.geography;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Place names put together from syllables, each written in Chinese and in pinyin; unique for each kind of area. */
final class GeneratedNames {

    private record Syllable(String character, String pinyin) {}

    private static final List<Syllable> DISTRICTS = syllables("中 Zhong 东 Dong 南 Nan 西 Xi 北 Bei");
    private static final List<Syllable> STREET_FIRST =
            syllables("青 Qing 云 Yun 长 Chang 新 Xin 金 Jin 白 Bai 永 Yong 文 Wen 玉 Yu 石 Shi 和 He 平 Ping");
    private static final List<Syllable> STREET_SECOND =
            syllables("桥 Qiao 泉 Quan 岭 Ling 塘 Tang 林 Lin 滩 Tan 溪 Xi 坪 Ping 台 Tai 洲 Zhou 井 Jing");
    private static final List<Syllable> COMMUNITY_FIRST =
            syllables("春 Chun 夏 Xia 桂 Gui 兰 Lan 竹 Zhu 松 Song 荷 He 梅 Mei 柏 Bai 枫 Feng 榕 Rong 槐 Huai 桃 Tao");
    private static final List<Syllable> COMMUNITY_SECOND =
            syllables("园 Yuan 门 Men 里 Li 巷 Xiang 坊 Fang 庭 Ting 居 Ju 村 Cun 湾 Wan 庄 Zhuang 畔 Pan 台 Tai");

    String district(int index) {
        return DISTRICTS.get(index).character + "屏区";
    }

    String districtEn(int index) {
        return DISTRICTS.get(index).pinyin + "ping District";
    }

    String street(int index) {
        return chinese(index, STREET_FIRST, STREET_SECOND) + "街道";
    }

    String streetEn(int index) {
        return pinyin(index, STREET_FIRST, STREET_SECOND) + " Street Office";
    }

    String community(int index) {
        return chinese(index, COMMUNITY_FIRST, COMMUNITY_SECOND) + "社区";
    }

    String communityEn(int index) {
        return pinyin(index, COMMUNITY_FIRST, COMMUNITY_SECOND) + " Community";
    }

    /** The two lists' lengths have no common divisor, so an index gives each pair of syllables once. */
    private static String chinese(int index, List<Syllable> first, List<Syllable> second) {
        return first.get(index % first.size()).character + second.get(index % second.size()).character;
    }

    private static String pinyin(int index, List<Syllable> first, List<Syllable> second) {
        return first.get(index % first.size()).pinyin
                + second.get(index % second.size()).pinyin.toLowerCase(Locale.ROOT);
    }

    private static List<Syllable> syllables(String text) {
        String[] words = text.split(" ", -1);
        return IntStream.range(0, words.length / 2)
                .mapToObj(i -> new Syllable(words[2 * i], words[2 * i + 1]))
                .toList();
    }
}
