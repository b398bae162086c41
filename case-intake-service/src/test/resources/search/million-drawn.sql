select setseed(0.25);

-- Drawn first: cases of three years, newest first, made of a few word lists: no text of them is anybody's. :cases is how many.
-- Skewed like a city's: of classes, units, streets and words few are frequent and many are rare; all but the last
-- month's are closed.
create function pg_temp.reported_at(number int) returns timestamptz language sql stable as
$$ select now() - number * interval '1095 days' / :cases $$;

-- As version 7 makes them: in the order of time.
create function pg_temp.case_id(number int) returns uuid language sql stable as
$$ select cast(lpad(to_hex((extract(epoch from pg_temp.reported_at(number)) * 1000)::bigint), 12, '0') || '7'
    || substr(md5(number::text), 1, 3) || '8' || substr(md5(number::text), 4, 15) as uuid) $$;

create schema million;
create unlogged table million.words as
select
    array['解放', '东环', '文昌', '跃进', '屏山', '柳石', '龙潭', '鹅山', '飞鹅', '潭中', '河东', '桂中', '学院', '高新', '新柳', '静兰',
          '白沙', '北雀', '胜利', '雅儒', '红光', '航鹰', '航生', '城站', '三中', '北站', '环江', '鸡喇', '门头', '官塘'] as streets,
    array['路', '大道', '街', '巷', '西路', '东路', '一路', '二巷'] as kinds,
    array['路灯', '井盖', '垃圾', '渣土', '工地', '烧烤', '噪音', '车辆', '树木', '污水', '广告', '人行道', '护栏', '积水', '电线', '油烟',
          '扬尘', '围挡', '公厕', '绿化带', '化粪池', '消防栓', '站牌', '雕塑', '喷泉', '充电桩', '调压箱', '信号灯', '伸缩缝', '石狮'] as things,
    array['损坏', '丢失', '堆积', '占道', '扰民', '外溢', '不亮', '破裂', '倒伏', '堵塞', '松动', '歪斜', '褪色', '锈蚀', '脱落'] as faults,
    array['老人孩子无法休息', '行人只能走机动车道', '臭味很大不敢开窗', '晚上看不清路', '下雨天积水很深', '商铺生意受影响', '存在安全隐患',
          '影响市容'] as harms,
    array['请尽快派人处理', '希望相关部门现场核实', '反映多次没有结果', '请给一个明确答复', '盼望早日解决'] as wishes,
    array['HOTLINE_12345', 'CITY_PATROL', 'CITIZEN_APP', 'AI_VIDEO', 'COUNTY_PATROL', 'ONLINE_POLITICS', 'PETITION_CITY', 'PUBLIC_REPORT',
          'COMMUNITY_STATION', 'DUST_MONITOR', 'OWNER_DEPARTMENT', 'SATELLITE_PATCH'] as channels,
    array['450202', '450203', '450204', '450205', '450206'] as districts,
    array['HANDLING', 'HANDLING', 'HANDLING', 'CHECKING', 'DISPATCHED', 'FILED', 'REPORTED', 'VERIFYING'] as phases;

create unlogged table million.drawn as
select
    number,
    pg_temp.reported_at(number) as reported_at,
    pg_temp.case_id(number) as case_id,
    case when number % 20 = 0 and number < :cases then pg_temp.case_id(number + 1) end as duplicate_of, -- of the report before it
    case when number < :cases / 36.0 * random() ^ 2 then phases[ceil(8 * random())]
         when random() < 0.0002 then 'SUSPENDED'
         when random() < 0.02 then 'VOID'
         else 'CLOSED' end as phase,
    channels[ceil(12 * random() ^ 3)] as channel,
    case when random() < 0.7 then 'E' else 'P' end || lpad(ceil(5 * random())::text, 2, '0')
        || lpad(ceil(15 * random() ^ 3)::text, 2, '0') as class_code,
    districts[ceil(5 * random() ^ 1.5)] || lpad(ceil(9 * random())::text, 3, '0') || lpad(ceil(12 * random())::text, 3, '0') as area_code,
    'unit-' || ceil(61 * random() ^ 3) as department,
    streets[ceil(30 * random())] || kinds[ceil(8 * random())] as street,
    ceil(400 * random())::text as house,
    things[ceil(30 * random() ^ 3)] || faults[ceil(15 * random() ^ 2)] as matter,
    chr(19968 + (4000 * random())::int) || chr(19968 + (4000 * random())::int) || '店门口' as shop,
    case when random() < 0.5 then harms[ceil(8 * random())] else '' end as harm,
    case when random() < 0.7 then wishes[ceil(5 * random())] else '' end as wish,
    109.2 + 0.4 * random() as lng,
    24.1 + 0.4 * random() as lat,
    random() as luck
from generate_series(1, :cases) as number, million.words;
