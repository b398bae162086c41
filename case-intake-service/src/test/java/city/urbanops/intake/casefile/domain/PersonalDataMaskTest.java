package city.urbanops.intake.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataMaskTest {

    @ParameterizedTest
    @CsvSource({
        "请回电13812345678谢谢, 请回电[phone]谢谢",
        "+86 138 1234 5678, [phone]",
        "138-1234-5678。, [phone]。",
        "座机0772-2823456, 座机[phone]",
        "身份证45020219900101123X号, 身份证[ID]号",
        "张三丰住在此处, [name]住在此处"
    })
    void masks_personal_data(String text, String masked) {
        assertThat(PersonalDataMask.mask(text, "张三丰")).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"井盖编号4502020101000001", "路灯杆12345号", "工单20260302000123"})
    void leaves_other_numbers_alone(String text) {
        assertThat(PersonalDataMask.mask(text, null)).isEqualTo(text);
    }

    @Test
    void shows_little_in_lists() {
        assertThat(PersonalDataMask.maskName("张三丰")).isEqualTo("张**");
        assertThat(PersonalDataMask.maskPhone("13812345678")).isEqualTo("****5678");
    }
}
