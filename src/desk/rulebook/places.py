"""What papers and registers may name besides the facts of a case: the closed list of places that the program fills."""

PLACES: dict[str, str] = {
    "case.number": "登记编号",
    "case.kind": "类型",
    "case.channel": "渠道",
    "case.category": "类别",
    "case.category_code": "类别代码",
    "case.level": "等级",
    "case.level_lines": "定级依据",
    "case.state": "状态",
    "case.station": "窗口",
    "case.department": "承办部门",
    "case.department_names": "承办部门及其别名（供方框勾选）",
    "case.validity": "有效性",
    "case.first_receiver": "首问责任人",
    "case.urged": "催办、督办次数",
    "case.returned": "退回次数",
    "case.urgings": "督促记录",
    "case.visit_tries": "回访未联系上",
    "case.archived_on": "归档日期",
    "case.kept_until": "保存到",
    "case.received_on": "收到日期",
    "case.received_at": "收到时间",
    "case.registered_on": "登记日期",
    "case.registered_at": "登记时间",
    "case.handed_on_at": "交承办时间",
    "case.accepted_on": "受理日期",
    "case.closed_on": "办结日期",
    "case.due_on": "到期日",
    "case.clock": "最近时限",
    "case.on_time": "是否按时",
    "extended.clock": "最近延期的时限",
    "extended.first_due": "延期前的到期时间",
    "extended.due": "延期后的到期时间",
    "case.days": "办理天数",
    "office.name": "单位名称",
    "office.short_name": "单位简称",
    "office.code": "发文机关代字",
    "office.phone": "单位电话",
    "office.address": "单位地址",
    "office.postcode": "邮政编码",
    "office.complaint_channel": "投诉渠道",
    "office.reconsideration_organ": "行政复议机关",
    "office.court": "行政诉讼法院",
    "clerk.name": "经办人",
    "contact.name": "联系人",
    "contact.phone": "联系电话",
    "paper.number": "文号",
    "paper.year": "文号年份",
    "paper.serial": "文号序号",
    "paper.date": "文书日期",
    "addressee": "收件人",
    "replaced.number": "被替代的文号",
    "replaced.reason": "重新出具的理由",
    "ground.code": "理由序号",
    "ground.text": "理由内容",
    "materials_held": "已收材料",
    "progress": "办理进度",
    "materials_missing": "需补正材料",
    "told.due_on": "答复期限",
    "row.number": "序号",
    "period.words": "统计期间",
}
"""Every place by id with its words; the facts of ``desk.rulebook.facts`` and a rulebook's own fields come besides,
and ``number.<paper>``, the number under which that paper was last issued in the case; ``at.<step>``, the moment at which
that step was last taken; ``<list>.<column>``, one column of a field that holds rows, and
``<list>.<column>.sum``, the total of its amounts; ``figure.<indicator>``, that figure
of the period that a paper is about; and two tables of that period: ``register.<register>``, with the values of its columns
(``{subject}``), and ``ranking.<by>``, a row for each group with ``{name}``, ``{<indicator>}`` and ``{<indicator>.place}``."""

PROGRESS = frozenset({"name", "on"})
"""The columns of ``progress``: the steps that moved the case, and the day of each."""

ROWS_OF: dict[str, str] = {"materials_held": "materials", "materials_missing": "materials"}
"""Places that hold some rows of a field, and the field whose columns they have."""
