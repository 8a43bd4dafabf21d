"""A rulebook loads whole, or says which file, which key, what is wrong, and what to write instead."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from tests.rulebook.manuals import RULES, SLIP, manual

from desk.domain.viewer import RIGHTS
from desk.rulebook.flow import Right
from desk.rulebook.layout import LayoutError
from desk.rulebook.loading import BadRulebook, Manual, adopted, load, read_manual, shipped


def faults_of(broken: Manual, **options: str) -> str:
    with pytest.raises(BadRulebook) as refused:
        load(broken, options)
    return str(refused.value)


def test_the_small_manual_loads_so_that_what_breaks_below_is_the_change() -> None:
    book = load(manual())

    assert (book.id, book.name, book.kind("complaint").series) == ("T01", "小店投诉办法", "cases")


# piece of the small manual, what stands there instead, the key that must be named, what must be said
BROKEN = [
    ('name = "小店投诉办法"\n', "", "", "缺少必填项“name”"),
    ("format = 1", 'format = "1"', "format", "应当是整数，写成了文字"),
    ('about = "一家小店怎样处理投诉。"', 'abuot = "x"', "", "abuot"),
    ('starts = "received"\n', "", "kind[0](complaint)", "缺少必填项“starts”"),
    ('starts = "received"', 'begins = "received"', "kind[0](complaint)", "begins"),
    ("first = true", 'first = "是"', "field[0](complainant.name).first", "应当是 true 或 false"),
    ('phase = "refused"', 'phase = "denied"', "state[2](refused).phase", "“denied”不在允许的取值之内"),
    (
        'rights = ["register", "handle"]',
        'rights = ["register", "fly"]',
        "role[0](clerk).rights[1]",
        "“fly”不在允许的取值之内",
    ),
    ('to = "closed"', 'to = ["closed"]', "step[0](close).to", "应当是文字（加引号），写成了列表"),
    ('starts = "received"', 'starts = "recieved"', "kind(complaint).starts", "“recieved”不存在"),
    ('series = "cases"', 'series = "numbers"', "kind(complaint).series", "“numbers”不存在"),
    ('by = ["clerk"]', 'by = ["boss"]', "step(close).by", "“boss”不存在"),
    ('done = ["close"]', 'done = ["finish"]', "clock(reply).done", "“finish”不存在"),
    ('limit = "next_day"\n', 'limit = "soon"\n', "clock(reply).limit", "时限“soon”无法识别"),
    ('limit = "next_day"\n', 'limit = "fact:wish"\n', "clock(reply).limit", "“wish”不存在"),
    (
        'limit = "next_day"\ncells = [{ limit = "2h", levels = ["grave"] }]',
        "",
        "clock(reply).limit",
        "没有写时限",
    ),
    ('levels = ["grave"]', 'levels = ["heavy"]', "clock(reply).cells[0].levels", "“heavy”不存在"),
    ('when = "injury"', 'when = "injurie"', "scale(weight).criteria(hurt).when", "不存在的字段“injurie”"),
    ('when = "injury"', 'when = "injury >"', "scale(weight).criteria(hurt).when", "写法不对"),
    ("amount > 1000000", "amount > price", "ground(joke).hint_when", "不存在的字段“price”"),
    ('level = "grave"', 'level = "heavy"', "scale(weight).criteria(hurt).level", "“heavy”不存在"),
    ('label = "货架"\n', "", "field(shelf)", "不是程序已知的字段"),
    ('id = "shelf"', 'id = "clerk.name"', "field(clerk.name)", "由程序填写"),
    ('at = ["close"]', 'at = ["shut"]', "field(colour).at", "“shut”不存在"),
    (
        'choices = [{ id = "red", name = "红" }, { id = "green", name = "绿" }]',
        "",
        "field(colour).choices",
        "没有选项",
    ),
    ('at = ["close"]', 'at = ["close"]\ndefault = "blue"', "field(colour).default", "“blue”不在选项之内"),
    (
        'id = "shelf"\nlabel = "货架"',
        'id = "complainant.name"\nlabel = "货架"',
        "field(complainant.name)",
        "问了两次",
    ),
    ('pattern = "{yyyy}{serial:4}"', 'pattern = "{yyyy}"', "series(cases).pattern", "缺少流水号"),
    ('layout = "slip"', 'layout = "slop"', "paper(slip).layout", "“slop”不存在"),
    (
        'value = "case.number"',
        'value = "case.nummer"',
        "register(cases).columns(编号)",
        "“case.nummer”不存在",
    ),
    (
        'value = "case.number" }]',
        'value = "case.number" }]\npublic = true',
        "register(cases).columns(编号)",
        "不在可以公示的字段之内",
    ),
    (
        'value = "case.number" }]',
        'value = "case.number" }]\n[secrecy]\npublic_fields = ["case.number"]',
        "secrecy.public_fields",
        "没有登记簿用它",
    ),
    (
        'value = "case.number" }]',
        'value = "complainant.name" }]\npublic = true\n[secrecy]\npublic_fields = ["complainant.name"]',
        "secrecy.public_fields",
        "身份信息，不能公示",
    ),
    ('default = "next_day"', 'default = "tomorrow"', "switch(day)", "“tomorrow”"),
    (
        'variant = "day=next_wd"',
        'variant = "day=next_week"',
        "step(refuse).variant",
        "开关“day”没有选项“next_week”",
    ),
    ('variant = "day=next_wd"', 'variant = "days=next_wd"', "step(refuse).variant", "没有开关“days”"),
    ('id = "close"\nname = "办结"', 'id = "refuse"\nname = "办结"', "step(refuse)", "出现了 2 次"),
]


@pytest.mark.parametrize(("piece", "other", "key", "says"), BROKEN)
def test_a_broken_rulebook_names_file_key_and_remedy(piece: str, other: str, key: str, says: str) -> None:
    with pytest.raises(BadRulebook) as refused:
        load(manual((piece, other)))

    named = [fault for fault in refused.value.faults if key in fault.key and says in str(fault)]
    assert named, str(refused.value)
    assert named[0].file == "rules.toml"
    assert named[0].hint or "请" in named[0].message
    assert str(named[0]).startswith("rules.toml：")


def test_every_fault_is_told_at_once() -> None:
    text = faults_of(manual(('by = ["clerk"]', 'by = ["boss"]'), ('done = ["close"]', 'done = ["finish"]')))

    assert "boss" in text
    assert "finish" in text


def test_no_table_has_two_entries_of_one_id() -> None:
    """Every table that the format gives an id, the small ones, too; only a field may stand several times."""
    duty = '[[duty]]\nid = "sweep"\nname = "扫地"\nevery = "day"\n\n'
    principle = '[[principle]]\nid = "kind"\nname = "和气"\ntext = "和气待人"\n\n'

    text = faults_of(manual(('[[step]]\nid = "close"', f'{duty * 2}{principle * 2}[[step]]\nid = "close"')))

    assert "duty(sweep)：编号“sweep”出现了 2 次" in text
    assert "principle(kind)：编号“kind”出现了 2 次" in text


def test_a_state_that_nobody_reaches_is_named() -> None:
    text = faults_of(
        manual(('[[step]]\nid = "close"', '[[state]]\nid = "limbo"\nname = "悬置"\n\n[[step]]\nid = "close"'))
    )

    assert "state(limbo)：没有任何步骤能到达这个状态" in text


def test_a_state_without_a_way_out_is_named() -> None:
    trap = '[[state]]\nid = "trap"\nname = "陷阱"\n\n[[step]]\nid = "fall"\nname = "掉进"\nfrom = ["received"]\nto = "trap"\n\n[[step]]\nid = "close"'
    text = faults_of(manual(('[[step]]\nid = "close"', trap)))

    assert "state(trap)：投诉从这里走不到办结" in text


def test_a_step_that_no_kind_ever_comes_to_is_named() -> None:
    late = '[[state]]\nid = "lost"\nname = "丢失"\n\n[[step]]\nid = "find"\nname = "找回"\nfrom = ["lost"]\nto = "received"\n\n[[step]]\nid = "close"'
    text = faults_of(manual(('[[step]]\nid = "close"', late)))

    assert "step(find).from：没有哪一类事项能走到这一步" in text


def test_a_round_that_can_be_left_is_no_fault() -> None:
    """The control of the two before: going back and forth is allowed as long as there is a way out."""
    again = '[[state]]\nid = "parked"\nname = "搁置"\nphase = "waiting"\n\n[[step]]\nid = "park"\nname = "搁置"\nfrom = ["received"]\nto = "parked"\n\n[[step]]\nid = "resume"\nname = "继续"\nfrom = ["parked"]\nto = "received"\n\n[[step]]\nid = "close"'

    assert load(manual(('[[step]]\nid = "close"', again))).state("parked").phase == "waiting"


def test_an_unknown_field_in_a_layout_is_named_with_its_file() -> None:
    text = faults_of(manual(slip=SLIP.replace("{shelf}", "{shelv}")))

    assert "forms/slip.toml：shelv：版式用了不存在的字段“shelv”" in text


def test_a_mistyped_key_in_a_layout_is_named_with_its_file() -> None:
    text = faults_of(manual(slip=SLIP.replace("text = ", "txet = ")))

    assert "forms/slip.toml：block[0]" in text


def test_a_layout_that_is_only_shared_must_fit_the_rulebooks_that_use_it() -> None:
    stranger = SLIP.replace("{shelf}", "{nowhere}")
    used = Manual({"rules.toml": RULES, "layouts/slip.toml": stranger})
    unused = manual(**{"layouts/other.toml": stranger})

    assert "layouts/slip.toml：nowhere" in faults_of(used)
    assert "other" not in load(unused).layouts


def test_an_office_that_has_its_own_layout_does_not_get_the_shared_one() -> None:
    shared = SLIP.replace("小票", "通用小票")

    book = load(manual(**{"layouts/slip.toml": shared}))

    assert book.layouts["slip"].title == "小票"


def test_a_list_in_a_layout_names_columns_that_its_field_has() -> None:
    listed = '\n[[block]]\nkind = "items"\nfield = "materials"\ntext = "{n}. {name}，{weight}"\n'
    field = ('[[field]]\nid = "shelf"', '[[field]]\nid = "materials"\n\n[[field]]\nid = "shelf"')

    text = faults_of(manual(field, slip=SLIP + listed))

    assert "forms/slip.toml：materials：清单没有“weight”这一列（可用：copies、held、n、name" in text
    assert load(manual(field, slip=SLIP + listed.replace("，{weight}", "，{pages}")))


def test_a_list_in_a_layout_needs_a_field_that_holds_rows() -> None:
    listed = '\n[[block]]\nkind = "items"\nfield = "shelf"\ntext = "{n}. {name}"\n'

    assert "forms/slip.toml：shelf：“shelf”不是一行一行的清单" in faults_of(manual(slip=SLIP + listed))


def test_an_adopted_text_opens_without_reading_the_papers_that_nobody_asks_for() -> None:
    broken = manual(slip=SLIP.replace("text = ", "txet = "))

    book = adopted(broken)

    assert (list(book.layouts), len(book.layouts), "slip" in set(book.layouts)) == (["slip"], 1, True)
    with pytest.raises(LayoutError, match=r"forms/slip\.toml"):
        book.layouts["slip"]
    assert adopted(manual()).layouts["slip"].title == "小票"


def test_text_that_is_no_toml_says_where() -> None:
    text = faults_of(manual(("format = 1", "format = ")))

    assert text.startswith("rules.toml：不是合格的 TOML")
    assert "第 2 行第 10 列" in text


def test_an_option_that_does_not_exist_is_refused() -> None:
    assert "开关“day”没有选项“never”" in faults_of(manual(), day="never")
    assert "没有开关“night”" in faults_of(manual(), night="x")


def test_a_switch_alters_entries_and_chooses_between_variants() -> None:
    by_default, otherwise = load(manual()), load(manual(), {"day": "next_wd"})

    assert (by_default.clock("reply").limit, by_default.step("refuse").name) == ("next_day", "不受理")
    assert (otherwise.clock("reply").limit, otherwise.step("refuse").name) == ("next_wd", "婉拒")
    assert (by_default.switches[0].chosen, otherwise.switches[0].chosen) == ("next_day", "next_wd")


def test_a_change_of_an_entry_that_does_not_exist_is_named() -> None:
    text = faults_of(manual(('of = "clock.reply"', 'of = "clock.answer"')), day="next_wd")

    assert "switch(day).change：“clock.answer”不存在" in text


def test_more_than_ten_fields_on_the_first_screen_are_refused() -> None:
    many = "".join(
        f'[[field]]\nid = "f{n}"\nlabel = "第{n}项"\ntype = "text"\nfirst = true\n\n' for n in range(9)
    )
    text = faults_of(
        manual(
            (
                '[[field]]\nid = "shelf"',
                many
                + '[[field]]\nid = "f9"\nlabel = "末"\ntype = "text"\nfirst = true\n\n[[field]]\nid = "shelf"',
            )
        )
    )

    assert "kind(complaint)：首屏有 11 个字段" in text
    assert load(manual(('[[field]]\nid = "shelf"', many + '[[field]]\nid = "shelf"')))


def test_a_step_that_completes_another_asks_its_fields_and_requires_none() -> None:
    later = ('id = "close"\nname = "办结"', 'id = "close"\nname = "办结"\ncompletes = ["register"]')
    book = load(manual(("first = true", "first = true\nrequired = true"), later))

    assert [field.id for field in book.fields_at("close")] == ["colour", "complainant.name", "shelf"]
    assert book.field("complainant.name").required
    assert not any(field.required for field in book.fields_at("close"))
    assert [field.id for field in book.fields_at("refuse")] == []


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_file_saved_by_a_plain_editor_is_read(tmp_path: Path, start: str) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "rules.toml").write_text(start + RULES, encoding="utf-8")
    (tmp_path / "forms" / "slip.toml").write_text(start + SLIP, encoding="utf-8")

    assert load(tmp_path).id == "T01"


def test_a_file_in_another_encoding_is_refused_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_bytes(RULES.encode("gb18030"))

    with pytest.raises(BadRulebook, match=r"rules\.toml：不是 UTF-8 编码.*另存为 UTF-8"):
        read_manual(tmp_path)


def test_a_folder_without_rules_is_refused_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(BadRulebook, match=r"文件不存在（请检查文件夹，或写编号：R01"):
        read_manual(tmp_path)


def test_the_digest_follows_the_text_and_not_the_order_of_files() -> None:
    one = Manual({"a": "1", "b": "2"})

    assert one.sha256 == Manual({"b": "2", "a": "1"}).sha256
    assert one.sha256 != Manual({"a": "1", "b": "3"}).sha256
    assert one.sha256 != Manual({"a": "1", "c": "2"}).sha256


def test_the_rights_of_roles_are_the_rights_that_viewers_are_asked_for() -> None:
    assert set(Right.__args__) == RIGHTS


@pytest.mark.parametrize("id_", shipped())
def test_every_shipped_rulebook_loads_under_every_option_of_every_switch(id_: str) -> None:
    text = read_manual(id_)
    book = load(text)

    for switch in book.switches:
        for option in switch.options:
            assert load(text, {switch.id: option}).id == book.id
        assert switch.reason
        assert not switch.words or len(switch.words) == len(switch.options)


@pytest.mark.slow
@pytest.mark.parametrize("id_", shipped())
def test_one_rulebook_loads_within_forty_milliseconds(id_: str) -> None:
    text = read_manual(id_)
    load(text)

    ticks = []
    for _ in range(10):
        ticks.append(time.process_time())
        load(text)
    ticks.append(time.process_time())

    assert min(after - before for before, after in pairwise(ticks)) <= 0.040


def test_a_text_of_a_later_release_is_refused_before_anything_else():
    later = RULES_OF_A_LATER_RELEASE

    with pytest.raises(BadRulebook, match="第 99 版格式"):
        load(Manual({"rules.toml": later}))


RULES_OF_A_LATER_RELEASE = 'format = 99\nid = "T"\nversion = "1"\nname = "x"\nabout = "x"\nnew_key = 1\n'


def test_a_folder_is_found_by_its_plain_name_and_an_unknown_id_is_told_which_there_are(
    tmp_path, monkeypatch
) -> None:
    folder = tmp_path / "own1"
    (folder / "forms").mkdir(parents=True)
    small = manual()
    for file, text in small.files.items():
        (folder / file).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert load("own1").id == "T01"
    with pytest.raises(BadRulebook, match="或写编号：R01、R02"):
        load("R99")


@pytest.mark.slow
def test_all_rulebooks_load_within_three_hundred_milliseconds() -> None:
    texts = [read_manual(id_) for id_ in shipped()]
    took = []
    for _ in range(4):
        began = time.process_time()
        for text in texts:
            load(text)
        took.append(time.process_time() - began)

    assert min(took) <= 0.300
