import subprocess
import sys

import pytest

from desk.domain.names import initial_grams, initials, query_initials, sort_key
from desk.domain.surnames import COMPOUND, READINGS, surname

# Two hundred names with the initials a clerk who knows the person would type. Written by hand: surnames that are
# read in their own way, surnames of two characters, given names with several readings, other peoples' names.
NAMES = """
单田芳 stf|单雄信 sxx|单小丽 sxl|单卫国 swg|曾国藩 zgf|曾志伟 zzw|曾巩 zg|曾晓燕 zxy|解晓东 xxd|解缙 xj
解海龙 xhl|解秀英 xxy|仇和 qh|仇英 qy|仇保兴 qbx|仇小妹 qxm|区寄 oj|区志航 ozh|区少坤 osk|区美玲 oml
朴树 ps|朴正欢 pzh|朴永哲 pyz|朴顺姬 psj|查良镛 zly|查慎行 zsx|查海生 zhs|查文斌 zwb|盖叫天 gjt|盖克 gk
盖文启 gwq|盖中华 gzh|尉迟恭 ycg|尉迟敬德 ycjd|尉健行 wjx|尉小莉 wxl|任正非 rzf|任志强 rzq|华罗庚 hlg|华佗 ht
纪晓岚 jxl|纪连海 jlh|宁浩 nh|宁静 nj|燕青 yq|燕子龙 yzl|召伯虎 sbh|折可存 skc|折德扆 sdy|乐毅 yy
乐嘉 yj|员半千 ybq|贠小苏 yxs|翟天临 ztl|翟志刚 zzg|缪荃孙 mqs|缪晓东 mxd|冼星海 xxh|冼夫人 xfr|黑维汉 hwh
盛宣怀 sxh|盛中国 szg|石达开 sdk|石小宝 sxb|晁盖 cg|晁错 cc|谌龙 cl|谌容 cr|逄先知 pxz|逄金一 pjy
隗斌贤 kbx|郗鉴 cj|郗小红 cxh|种师道 csd|种浩 ch|牟其中 mqz|牟宗三 mzs|覃俊峰 qjf|覃小莲 qxl|瞿秋白 qqb
瞿颖 qy|阚凯力 kkl|阚清子 kqz|车晓 cx|车仁表 crb|隋文静 swj|隋炀 sy|过百龄 gbl|哈文 hw|撒贝宁 sbn
么书仪 ysy|祭仲 zz|繁钦 pq|句践 gj|乜小红 nxh|钭元珍 tyz|莘建东 sjd|卜世仁 bsr|厍狄 sd|於梨华 ylh
相里金 xlj|葛优 gy|葛存壮 gcz|令计策 ljc|都本基 dbj|费孝通 fxt|费玉清 fyq|薄熙成 bxc|干宝 gb|谷建芬 gjf
宿志刚 szg|仝卓 tz|眭鸿明 shm|亓玉台 qyt|郄晓红 qxh|沈从文 scw|沈小平 sxp|幺树森 yss|应采儿 yce|曲小琳 qxl
欧阳修 oyx|欧阳娜娜 oynn|上官婉儿 sgwe|司马光 smg|司马相如 smxr|东方朔 dfs|独孤求败 dgqb|南宫适 ngs|万俟卨 mqx|闻人美 wrm
夏侯惇 xhd|诸葛亮 zgl|诸葛孔明 zgkm|赫连勃勃 hlbb|澹台灭明 ttmm|皇甫嵩 hfs|濮阳闿 pyk|公冶长 gyc|申屠嘉 stj|公孙龙 gsl
慕容复 mrf|钟离春 zlc|长孙无忌 zswj|长孙晟 zss|宇文泰 ywt|司徒雷 stl|鲜于辅 xyf|司空图 skt|闾丘露薇 lqlw|令狐冲 lhc
令狐德棻 lhdf|轩辕剑 xyj|呼延灼 hyz|拓跋宏 tbh|西门庆 xmq|淳于意 cyy|单于慧 cyh|完颜亮 wyl|纳兰性德 nlxd|百里奚 blx
王建国 wjg|李秀英 lxy|张伟 zw|刘洋 ly|陈静 cj|杨柳 yl|赵敏 zm|黄河 hh|周杰伦 zjl|吴京 wj
徐行 xx|孙行者 sxz|胡乐 hl|朱重八 zcb|高长恭 gcg|林冲 lc|何朝晖 hzh|郭朝阳 gcy|马朝旭 mzx|罗乐天 llt
梁朝伟 lcw|宋佳音 sjy|郑重 zz|谢朝阳 xcy|韩信 hx|唐乐行 tlx|冯巩 fg|于和伟 yhw|董卿 dq|萧乾 xq
程长庚 ccg|曹参 cs|袁和平 yhp|邓小平 dxp|许晴 xq|傅作义 fzy|沈阳 sy|吕布 lb|彭德怀 pdh|苏轼 ss
卢照邻 lzl|蒋勤勤 jqq|蔡琴 cq|贾平凹 jpw|丁俊晖 djh|魏徵 wz|薛宝钗 xbc|叶问 yw|阎肃 ys|余秋雨 yqy
买买提·吐尔逊 mmttex|古丽娜扎尔·拜合提亚尔 glnzebhtye|阿卜杜拉·热合曼 abdlrhm|扎西多吉 zxdj|卓玛央金 zmyj|巴特尔 bte|乌兰图雅 wlty|艾力·买买提 almmt|次仁旺堆 crwd|𠮷小野 jxy
"""
KNOWN = [tuple(entry.split()) for line in NAMES.strip().splitlines() for entry in line.split("|")]


def found(typed: str, name: str) -> bool:
    """What a prefix index answers, looked at again."""
    query = query_initials(typed)
    pieces = initial_grams(name)
    offered = set(query.tokens) <= set(pieces) and all(
        any(piece.startswith(prefix) for piece in pieces) for prefix in query.prefixes
    )
    return offered and query.matches(name)


def test_there_are_two_hundred_names():
    assert len({name for name, _ in KNOWN}) >= 200


@pytest.mark.parametrize(("name", "typed"), KNOWN)
def test_a_name_is_found_by_its_initials_and_by_each_end_of_them(name, typed):
    assert found(typed, name)
    assert found(typed[1:] or typed, name)
    assert found(typed[:2].upper(), name)


@pytest.mark.parametrize(("name", "typed"), [entry for entry in KNOWN if "·" not in entry[0]])
def test_the_surname_is_read_as_a_surname(name, typed):
    assert initials(name)[: len(surname(name))] == typed[: len(surname(name))]


@pytest.mark.parametrize("typed", ["dtf", "ctf", "stf"])
def test_every_reading_of_a_character_finds_the_name(typed):
    assert found(typed, "单田芳")


@pytest.mark.parametrize(("character", "reading"), READINGS.items())
def test_every_surname_is_found_and_written_by_its_own_reading(character, reading):
    assert found(reading[0] + "x", character + "小红")
    assert initials(character + "小红") == reading[0] + "xh"


@pytest.mark.parametrize(("characters", "readings"), COMPOUND.items())
def test_every_surname_of_two_characters_is_found_and_written_by_its_own_readings(characters, readings):
    typed = readings[0][0] + readings[1][0] + "x"

    assert found(typed, characters + "小红")
    assert initials(characters + "小红") == typed + "h"


def test_a_second_look_sees_the_whole_of_what_was_typed():
    assert query_initials("jg").matches("王建国")
    assert query_initials("wjg").matches("王建国")
    assert not query_initials("jgx").matches("王建国")
    assert not query_initials("wg").matches("王建国")
    assert query_initials("abdlrh").matches("阿卜杜拉·热合曼")


def test_other_initials_do_not_find_a_name():
    assert not found("zs", "李四")
    assert not found("wjgx", "王建国")
    assert not found("glnzebhtyx", "古丽娜扎尔·拜合提亚尔")
    assert query_initials("张三") is None
    assert query_initials("138") is None
    assert query_initials(" ") is None


def test_a_long_name_makes_few_pieces():
    assert len(initial_grams("某某市某某区行乐朝重长单曾解物业服务有限责任公司")) < 600


def test_a_list_is_in_the_order_of_readings_with_one_surname_together():
    names = [
        "章子怡",
        "曾志伟",
        "张三",
        "章太炎",
        "张飞",
        "阿里",
        "单田芳",
        "𮧵小红",
        "王五",
        "Bob",
        "区志航",
        "㐂",
    ]

    assert sorted(names, key=sort_key) == [
        "阿里",
        "Bob",
        "区志航",
        "单田芳",
        "王五",
        "𮧵小红",
        "曾志伟",
        "张飞",
        "张三",
        "章太炎",
        "章子怡",
        "㐂",
    ]


def test_a_place_is_not_read_as_a_person():
    assert sort_key("区政府", person=False) < sort_key("市政府", person=False)
    assert sort_key("区政府", person=False).startswith("qu1")
    assert sort_key("区志航").startswith("ou1")


def test_keys_compare_the_same_as_bytes():
    keys = [sort_key(name) for name, _ in KNOWN]

    assert all(key.isascii() or "·" in key for key in keys)


def test_pinyin_is_loaded_only_when_it_is_needed():
    asked = "import sys, desk.domain.names; sys.exit('pypinyin' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
