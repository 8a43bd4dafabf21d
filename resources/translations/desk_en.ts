<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>desk</name>
    <message>
        <source>4 到 8 位数字，换人坐下时代替口令；空着就不改</source>
        <translation>4 to 8 digits, instead of the password when clerks change seats; leave empty to keep</translation>
    </message>
    <message>
        <source>Enter 或点一下打开那一件。</source>
        <translation>Enter or a click opens it.</translation>
    </message>
    <message>
        <source>Enter 看样子，可打印或另存</source>
        <translation>Enter shows it, to be printed or saved</translation>
    </message>
    <message>
        <source>F4 列出全部</source>
        <translation>F4 lists all</translation>
    </message>
    <message>
        <source>PIN 码</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN 码只在窗口已经打开时换人用；开机第一次登录、用印、签交接班仍用口令。</source>
        <translation>The PIN only changes clerks at a window that is open already; the first sign-in, sealing and signing a hand-over still ask for the password.</translation>
    </message>
    <message>
        <source>PNG（透明或白底）或 JPEG，300 dpi 以上</source>
        <translation>PNG (transparent or white ground) or JPEG, 300 dpi or more</translation>
    </message>
    <message>
        <source>{act}…</source>
        <translation>{act}…</translation>
    </message>
    <message>
        <source>{at} 已答复：{reply}</source>
        <translation>Answered {at}: {reply}</translation>
    </message>
    <message>
        <source>{by} {at} 写的</source>
        <translation>Written by {by} {at}</translation>
    </message>
    <message>
        <source>{clock}：为什么是这一天</source>
        <translation>{clock}: why this day</translation>
    </message>
    <message>
        <source>{count} 件都已办理</source>
        <translation>Done for {count} cases</translation>
    </message>
    <message>
        <source>{day}前答复</source>
        <translation>Answer due {day}</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{id}　版本 {version}</source>
        <translation>{id}  version {version}</translation>
    </message>
    <message>
        <source>{kind}单</source>
        <translation>{kind} sheet</translation>
    </message>
    <message>
        <source>{month} 封存的台账</source>
        <translation>Registers of {month} as closed</translation>
    </message>
    <message>
        <source>{name} {version}（本单位采用过）</source>
        <translation>{name} {version} (adopted here before)</translation>
    </message>
    <message>
        <source>{name} 已送到打印机 {printer}</source>
        <translation>{name} sent to printer {printer}</translation>
    </message>
    <message>
        <source>{name} 没有打印出来，已存为 PDF：{file}</source>
        <translation>{name} was not printed; kept as PDF: {file}</translation>
    </message>
    <message>
        <source>{name}　已上报　{how}</source>
        <translation>{name}: told {how}</translation>
    </message>
    <message>
        <source>{name}　未上报</source>
        <translation>{name}: not yet told</translation>
    </message>
    <message>
        <source>{name}（{id}）</source>
        <translation>{name} ({id})</translation>
    </message>
    <message>
        <source>{name}（{id}，建议选用）</source>
        <translation>{name} ({id}, advised)</translation>
    </message>
    <message>
        <source>{name}（办“告知”一步时可以改，存入联系记录）：{text}</source>
        <translation>{name} (can be altered at the step that tells, kept with the contact): {text}</translation>
    </message>
    <message>
        <source>{name}（第 {count} 次）</source>
        <translation>{name} (no. {count})</translation>
    </message>
    <message>
        <source>{name}（编号 {id}）</source>
        <translation>{name} (no. {id})</translation>
    </message>
    <message>
        <source>{name}：{count} 件</source>
        <translation>{name}: {count} cases</translation>
    </message>
    <message>
        <source>{name}：{count} 件，列出案件</source>
        <translation>{name}: {count} cases, list them</translation>
    </message>
    <message>
        <source>{number} 已办：{state}</source>
        <translation>{number} done: {state}</translation>
    </message>
    <message>
        <source>{number} 已恢复单独办理</source>
        <translation>{number} stands by itself again</translation>
    </message>
    <message>
        <source>{number} 已有变动，原来打开的那一项现在不能办；填过的内容没有保存</source>
        <translation>{number} has changed: what was open cannot be done now; what had been typed was not saved</translation>
    </message>
    <message>
        <source>{number} 曾记录：{mark}</source>
        <translation>{number} on record: {mark}</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>{n} 件：{numbers}</source>
        <translation>{n} cases: {numbers}</translation>
    </message>
    <message>
        <source>{n} 份</source>
        <translation>{n} copies</translation>
    </message>
    <message>
        <source>{n}月</source>
        <translation>Month {n}</translation>
    </message>
    <message>
        <source>{other} 已并入 {number}，时限停止；需要时可以拆开</source>
        <translation>{other} is merged into {number}, its clocks stop; it can be parted again</translation>
    </message>
    <message>
        <source>{queue}号　{who}</source>
        <translation>No. {queue} {who}</translation>
    </message>
    <message>
        <source>{role}的口令</source>
        <translation>Password of {role}</translation>
    </message>
    <message>
        <source>{role}的姓名</source>
        <translation>Name of {role}</translation>
    </message>
    <message>
        <source>{step}　F12</source>
        <translation>{step}  F12</translation>
    </message>
    <message>
        <source>{time} 已提出申请，等待批准。</source>
        <translation>Asked on {time}; waiting to be granted.</translation>
    </message>
    <message>
        <source>{title}“{typed}”看不懂</source>
        <translation>{title}: “{typed}” cannot be read</translation>
    </message>
    <message>
        <source>{title}　{period}　共 {count} 件</source>
        <translation>{title}  {period}  {count} cases</translation>
    </message>
    <message>
        <source>{what} {done}/{total}

资料多的要十几分钟，请不要关机。</source>
        <translation>{what} {done}/{total}

With very many cases this takes a quarter of an hour; please leave the computer on.</translation>
    </message>
    <message>
        <source>{who} 今后看不到 {number}：列表、查找、统计、台账里都没有</source>
        <translation>{who} no longer sees {number}: not in lists, searches, figures or registers</translation>
    </message>
    <message>
        <source>{who} 已复核</source>
        <translation>reviewed by {who}</translation>
    </message>
    <message>
        <source>{who} 申请查看：{reason}</source>
        <translation>{who} asks to see it: {reason}</translation>
    </message>
    <message>
        <source>{who}以前的来件</source>
        <translation>Earlier matters of the {who}</translation>
    </message>
    <message>
        <source>“{column}”列是</source>
        <translation>Column “{column}” is</translation>
    </message>
    <message>
        <source>“{seal}”的图片会从资料库里删去，已经加盖的文书不变。</source>
        <translation>The picture of “{seal}” is deleted from the store; papers that bear it stay as they are.</translation>
    </message>
    <message>
        <source>“{sheet}”：{rows} 行。请核对每一列是什么，再按“核对”。</source>
        <translation>“{sheet}”: {rows} rows. Check what each column is, then press “Check”.</translation>
    </message>
    <message>
        <source>“{typed}”不是日期和时间</source>
        <translation>“{typed}” is not a date and time</translation>
    </message>
    <message>
        <source>“是 / 否”项；退格清空</source>
        <translation>Yes / no fields; Backspace clears</translation>
    </message>
    <message>
        <source>▸ 更多（可以以后补）</source>
        <translation>▸ More (may come later)</translation>
    </message>
    <message>
        <source>▾ 更多（可以以后补）</source>
        <translation>▾ More (may come later)</translation>
    </message>
    <message>
        <source>◀ 上一年</source>
        <translation>◀ Year before</translation>
    </message>
    <message>
        <source>⚠ 安全事件（只在这里显示）</source>
        <translation>⚠ Safety incident (shown here only)</translation>
    </message>
    <message>
        <source>✕ 请先选定保留哪一个版本，再按 F12</source>
        <translation>✕ Please choose which version stays, then press F12</translation>
    </message>
    <message>
        <source>　{clock}至 {due}</source>
        <translation>  {clock} until {due}</translation>
    </message>
    <message>
        <source>　不再往下办</source>
        <translation>  goes no further</translation>
    </message>
    <message>
        <source>　到 {at}</source>
        <translation>, until {at}</translation>
    </message>
    <message>
        <source>　已作废</source>
        <translation>  void</translation>
    </message>
    <message>
        <source>　待用印</source>
        <translation> awaiting its seal</translation>
    </message>
    <message>
        <source>　手册预设</source>
        <translation>  the manual's default</translation>
    </message>
    <message>
        <source>　按法定时限，先于手册</source>
        <translation> (the law's date, before the manual's)</translation>
    </message>
    <message>
        <source>　有 {n} 天改动未保存，按 F12 保存</source>
        <translation>  {n} changed days not saved; F12 saves</translation>
    </message>
    <message>
        <source>　未送达</source>
        <translation>  not delivered</translation>
    </message>
    <message>
        <source>　查询码 {code}，请告知本人并记好</source>
        <translation>; enquiry code {code}: tell it to the reporter</translation>
    </message>
    <message>
        <source>　注意：{doubt}</source>
        <translation>　Note: {doubt}</translation>
    </message>
    <message>
        <source>　状态不变</source>
        <translation>  state stays</translation>
    </message>
    <message>
        <source>　等 {count} 件</source>
        <translation>  and others, {count} in all</translation>
    </message>
    <message>
        <source>　（补拟）</source>
        <translation> (derived)</translation>
    </message>
    <message>
        <source>《{name}》▾</source>
        <translation>{name} ▾</translation>
    </message>
    <message>
        <source>《{name}》上还缺的内容</source>
        <translation>What {name} still lacks</translation>
    </message>
    <message>
        <source>《{name}》用哪台打印机</source>
        <translation>Printer for {name}</translation>
    </message>
    <message>
        <source>《{name}》：换一本规则簿登记（Ctrl+B）</source>
        <translation>{name}: take in under another rulebook (Ctrl+B)</translation>
    </message>
    <message>
        <source>《{paper}》已经出过 {number}，现行有效；再出的与它一同保存</source>
        <translation>“{paper}” was issued as {number} and stands; another one is kept beside it</translation>
    </message>
    <message>
        <source>《{paper}》须经批准才能出具</source>
        <translation>{paper} needs an approval before it is issued</translation>
    </message>
    <message>
        <source>一人单位自行决定，待复核</source>
        <translation>decided alone, to be reviewed</translation>
    </message>
    <message>
        <source>上一份还在导出</source>
        <translation>The last export is still running</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Previous field</translation>
    </message>
    <message>
        <source>上报方式</source>
        <translation>By</translation>
    </message>
    <message>
        <source>上报时间</source>
        <translation>At</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>上月（{first} 至 {last}）登记的案件随机抽 10 件，列出案卷还缺什么。按【另抽一批】换一个种子重抽；同一个种子抽出的总是同样的几件。</source>
        <translation>Ten cases drawn by chance from last month ({first} to {last}), with what each file lacks. "Draw others" draws anew with another seed; the same seed always draws the same cases.</translation>
    </message>
    <message>
        <source>上次交接：{words}</source>
        <translation>Last hand-over: {words}</translation>
    </message>
    <message>
        <source>上次申请没有批准（{by}）{note}</source>
        <translation>The last request was refused ({by}) {note}</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>下一年 ▶</source>
        <translation>Next year ▶</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>下一项；最后一项到“保存”</source>
        <translation>Next field; from the last one to “Save”</translation>
    </message>
    <message>
        <source>不{deed}</source>
        <translation>Do not: {deed}</translation>
    </message>
    <message>
        <source>不再用 PIN 码</source>
        <translation>Do without the PIN</translation>
    </message>
    <message>
        <source>不再用这个字体文件</source>
        <translation>Use this font file no longer</translation>
    </message>
    <message>
        <source>不填就是投诉人本人</source>
        <translation>Empty: the complainant in person</translation>
    </message>
    <message>
        <source>不填就是现在</source>
        <translation>Empty: now</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>不导入的列：{columns}。</source>
        <translation>Columns left out: {columns}. </translation>
    </message>
    <message>
        <source>不批准</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>不批准…</source>
        <translation>Refuse…</translation>
    </message>
    <message>
        <source>不用 PIN 码，改用口令</source>
        <translation>Use the password instead of the PIN</translation>
    </message>
    <message>
        <source>不用口令登录</source>
        <translation>Sign in without a password</translation>
    </message>
    <message>
        <source>不能停用自己。请让另一位管理员来做。</source>
        <translation>You cannot disable yourself. Ask another administrator.</translation>
    </message>
    <message>
        <source>不能告知。{why}</source>
        <translation>Nothing may be told. {why}</translation>
    </message>
    <message>
        <source>与另一本规则簿，或本规则簿的另一个版本比较。采用后只对新登记的案件有效，已登记的仍按登记时的版本办。</source>
        <translation>Compare with another rulebook or another version of this one. Once adopted it holds for new cases only; earlier ones keep the version they were registered under.</translation>
    </message>
    <message>
        <source>与哪一件拆开</source>
        <translation>Part from which case</translation>
    </message>
    <message>
        <source>与现行版本没有不同。</source>
        <translation>No difference from the version in force.</translation>
    </message>
    <message>
        <source>业务量</source>
        <translation>Volume of business</translation>
    </message>
    <message>
        <source>两次输入的不一样</source>
        <translation>The two entries differ</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>中：张*、138****8000，住址到路</source>
        <translation>Medium: 张*, 138****8000, address to the road</translation>
    </message>
    <message>
        <source>为什么是这一天</source>
        <translation>Why this day</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>交承办</source>
        <translation>Handed on</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>交接班记录</source>
        <translation>Hand-over record</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>What</translation>
    </message>
    <message>
        <source>什么原件、几份</source>
        <translation>Which originals, how many</translation>
    </message>
    <message>
        <source>什么情况</source>
        <translation>What it was</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>When</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今天 {n} 条</source>
        <translation>{n} today</translation>
    </message>
    <message>
        <source>今天的接待记录</source>
        <translation>Visits of the day</translation>
    </message>
    <message>
        <source>今天要办的</source>
        <translation>To do today</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今日到期 {n}</source>
        <translation>due today {n}</translation>
    </message>
    <message>
        <source>今日到期 {time}</source>
        <translation>Due today {time}</translation>
    </message>
    <message>
        <source>今日要办</source>
        <translation>To do today</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>从这台电脑上删除密钥文件（建议）</source>
        <translation>Delete the key file from this computer (advised)</translation>
    </message>
    <message>
        <source>代管的原件</source>
        <translation>Originals held</translation>
    </message>
    <message>
        <source>以下人员看不到本件，由上级掌握：</source>
        <translation>These colleagues cannot see this case; superiors keep it:</translation>
    </message>
    <message>
        <source>以前的交接和留言</source>
        <translation>Earlier hand-overs and notes</translation>
    </message>
    <message>
        <source>以前的交接和留言（Enter 打印）</source>
        <translation>Earlier hand-overs and notes (Enter prints)</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>以后销毁的案件</source>
        <translation>Cases destroyed since</translation>
    </message>
    <message>
        <source>件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>份数请填 1 到 99 的整数</source>
        <translation>Copies: a whole number from 1 to 99</translation>
    </message>
    <message>
        <source>休</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>休息</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>作废后这个文号不再使用。请写明理由：</source>
        <translation>Once void, this number is never used again. Give the reason:</translation>
    </message>
    <message>
        <source>作废文书 {number}</source>
        <translation>Void paper {number}</translation>
    </message>
    <message>
        <source>例：2026-1-5 9:30、昨天 14:00</source>
        <translation>E.g. 2026-1-5 9:30, 昨天 14:00</translation>
    </message>
    <message>
        <source>例：2026-1-5 9:30、昨天 14:00、9:30</source>
        <translation>E.g. 2026-1-5 9:30, 昨天 14:00, 9:30</translation>
    </message>
    <message>
        <source>例：2026-10，或期间里的任一天</source>
        <translation>E.g. 2026-10, or any day of the period</translation>
    </message>
    <message>
        <source>例：D:\规则簿\rules.toml</source>
        <translation>E.g. D:\rulebook\rules.toml</translation>
    </message>
    <message>
        <source>例：原决定认定的事实有误，依复核结果重新作出；只是写错的，先作废再重出</source>
        <translation>E.g. the first decision rests on wrong facts and is made anew after review; void it first where it was only miswritten</translation>
    </message>
    <message>
        <source>例：告知方案已报审，周五前答复</source>
        <translation>E.g.: told that the plan is under review, answer by Friday</translation>
    </message>
    <message>
        <source>例：当时停电，纸上记的是9时20分</source>
        <translation>E.g. power was out; the paper says 9:20</translation>
    </message>
    <message>
        <source>例：当面、挂号信</source>
        <translation>e.g. in person, by registered mail</translation>
    </message>
    <message>
        <source>例：指示先做应急处理</source>
        <translation>For example: deal with the emergency first</translation>
    </message>
    <message>
        <source>例：无人接听</source>
        <translation>e.g. no answer</translation>
    </message>
    <message>
        <source>例：本人来电说换了号码</source>
        <translation>E.g. called to say the number changed</translation>
    </message>
    <message>
        <source>例：电话</source>
        <translation>e.g. telephone</translation>
    </message>
    <message>
        <source>例：示范局</source>
        <translation>E.g. 示范局</translation>
    </message>
    <message>
        <source>例：被投诉人是其本人、近亲属</source>
        <translation>E.g. the complaint is about them or a close relative</translation>
    </message>
    <message>
        <source>例：调离本岗位</source>
        <translation>e.g. moved to another post</translation>
    </message>
    <message>
        <source>例：购车发票原件 1 张</source>
        <translation>e.g. invoice of the car, 1 original</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>依据：{source}</source>
        <translation>Based on: {source}</translation>
    </message>
    <message>
        <source>依次打印勾选的　F8</source>
        <translation>Print the ticked ones in order　F8</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存　F12</source>
        <translation>Save  F12</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Kept until</translation>
    </message>
    <message>
        <source>保存年限已满的案件。选定几件（Ctrl+A 全选）申请销毁，由另一个人批准。销毁的是姓名、电话、经过、附件和文书内容，不能恢复；编号、办理结果和统计数字留下。</source>
        <translation>Cases whose years of keeping are over. Choose some (Ctrl+A for all) and ask for their destruction; somebody else grants it. Names, phones, accounts, files and papers go for good; numbers, results and figures stay.</translation>
    </message>
    <message>
        <source>保存时自动记下</source>
        <translation>Recorded when saved</translation>
    </message>
    <message>
        <source>保存登记　F12</source>
        <translation>Register  F12</translation>
    </message>
    <message>
        <source>保密</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>保管人</source>
        <translation>Keepers</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>催办、督办</source>
        <translation>Orders to get on</translation>
    </message>
    <message>
        <source>免予</source>
        <translation>Waive</translation>
    </message>
    <message>
        <source>免予、改动金额或改变已有的核定须写</source>
        <translation>Needed to waive, to alter the amount, or to change a decision</translation>
    </message>
    <message>
        <source>全称，印在回执和文书上</source>
        <translation>Full name, printed on receipts and papers</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部办成或全部不办；各件都记上这里填的内容</source>
        <translation>All of them or none; what is filled in here goes into each case</translation>
    </message>
    <message>
        <source>全部功能</source>
        <translation>All functions</translation>
    </message>
    <message>
        <source>全部移交给一位同事…</source>
        <translation>Hand all of it on to a colleague…</translation>
    </message>
    <message>
        <source>公文正文用仿宋。程序不带仿宋字体：这台电脑装有的就用，没有的可以选一个字体文件，复制到这台电脑的资料目录里；每台电脑各选一次。</source>
        <translation>The body of official papers is set in FangSong. No FangSong font ships with the program: the one of this computer is used; where there is none, choose a font file, which is copied into the data folder of this computer. Once on each computer.</translation>
    </message>
    <message>
        <source>共 {rows} 行：可导入 {fit} 行，重复 {twice} 行，不能导入 {out} 行</source>
        <translation>{rows} rows: {fit} can come in, {twice} are there already, {out} cannot</translation>
    </message>
    <message>
        <source>关于本规则簿</source>
        <translation>About this rulebook</translation>
    </message>
    <message>
        <source>关掉后，正式表单只印表格本身。已经出具的文书不变。</source>
        <translation>Off: official forms print only the form itself. Papers already issued stay as they are.</translation>
    </message>
    <message>
        <source>关联同一事件…</source>
        <translation>Link as the same event …</translation>
    </message>
    <message>
        <source>关联案件</source>
        <translation>Link cases</translation>
    </message>
    <message>
        <source>关联重复反映…</source>
        <translation>Link as repeated …</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭　Esc</source>
        <translation>Close　Esc</translation>
    </message>
    <message>
        <source>关闭提示</source>
        <translation>Close the message</translation>
    </message>
    <message>
        <source>其他去处</source>
        <translation>Another place</translation>
    </message>
    <message>
        <source>其余</source>
        <translation>The rest</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>内容：{words}</source>
        <translation>About: {words}</translation>
    </message>
    <message>
        <source>再出一份</source>
        <translation>Issue another</translation>
    </message>
    <message>
        <source>再出的理由</source>
        <translation>Reason for another</translation>
    </message>
    <message>
        <source>再按{name}分组</source>
        <translation>Also by {name}</translation>
    </message>
    <message>
        <source>再次上报…</source>
        <translation>Reported again…</translation>
    </message>
    <message>
        <source>写上各岗位人员的姓名；口令可以不设。空着的岗位先用岗位名称登录，以后再改。</source>
        <translation>Write who holds each post; passwords are optional. Posts left empty sign in by the post's name for now.</translation>
    </message>
    <message>
        <source>写在决定书的救济途径里</source>
        <translation>Stands among the remedies in decisions</translation>
    </message>
    <message>
        <source>写版式文件时在这里看它的样子：在编辑器里每存一次，就重画一次；写错的地方指明是第几行。</source>
        <translation>See a layout file here while you write it: it is drawn anew at each save, and faults are told with their line.</translation>
    </message>
    <message>
        <source>写盒号</source>
        <translation>Write the box</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>出具{paper}</source>
        <translation>Issued {paper}</translation>
    </message>
    <message>
        <source>出具并打印　F8</source>
        <translation>Issue and print  F8</translation>
    </message>
    <message>
        <source>出处：{source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>分出</source>
        <translation>Split off</translation>
    </message>
    <message>
        <source>分案</source>
        <translation>Split the case</translation>
    </message>
    <message>
        <source>分案：把其中一部分另登记一件</source>
        <translation>Split: register a part as a case of its own</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Grouping</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>列出可选项</source>
        <translation>List the choices</translation>
    </message>
    <message>
        <source>列出可选项；直接打拼音首字母也可以</source>
        <translation>List the choices; typing pinyin initials works too</translation>
    </message>
    <message>
        <source>列的对应和前几行</source>
        <translation>Columns and first rows</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>删去这枚电子印章</source>
        <translation>Delete this electronic seal</translation>
    </message>
    <message>
        <source>别人</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>到旁边：以前来件；案件里是案件办理</source>
        <translation>Aside: earlier matters; in a case its acts</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>剪贴板里没有图片或文件。请先截图或复制，再点“粘贴图片”。</source>
        <translation>There is no picture or file on the clipboard. Copy one first, then paste.</translation>
    </message>
    <message>
        <source>办公地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>办公日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>办公时间</source>
        <translation>Office hours</translation>
    </message>
    <message>
        <source>办公时间和窗口</source>
        <translation>Hours and window</translation>
    </message>
    <message>
        <source>办理　F12</source>
        <translation>Do it  F12</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>办理中随时可以办</source>
        <translation>At any time while in progress</translation>
    </message>
    <message>
        <source>办理过程</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>办结后逾期</source>
        <translation>Late after closing</translation>
    </message>
    <message>
        <source>办结日期</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>加盖后文书就已出具，内容不能再改；谁、何时加盖记入操作记录</source>
        <translation>The sealed paper is issued and cannot be changed; who sealed it and when goes on record</translation>
    </message>
    <message>
        <source>加盖并打印</source>
        <translation>Seal and print</translation>
    </message>
    <message>
        <source>加盖电子印章并打印…</source>
        <translation>Seal electronically and print…</translation>
    </message>
    <message>
        <source>单位全称</source>
        <translation>Full name of the office</translation>
    </message>
    <message>
        <source>单位全称不能为空，它印在回执和文书上。</source>
        <translation>The full name must not be empty: it is printed on receipts and papers.</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>单位简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>单位设置</source>
        <translation>Office settings</translation>
    </message>
    <message>
        <source>单位资料</source>
        <translation>About the office</translation>
    </message>
    <message>
        <source>单双面</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>单子</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>印在回执、文书和登记簿上</source>
        <translation>Printed on receipts, papers and registers</translation>
    </message>
    <message>
        <source>印在回执上，供来人查询</source>
        <translation>Printed on receipts for inquiries</translation>
    </message>
    <message>
        <source>印章</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>原件或复印件</source>
        <translation>Original or copy</translation>
    </message>
    <message>
        <source>原件收据</source>
        <translation>Receipt for originals</translation>
    </message>
    <message>
        <source>原件领取签收单</source>
        <translation>Receipt for returned originals</translation>
    </message>
    <message>
        <source>原来的是：{category}</source>
        <translation>It was: {category}</translation>
    </message>
    <message>
        <source>原来的联系方式</source>
        <translation>Earlier contact details</translation>
    </message>
    <message>
        <source>去掉最后一块</source>
        <translation>Remove the last area</translation>
    </message>
    <message>
        <source>双方签字</source>
        <translation>Both sign</translation>
    </message>
    <message>
        <source>双面，短边翻转</source>
        <translation>Both sides, short edge</translation>
    </message>
    <message>
        <source>双面，长边翻转</source>
        <translation>Both sides, long edge</translation>
    </message>
    <message>
        <source>发文代字</source>
        <translation>Document code</translation>
    </message>
    <message>
        <source>发生了什么</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取消导出</source>
        <translation>Stop export</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>变更类型或类别</source>
        <translation>Change kind or category</translation>
    </message>
    <message>
        <source>变更联系方式、补充材料</source>
        <translation>New contact details, supplements</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>口令或恢复密钥</source>
        <translation>Password or recovery key</translation>
    </message>
    <message>
        <source>口令（可不设）</source>
        <translation>Password (optional)</translation>
    </message>
    <message>
        <source>另一件的编号：</source>
        <translation>Number of the other case:</translation>
    </message>
    <message>
        <source>另存 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>另存到 U 盘…</source>
        <translation>Save to a USB stick …</translation>
    </message>
    <message>
        <source>另存副本</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>另存恢复密钥</source>
        <translation>Save the recovery key</translation>
    </message>
    <message>
        <source>另抽一批</source>
        <translation>Draw others</translation>
    </message>
    <message>
        <source>另立一条…</source>
        <translation>By hand…</translation>
    </message>
    <message>
        <source>另立一条考核</source>
        <translation>A fine found by people</translation>
    </message>
    <message>
        <source>只有{names}可以更改</source>
        <translation>Only {names} may change this</translation>
    </message>
    <message>
        <source>只有能改设置的用户可以看恢复密钥。</source>
        <translation>Only users who may change settings can see the recovery key.</translation>
    </message>
    <message>
        <source>叫了谁</source>
        <translation>Who was called</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>May be left empty</translation>
    </message>
    <message>
        <source>可以不设</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>可以做的事</source>
        <translation>What can be done</translation>
    </message>
    <message>
        <source>可在“单位设置 → 文书”里指定字体文件（只说这一次）</source>
        <translation>A font file can be chosen under Office settings → Papers (said only this once)</translation>
    </message>
    <message>
        <source>可能属 {code}，由有权的人决定</source>
        <translation>May fall under {code}; decided by whoever has the right</translation>
    </message>
    <message>
        <source>可选项</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>台账封存</source>
        <translation>Closed registers</translation>
    </message>
    <message>
        <source>台账封存（月末）</source>
        <translation>Close registers (month end)</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>同一对象的其他来件</source>
        <translation>Other matters about the same object</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>向谁上报</source>
        <translation>Reported to</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>告知的话，存入联系记录</source>
        <translation>What was said (kept with the contact)</translation>
    </message>
    <message>
        <source>周二到周五照周一</source>
        <translation>Tuesday to Friday like Monday</translation>
    </message>
    <message>
        <source>咨询、走错门、没有登记的来访，一行记下；不编号，不算案件。</source>
        <translation>Questions, the wrong door, visits that were not registered: one line, no number, no case.</translation>
    </message>
    <message>
        <source>哪一份</source>
        <translation>Which one</translation>
    </message>
    <message>
        <source>回执上的八个字母数字；举报只凭它</source>
        <translation>The eight signs on the receipt; a report is opened by them alone</translation>
    </message>
    <message>
        <source>回访未联系上</source>
        <translation>Return visit: nobody reached</translation>
    </message>
    <message>
        <source>回避</source>
        <translation>Recusal</translation>
    </message>
    <message>
        <source>回避的人</source>
        <translation>Whom to keep it from</translation>
    </message>
    <message>
        <source>回避：不让有利害关系的人看到本件</source>
        <translation>Recusal: keep this case from somebody concerned</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>图片：空格加一块黑，方向键移动，Shift 加方向键改大小，Delete 去掉</source>
        <translation>Picture: space adds a black area, arrows move it, Shift and arrows resize, Delete removes</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>在列表中选一件案件，这里显示它的内容、时限和下一步。</source>
        <translation>Choose a case in the list; its content, clocks and next steps appear here.</translation>
    </message>
    <message>
        <source>在本表中筛选</source>
        <translation>Filter this table</translation>
    </message>
    <message>
        <source>在用（停用后不能登录，以前办的事仍显示姓名）</source>
        <translation>Active (once disabled: no sign-in; earlier acts keep the name)</translation>
    </message>
    <message>
        <source>在规则簿里的位置</source>
        <translation>Place in the rulebook</translation>
    </message>
    <message>
        <source>填业务量</source>
        <translation>Enter the volume of business</translation>
    </message>
    <message>
        <source>填业务量…</source>
        <translation>Enter volume…</translation>
    </message>
    <message>
        <source>填入文书</source>
        <translation>Put on the paper</translation>
    </message>
    <message>
        <source>填入模板…</source>
        <translation>Into template…</translation>
    </message>
    <message>
        <source>填写姓名、电话或被投诉方后，这里列出以前的来件。</source>
        <translation>Earlier cases appear here once a name, phone or respondent is typed.</translation>
    </message>
    <message>
        <source>填写所缺…</source>
        <translation>Fill in what is missing…</translation>
    </message>
    <message>
        <source>填好本件内容的表单</source>
        <translation>A form with what this case knows</translation>
    </message>
    <message>
        <source>填好的表单</source>
        <translation>Form, filled in</translation>
    </message>
    <message>
        <source>备份记录</source>
        <translation>Record of backups</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>复制列表中所选的行（带表头）</source>
        <translation>Copy the chosen rows with headings</translation>
    </message>
    <message>
        <source>复制所选</source>
        <translation>Copy rows</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名首字母，或按 F4 选</source>
        <translation>initials, or choose with F4</translation>
    </message>
    <message>
        <source>姓名首字母；空着只留言</source>
        <translation>Initials; empty: only a note</translation>
    </message>
    <message>
        <source>存为涂黑件　F12</source>
        <translation>Save blacked copy　F12</translation>
    </message>
    <message>
        <source>它要印在《{name}》上</source>
        <translation>It is printed on {name}</translation>
    </message>
    <message>
        <source>安全事件</source>
        <translation>Safety incident</translation>
    </message>
    <message>
        <source>安全事件（没有案件的也在这里记）</source>
        <translation>Incidents (with or without a case)</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>完整的，或最后四位</source>
        <translation>Whole, or the last four</translation>
    </message>
    <message>
        <source>官方式样的表单下面印“注”（填写说明）</source>
        <translation>Print the notes below official forms</translation>
    </message>
    <message>
        <source>实际时间</source>
        <translation>Actual time</translation>
    </message>
    <message>
        <source>审计摘要</source>
        <translation>Audit head</translation>
    </message>
    <message>
        <source>宽度（毫米）</source>
        <translation>Width (mm)</translation>
    </message>
    <message>
        <source>密钥文件已从这台电脑上删除。</source>
        <translation>The key file was deleted from this computer.</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>Respondent</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入人</source>
        <translation>Imported by</translation>
    </message>
    <message>
        <source>导入报告</source>
        <translation>Import report</translation>
    </message>
    <message>
        <source>导入放假通知…</source>
        <translation>Import a holiday notice …</translation>
    </message>
    <message>
        <source>导入旧登记簿</source>
        <translation>Import an old register</translation>
    </message>
    <message>
        <source>导入过的批次</source>
        <translation>Imported batches</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出 CSV</source>
        <translation>Export CSV</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export Excel</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出进度</source>
        <translation>Export progress</translation>
    </message>
    <message>
        <source>封存 {month} 的台账？封存后不能取消，以后的更正列入下一期。</source>
        <translation>Close the register of {month}? It cannot be opened again; what is put right later stands in the next one.</translation>
    </message>
    <message>
        <source>封存…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>封存人</source>
        <translation>Closed by</translation>
    </message>
    <message>
        <source>封存时间</source>
        <translation>Closed at</translation>
    </message>
    <message>
        <source>将到期</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>尚不清楚、可能提高等级：{facts}</source>
        <translation>Not known yet, could raise the level: {facts}</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>岗位：{name}</source>
        <translation>Role: {name}</translation>
    </message>
    <message>
        <source>工作移交</source>
        <translation>Work handed on</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>左边是状态，中间是可以办的步骤，右边是办后的状态。↑↓ 选步骤，回车看办后的状态，PageUp、PageDown 滚动。</source>
        <translation>States on the left, steps in the middle, the state afterwards on the right. ↑↓ choose a step, Enter goes to the state after it, PageUp and PageDown scroll.</translation>
    </message>
    <message>
        <source>左边没有的，写在这里</source>
        <translation>Write it here if it is not on the left</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>已保存 {name}</source>
        <translation>Saved {name}</translation>
    </message>
    <message>
        <source>已保存 {n} 天，未办结案件的时限已重新计算</source>
        <translation>Saved {n} days; the clocks of open cases were reckoned anew</translation>
    </message>
    <message>
        <source>已保存“{seal}”的电子印章</source>
        <translation>The electronic seal “{seal}” is saved</translation>
    </message>
    <message>
        <source>已保存办公时间，未办结案件的时限已重新计算</source>
        <translation>Saved the hours; the clocks of open cases were reckoned anew</translation>
    </message>
    <message>
        <source>已保存单位资料，从下一份文书起有效</source>
        <translation>Saved; holds from the next paper on</translation>
    </message>
    <message>
        <source>已保存，从下一份文书起有效</source>
        <translation>Saved; holds from the next paper on</translation>
    </message>
    <message>
        <source>已保存，从下一次显示起有效</source>
        <translation>Saved; holds from the next time something is shown</translation>
    </message>
    <message>
        <source>已做 {done}</source>
        <translation>Done {done}</translation>
    </message>
    <message>
        <source>已做：{steps}</source>
        <translation>Done: {steps}</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>已写盒号 {box}</source>
        <translation>Box {box} written</translation>
    </message>
    <message>
        <source>已分出 {number}，与本件互相关联</source>
        <translation>Split off as {number}, linked with this case</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已另行记下安全事件，不进文书和查找</source>
        <translation>The incident is on record apart; it stands in no paper and no search</translation>
    </message>
    <message>
        <source>已填内容可能符合（由您判断）：{ground}</source>
        <translation>What is filled in may meet this ground (you decide): {ground}</translation>
    </message>
    <message>
        <source>已复制 {count} 行，可以粘贴到表格里</source>
        <translation>Copied {count} rows, ready to paste into a sheet</translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation>Saved as {path}</translation>
    </message>
    <message>
        <source>已存为 {path}。打印后请把这个文件也删去。</source>
        <translation>Saved as {path}. Delete this file too once it is printed.</translation>
    </message>
    <message>
        <source>已存：{width:g}×{height:g} 毫米，{day:%Y-%m-%d} {who}存入</source>
        <translation>Kept: {width:g}×{height:g} mm, put in by {who} on {day:%Y-%m-%d}</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已完成。</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>已导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>已导入 {count} 件（第 {batch} 批）</source>
        <translation>{count} cases imported (batch {batch})</translation>
    </message>
    <message>
        <source>已导入放假通知，日历到 {day:%Y-%m-%d}</source>
        <translation>Holiday notice imported; calendar known to {day:%Y-%m-%d}</translation>
    </message>
    <message>
        <source>已导出到 {path}</source>
        <translation>Exported to {path}</translation>
    </message>
    <message>
        <source>已封存</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>已开放 15 分钟，留待以后复核</source>
        <translation>Open for 15 minutes; to be reviewed later</translation>
    </message>
    <message>
        <source>已开放，还可查看 {m} 分 {s:02d} 秒</source>
        <translation>Open for another {m} min {s:02d} s</translation>
    </message>
    <message>
        <source>已打印 {n} 份</source>
        <translation>{n} printed</translation>
    </message>
    <message>
        <source>已打印或抄写，并已核对</source>
        <translation>Printed or copied out, and compared</translation>
    </message>
    <message>
        <source>已批准　{who}　{on}</source>
        <translation>Approved by {who} {on}</translation>
    </message>
    <message>
        <source>已按规则自动重新定级：{cases}{more}</source>
        <translation>Graded anew by the rules: {cases}{more}</translation>
    </message>
    <message>
        <source>已提出申请，等待批准</source>
        <translation>Asked; waiting to be granted</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>已撤销，{number} 恢复原状</source>
        <translation>Taken back; {number} is as it was</translation>
    </message>
    <message>
        <source>已收到</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>已暂存：{title}</source>
        <translation>Parked: {title}</translation>
    </message>
    <message>
        <source>已添加附件：{name}</source>
        <translation>File added: {name}</translation>
    </message>
    <message>
        <source>已用印　{who}　{at}</source>
        <translation>Sealed by {who} {at}</translation>
    </message>
    <message>
        <source>已申请销毁 {n} 件，请另一位审批人员在“销毁审批和清册”里决定</source>
        <translation>Destruction of {n} cases was asked for; another person decides under “Destruction: decisions and certificates”</translation>
    </message>
    <message>
        <source>已画：{pages} 页</source>
        <translation>Drawn: {pages} pages</translation>
    </message>
    <message>
        <source>已登记 {number}</source>
        <translation>Registered {number}</translation>
    </message>
    <message>
        <source>已登记一次联系，记在办理过程里</source>
        <translation>The contact is on record, in the timeline</translation>
    </message>
    <message>
        <source>已移交 {count} 件</source>
        <translation>{count} cases handed on</translation>
    </message>
    <message>
        <source>已经办结，但办结以后的事（告知、归档等）过了期限还没有办的件；不算在“逾期”里</source>
        <translation>Closed cases in which something that follows the closing (telling, archiving …) is past its date; not counted as overdue</translation>
    </message>
    <message>
        <source>已记下</source>
        <translation>Written down</translation>
    </message>
    <message>
        <source>已记下 {note}</source>
        <translation>Recorded: {note}</translation>
    </message>
    <message>
        <source>已记下代管的原件，退还以前交接班会列出</source>
        <translation>On record; hand-overs list it until it goes back</translation>
    </message>
    <message>
        <source>已记下退还</source>
        <translation>On record as given back</translation>
    </message>
    <message>
        <source>已记下，原来的内容留在案件里</source>
        <translation>On record; what stood there before stays with the case</translation>
    </message>
    <message>
        <source>已记下，回访未联系上 {times}</source>
        <translation>Recorded; nobody reached for the return visit: {times}</translation>
    </message>
    <message>
        <source>已记下，指引单可以打印</source>
        <translation>Written down; the slip can be printed</translation>
    </message>
    <message>
        <source>已记下：{words}</source>
        <translation>On record: {words}</translation>
    </message>
    <message>
        <source>已记为未批准</source>
        <translation>Put on record as refused</translation>
    </message>
    <message>
        <source>已记录</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>已记录上报</source>
        <translation>The report is on record</translation>
    </message>
    <message>
        <source>已退还</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>已送到打印机 {printer}。请核对打印件后再打勾。</source>
        <translation>Sent to printer {printer}. Compare the print before ticking.</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已采用 {version}，从下一件登记起有效</source>
        <translation>Adopted {version}; holds from the next case on</translation>
    </message>
    <message>
        <source>已销毁 {n} 件，清册可以打印</source>
        <translation>{n} cases destroyed; the certificate can be printed</translation>
    </message>
    <message>
        <source>已销毁 {n} 件，清册在“销毁审批和清册”里</source>
        <translation>{n} cases destroyed; the certificate lies under “Destruction: decisions and certificates”</translation>
    </message>
    <message>
        <source>已附到案件上的文件</source>
        <translation>A file that is attached to the case</translation>
    </message>
    <message>
        <source>并入的一件</source>
        <translation>Case to merge in</translation>
    </message>
    <message>
        <source>并行事项</source>
        <translation>Beside the flow</translation>
    </message>
    <message>
        <source>建立办公点</source>
        <translation>Set up the office</translation>
    </message>
    <message>
        <source>建议由{whose}办理：{text}</source>
        <translation>Proposed: {whose} — {text}</translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>录像编号</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>待受理</source>
        <translation>Awaiting acceptance</translation>
    </message>
    <message>
        <source>待批准</source>
        <translation>Awaiting approval</translation>
    </message>
    <message>
        <source>怎样改</source>
        <translation>What to write instead</translation>
    </message>
    <message>
        <source>怎样退的</source>
        <translation>How</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>恢复密钥文件已从这台电脑上删除。请到保管处取用打印件。</source>
        <translation>The key file was deleted from this computer. Use the printed copy where it is kept.</translation>
    </message>
    <message>
        <source>恢复密钥还在这台电脑上。请在“单位设置—恢复密钥”里打印保存后删除。</source>
        <translation>The recovery key still lies on this computer. Print it under “Office settings – Recovery key”, then delete it.</translation>
    </message>
    <message>
        <source>您打开之后，别人改了同一处。请逐项选定保留哪一个，再按 F12。您填的都还在。</source>
        <translation>Somebody else altered the same since you opened this. Choose which version stays, item by item, then press F12. What you typed is still here.</translation>
    </message>
    <message>
        <source>您打开之后，别人改了同一处。请逐项选定保留哪一个，再按 F12；两个版本都留在办理过程里。</source>
        <translation>Somebody else changed the same after you opened it. Choose which stays, one by one, then press F12; both stay in the timeline.</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>我写的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>我的口令和 PIN 码</source>
        <translation>My password and PIN</translation>
    </message>
    <message>
        <source>截止日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>所选 {count} 件一起办理，都照这里填（不勾选只办这一件）</source>
        <translation>Do all {count} chosen cases together, each as filled in here (unticked: only this one)</translation>
    </message>
    <message>
        <source>手册没有写明</source>
        <translation>The manual does not say</translation>
    </message>
    <message>
        <source>手册的选择</source>
        <translation>The manual's choices</translation>
    </message>
    <message>
        <source>手册自相矛盾或没有写明的地方，由单位选定一种读法</source>
        <translation>Where the manual contradicts itself or is silent the office chooses one reading</translation>
    </message>
    <message>
        <source>手册：{about}</source>
        <translation>Manual: {about}</translation>
    </message>
    <message>
        <source>手册：{rule}</source>
        <translation>Manual: {rule}</translation>
    </message>
    <message>
        <source>打不开。原因已记入日志，请告诉管理员。</source>
        <translation>Cannot be opened. The reason is in the log; tell the administrator.</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印{paper}　F8</source>
        <translation>Print {paper}  F8</translation>
    </message>
    <message>
        <source>打印　F8</source>
        <translation>Print  F8</translation>
    </message>
    <message>
        <source>打印、另存时加“补打”标记</source>
        <translation>Marked as a reprint when printed or saved</translation>
    </message>
    <message>
        <source>打印手册</source>
        <translation>Print the manual</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>打印机…</source>
        <translation>Printer…</translation>
    </message>
    <message>
        <source>打印机：{name}</source>
        <translation>Printer: {name}</translation>
    </message>
    <message>
        <source>打印机：第一次打印时选择</source>
        <translation>Printer: asked at the first print</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>扫描件存放的文件夹</source>
        <translation>Folder of the scanner</translation>
    </message>
    <message>
        <source>扫描文件夹…</source>
        <translation>Scan folder…</translation>
    </message>
    <message>
        <source>扫描：{name}</source>
        <translation>Scan: {name}</translation>
    </message>
    <message>
        <source>批</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>批准{paper}</source>
        <translation>Approved {paper}</translation>
    </message>
    <message>
        <source>批准…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>批准以后立即销毁，不能恢复。每一次销毁都有清册：依据、各件的编号和份数、批准人，以及哪些备份还含有这些内容、保存到哪一天。</source>
        <translation>What is granted is destroyed at once, for good. Each destruction has its certificate: ground, numbers and counts, who granted it, which backups still hold it and until when they are kept.</translation>
    </message>
    <message>
        <source>批准后立即销毁，不能恢复。请写批准意见：</source>
        <translation>It is destroyed at once, for good. Please write a remark:</translation>
    </message>
    <message>
        <source>批准并销毁 / 看清册</source>
        <translation>Grant and destroy / see certificate</translation>
    </message>
    <message>
        <source>批准日期</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>找空白表</source>
        <translation>Find an empty form</translation>
    </message>
    <message>
        <source>承办部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>把印章扫描成图片存在这里，保管人出具文书时可以加盖，每次都要输入自己的口令，并记入操作记录。不存就不用：文书出具后盖实物印章。</source>
        <translation>Keep scanned seals here: their keepers may press them when they issue a paper, with their own password each time, on record. Nothing kept, nothing used: the real seal is pressed on the printed paper.</translation>
    </message>
    <message>
        <source>把另一件并入本件</source>
        <translation>Merge another case into this one</translation>
    </message>
    <message>
        <source>把手上的在办件移交给同事…</source>
        <translation>Hand the open work on to a colleague…</translation>
    </message>
    <message>
        <source>把文书上还缺的内容填进这份文书</source>
        <translation>Type what this paper still lacks</translation>
    </message>
    <message>
        <source>把这一页存为 Excel、CSV 或 PDF</source>
        <translation>Save this page as Excel, CSV or PDF</translation>
    </message>
    <message>
        <source>把这份登记簿填进本单位自己的 Excel 模板：按表头的栏名对应</source>
        <translation>Put this register into the office's own Excel template, matched by its headings</translation>
    </message>
    <message>
        <source>投诉上报单</source>
        <translation>Report sheet</translation>
    </message>
    <message>
        <source>投诉上报单（书面上报用）</source>
        <translation>Report sheet (for a report in writing)</translation>
    </message>
    <message>
        <source>投诉前台</source>
        <translation>Complaint desk</translation>
    </message>
    <message>
        <source>投诉前台　{office}</source>
        <translation>Complaint desk  {office}</translation>
    </message>
    <message>
        <source>投诉监督渠道</source>
        <translation>Where to complain about us</translation>
    </message>
    <message>
        <source>投诉编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>拆开</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>拆开合并</source>
        <translation>Part merged cases</translation>
    </message>
    <message>
        <source>拆开合并的案件</source>
        <translation>Part merged cases</translation>
    </message>
    <message>
        <source>拼音首字母或文字，F4 全部</source>
        <translation>Pinyin initials or words, F4 lists all</translation>
    </message>
    <message>
        <source>指引到</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>指引单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>按 F2 暂存的登记列在这里，随时可以接着填。</source>
        <translation>Drafts parked with F2 wait here to be taken up again.</translation>
    </message>
    <message>
        <source>按 F4 看全部</source>
        <translation>F4 shows all</translation>
    </message>
    <message>
        <source>按“9:00-12:00 13:30-17:30”的样子写，空着是休息。以工作时间计算的时限按这里算。</source>
        <translation>Write “9:00-12:00 13:30-17:30”; empty is a day off. Clocks in working hours follow this.</translation>
    </message>
    <message>
        <source>按已填内容：{level}</source>
        <translation>As typed: {level}</translation>
    </message>
    <message>
        <source>按手册分组</source>
        <translation>As the manual groups</translation>
    </message>
    <message>
        <source>按文书上的日期；有扫描件的可以不填</source>
        <translation>The day on the paper; may stay empty where there is a scan</translation>
    </message>
    <message>
        <source>按现在的筛选、次序和显示的列，存为 Excel、CSV 或 PDF</source>
        <translation>Save as Excel, CSV or PDF, filtered and sorted as now, with the columns in sight</translation>
    </message>
    <message>
        <source>按等级上报</source>
        <translation>Report by level</translation>
    </message>
    <message>
        <source>按键说明</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>按键说明　（再按 F1 打开操作手册，按其他键关闭）</source>
        <translation>Keys (F1 again: the handbook, any other key closes)</translation>
    </message>
    <message>
        <source>换一本规则簿登记</source>
        <translation>Take in under another rulebook</translation>
    </message>
    <message>
        <source>换了电脑、重装了系统，或密钥文件不在时会这样。请输入口令，或设立单位时打印的恢复密钥；以后这台电脑就能直接打开。</source>
        <translation>This happens on a new computer, after a new system, or when the key file is gone. Type a password or the recovery key that was printed when the office was set up; from then on this computer opens it by itself.</translation>
    </message>
    <message>
        <source>换电脑、重装系统或忘记口令时，只有这串字能打开本单位的资料。请打印或抄写下来，放进保险柜或交专人保管。丢失后无法补发。</source>
        <translation>After a new computer, a new system or a lost password only these letters open the office's data. Print or copy them and lock them away. They cannot be issued again.</translation>
    </message>
    <message>
        <source>换经办人</source>
        <translation>Change clerk</translation>
    </message>
    <message>
        <source>接待记录</source>
        <translation>Reception book</translation>
    </message>
    <message>
        <source>接待记录（咨询、走错门）</source>
        <translation>Reception book (questions, wrong door)</translation>
    </message>
    <message>
        <source>接手人须回避，没有移交：{numbers}</source>
        <translation>must not know of these, not handed on: {numbers}</translation>
    </message>
    <message>
        <source>接班人</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>接班人的口令</source>
        <translation>Their password</translation>
    </message>
    <message>
        <source>接班人自己输入</source>
        <translation>Typed by themselves</translation>
    </message>
    <message>
        <source>接着填写：{title}</source>
        <translation>Taken up again: {title}</translation>
    </message>
    <message>
        <source>提出人</source>
        <translation>From</translation>
    </message>
    <message>
        <source>撤回最后一次</source>
        <translation>Take the last one back</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销这一批</source>
        <translation>Undo this batch</translation>
    </message>
    <message>
        <source>操作手册</source>
        <translation>Handbook (in Chinese)</translation>
    </message>
    <message>
        <source>收件人</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>收到时间</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>收存原件</source>
        <translation>Keep an original</translation>
    </message>
    <message>
        <source>收据</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Change to</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>改动后有 {n} 处不同</source>
        <translation>{n} differences after the change</translation>
    </message>
    <message>
        <source>改用口令</source>
        <translation>Use the password</translation>
    </message>
    <message>
        <source>放假通知已收到 {day:%Y-%m-%d}，以后的日子是预估</source>
        <translation>Holidays are published to {day:%Y-%m-%d}; later days are estimates</translation>
    </message>
    <message>
        <source>放假通知文件</source>
        <translation>Holiday notice</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>放大字体</source>
        <translation>Larger letters</translation>
    </message>
    <message>
        <source>放弃这一批</source>
        <translation>Drop this batch</translation>
    </message>
    <message>
        <source>数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>数字由程序计算。下面的内容可以留空手写，写好后导出 PDF。</source>
        <translation>The numbers are computed. What follows may stay empty to be written by hand; then export as PDF.</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>整卷（目录、文书、附件）</source>
        <translation>Whole file (contents, papers, attachments)</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>文书字号开头的几个字，例：示市监；没有就空着</source>
        <translation>The characters that begin document numbers; leave empty if there are none</translation>
    </message>
    <message>
        <source>文书用印</source>
        <translation>Sealed a paper</translation>
    </message>
    <message>
        <source>文书签字</source>
        <translation>Paper signed</translation>
    </message>
    <message>
        <source>文书页面</source>
        <translation>Page of the paper</translation>
    </message>
    <message>
        <source>文书：未打印的、空白表</source>
        <translation>Papers: not printed, empty forms</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件控制</source>
        <translation>Document control</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>新 PIN 码</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>新 PIN 码再输一次</source>
        <translation>New PIN again</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>新口令再输一次</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>新口令和新 PIN 码都没有填</source>
        <translation>Neither a new password nor a new PIN was typed</translation>
    </message>
    <message>
        <source>新增用户</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>新用户</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>新登记（暂存当前）</source>
        <translation>New case (parks this one)</translation>
    </message>
    <message>
        <source>新的{title}</source>
        <translation>New: {title}</translation>
    </message>
    <message>
        <source>方向键选日子，空格或单击改成休息、上班或照国家日历；改完按 F12 保存，未办结案件的时限会重新计算。</source>
        <translation>Arrow keys choose a day; Space or a click makes it off, working, or as the national calendar says; F12 saves and the clocks of open cases are reckoned anew.</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>By what means</translation>
    </message>
    <message>
        <source>旁边现在没有以前的来件</source>
        <translation>There is nothing beside the form now</translation>
    </message>
    <message>
        <source>无时限</source>
        <translation>No clock</translation>
    </message>
    <message>
        <source>旧登记簿</source>
        <translation>Old register</translation>
    </message>
    <message>
        <source>旧登记簿“{name}”上次没有导完，没有一件可见。请到“导入旧登记簿”里继续或放弃。</source>
        <translation>The import of the old register “{name}” broke off; no case of it is visible. Go on with it or drop it under “Import an old register”.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>时限变化：{clocks}</source>
        <translation>Clocks changed: {clocks}</translation>
    </message>
    <message>
        <source>时限没有变化</source>
        <translation>No clock changed</translation>
    </message>
    <message>
        <source>时限算不出、须由人认定的条款</source>
        <translation>Rules that no time limit computes and people decide</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期一办公时间</source>
        <translation>Hours on Monday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期三办公时间</source>
        <translation>Hours on Wednesday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期二办公时间</source>
        <translation>Hours on Tuesday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期五办公时间</source>
        <translation>Hours on Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期六办公时间</source>
        <translation>Hours on Saturday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期四办公时间</source>
        <translation>Hours on Thursday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>星期日办公时间</source>
        <translation>Hours on Sunday</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>显示列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>暂存，另起一件　F2</source>
        <translation>Park, begin another  F2</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>更多下一步</source>
        <translation>More steps</translation>
    </message>
    <message>
        <source>更多（以后补）</source>
        <translation>More (later)</translation>
    </message>
    <message>
        <source>更早的 {n} 条…</source>
        <translation>{n} earlier entries…</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>更正哪一项</source>
        <translation>Which entry</translation>
    </message>
    <message>
        <source>更正时间</source>
        <translation>Correct a time</translation>
    </message>
    <message>
        <source>最近时限</source>
        <translation>Next clock</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>月末封存后，当月台账照当时的样子保存，不再变化；以后的更正列在下一期的更正登记里，写明原为、改为、理由和更正人。</source>
        <translation>A closed month is kept as it was and never changes; what is put right later stands in the next list of corrections with the old, the new, the reason and by whom.</translation>
    </message>
    <message>
        <source>有 PIN 码</source>
        <translation>has a PIN</translation>
    </message>
    <message>
        <source>有 {count} 份没有登记完的内容，已列在右边，点一下接着填</source>
        <translation>{count} unfinished drafts wait on the right; click to go on</translation>
    </message>
    <message>
        <source>有两列都对应“{name}”，请留下一列</source>
        <translation>Two columns are both “{name}”; keep one of them</translation>
    </message>
    <message>
        <source>有口令</source>
        <translation>Has a password</translation>
    </message>
    <message>
        <source>有的列按上次的对应。</source>
        <translation>Some columns are matched as last time. </translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>期间文书</source>
        <translation>Papers of a period</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>未写渠道的按</source>
        <translation>Where no channel is given</translation>
    </message>
    <message>
        <source>未写类型的按</source>
        <translation>Where no kind is given</translation>
    </message>
    <message>
        <source>未办结、期限已过的件，与“今日”和案件列表里的“已逾期”同一口径</source>
        <translation>Open cases past their date, counted as “overdue” is in Today and in the list of cases</translation>
    </message>
    <message>
        <source>未办结的 {n} 件仍按登记时的版本办，采用之后登记的按新版本办。</source>
        <translation>{n} open cases keep the version they were registered under; cases registered later follow the new one.</translation>
    </message>
    <message>
        <source>未填姓名</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>未完成的登记</source>
        <translation>Unfinished drafts</translation>
    </message>
    <message>
        <source>未定级</source>
        <translation>No level</translation>
    </message>
    <message>
        <source>未封存</source>
        <translation>open</translation>
    </message>
    <message>
        <source>未设定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>未设定的内容</source>
        <translation>What is not set</translation>
    </message>
    <message>
        <source>本人不在的，写代收人和关系</source>
        <translation>If somebody else took it: who, and how related</translation>
    </message>
    <message>
        <source>本人不用写</source>
        <translation>leave empty for the complainant</translation>
    </message>
    <message>
        <source>本人不用写；例：王五（丈夫）</source>
        <translation>Empty: the person; e.g. Wang Wu (husband)</translation>
    </message>
    <message>
        <source>本件身份信息保密：申请并经另一人批准后，限时可看，每次查看都有记录。</source>
        <translation>The identity behind this case is sealed: it opens for a while after a request that another person grants, and each look is put on record.</translation>
    </message>
    <message>
        <source>本半年</source>
        <translation>This half-year</translation>
    </message>
    <message>
        <source>本单位只有一本规则簿；在“规则簿—比较和更换”里可以再采用一本</source>
        <translation>This office has one rulebook; another can be adopted under Rulebook → Compare and replace</translation>
    </message>
    <message>
        <source>本单位采用过的版本</source>
        <translation>Versions adopted here</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>材料、情况；文件另加为附件</source>
        <translation>Materials, facts; files are added as attachments</translation>
    </message>
    <message>
        <source>材料名称</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>条目</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>来件</source>
        <translation>The matter</translation>
    </message>
    <message>
        <source>来访人</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>来访指引单</source>
        <translation>Slip for the visitor</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查找“{text}”</source>
        <translation>Find “{text}”</translation>
    </message>
    <message>
        <source>查找编号、姓名、电话、事由、拼音首字母　F3</source>
        <translation>Find number, name, phone, subject, pinyin initials  F3</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>查看、涂黑</source>
        <translation>Look, black out</translation>
    </message>
    <message>
        <source>查看案件</source>
        <translation>Show the case</translation>
    </message>
    <message>
        <source>查看身份</source>
        <translation>Show identity</translation>
    </message>
    <message>
        <source>查询方式</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>查询码</source>
        <translation>Enquiry code</translation>
    </message>
    <message>
        <source>核定</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>核定所选…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>案件内容</source>
        <translation>Content of the case</translation>
    </message>
    <message>
        <source>案件列表</source>
        <translation>List of cases</translation>
    </message>
    <message>
        <source>案件办理</source>
        <translation>Case acts</translation>
    </message>
    <message>
        <source>案件办理（步骤以外的事）</source>
        <translation>Case acts (besides the steps)</translation>
    </message>
    <message>
        <source>案件办理：步骤以外的事</source>
        <translation>Case acts: besides the steps</translation>
    </message>
    <message>
        <source>案件清单</source>
        <translation>List of cases</translation>
    </message>
    <message>
        <source>案件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>案件里还有填了一半的内容：按 F12 保存，或按 Esc 放弃，再换人</source>
        <translation>Something half typed is open in the case: press F12 to save or Esc to give it up, then change clerks</translation>
    </message>
    <message>
        <source>案件：分案</source>
        <translation>Case: split</translation>
    </message>
    <message>
        <source>案件：变更类型或类别</source>
        <translation>Case: change kind or category</translation>
    </message>
    <message>
        <source>案件：变更联系方式、补充材料</source>
        <translation>Case: new contact details, supplements</translation>
    </message>
    <message>
        <source>案件：回访未联系上</source>
        <translation>Case: nobody reached for the return visit</translation>
    </message>
    <message>
        <source>案件：回避（不让有利害关系的人看到）</source>
        <translation>Case: recusal (hide it from somebody concerned)</translation>
    </message>
    <message>
        <source>案件：填好的表单</source>
        <translation>Case: form, filled in</translation>
    </message>
    <message>
        <source>案件：安全事件</source>
        <translation>Case: safety incident</translation>
    </message>
    <message>
        <source>案件：将到期</source>
        <translation>Cases: due soon</translation>
    </message>
    <message>
        <source>案件：已逾期</source>
        <translation>Cases: overdue</translation>
    </message>
    <message>
        <source>案件：待受理</source>
        <translation>Cases: awaiting acceptance</translation>
    </message>
    <message>
        <source>案件：把另一件并入本件</source>
        <translation>Case: merge another case into this one</translation>
    </message>
    <message>
        <source>案件：拆开合并</source>
        <translation>Case: part merged cases</translation>
    </message>
    <message>
        <source>案件：按等级上报</source>
        <translation>Case: report by level</translation>
    </message>
    <message>
        <source>案件：收存原件</source>
        <translation>Case: keep an original</translation>
    </message>
    <message>
        <source>案件：整卷（目录、文书、附件）</source>
        <translation>Case: the whole file (contents, papers, attachments)</translation>
    </message>
    <message>
        <source>案件：更正时间</source>
        <translation>Case: correct a time</translation>
    </message>
    <message>
        <source>案件：添加附件</source>
        <translation>Case: add an attachment</translation>
    </message>
    <message>
        <source>案件：状态查询、丢失回执</source>
        <translation>Case: how it stands, receipt lost</translation>
    </message>
    <message>
        <source>案件：用印</source>
        <translation>Case: seal</translation>
    </message>
    <message>
        <source>案件：登记签字</source>
        <translation>Case: record a signature</translation>
    </message>
    <message>
        <source>案件：登记联系</source>
        <translation>Case: record a contact</translation>
    </message>
    <message>
        <source>案件：答复催办、督办</source>
        <translation>Case: answer an order</translation>
    </message>
    <message>
        <source>案件：粘贴图片、文件为附件</source>
        <translation>Case: paste a picture or files as attachments</translation>
    </message>
    <message>
        <source>案件：装盒（盒号）</source>
        <translation>Case: box</translation>
    </message>
    <message>
        <source>案件：退还原件</source>
        <translation>Case: give an original back</translation>
    </message>
    <message>
        <source>案卷 {number}</source>
        <translation>File {number}</translation>
    </message>
    <message>
        <source>案卷已整理好，{pages} 页</source>
        <translation>The file is ready, {pages} pages</translation>
    </message>
    <message>
        <source>案卷有 {pages} 页，另存 PDF</source>
        <translation>The file has {pages} pages: save as PDF</translation>
    </message>
    <message>
        <source>检查抽样</source>
        <translation>Inspection sample</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>正在取消…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>正在导出{title}…</source>
        <translation>Exporting {title}…</translation>
    </message>
    <message>
        <source>正在建立…</source>
        <translation>Setting up …</translation>
    </message>
    <message>
        <source>正在打印 {n} / {all}：{name}</source>
        <translation>Printing {n} / {all}: {name}</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening …</translation>
    </message>
    <message>
        <source>正在换人…</source>
        <translation>Changing clerks …</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Setting the pages …</translation>
    </message>
    <message>
        <source>正在整理案卷…</source>
        <translation>Putting the file together …</translation>
    </message>
    <message>
        <source>正在比较…</source>
        <translation>Comparing …</translation>
    </message>
    <message>
        <source>正在汇总…</source>
        <translation>Adding up …</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>步骤以外的事（F6）</source>
        <translation>What is done besides the steps (F6)</translation>
    </message>
    <message>
        <source>每次备份的时间、审计摘要和保存期限。备份以后销毁的案件，那份备份里还有；到期请删除备份文件。保存月数由系统管理员设定。</source>
        <translation>When each backup was made, its audit head and how long it is kept. It still holds the cases destroyed after it; please delete the file when its time is over. The administrator sets the months.</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>比较和更换</source>
        <translation>Compare and replace</translation>
    </message>
    <message>
        <source>汇总进度</source>
        <translation>Progress of gathering</translation>
    </message>
    <message>
        <source>没有到期的案件。</source>
        <translation>No case is due.</translation>
    </message>
    <message>
        <source>没有办公时间。请至少为一个工作日写上办公时间。</source>
        <translation>No office hours. Write them for at least one day.</translation>
    </message>
    <message>
        <source>没有字体能打印：{chars}。文书上留了方格，打印后请手写补上。</source>
        <translation>No font can print: {chars}. The paper has squares to write them in by hand.</translation>
    </message>
    <message>
        <source>没有存图片：文书出具后盖实物印章</source>
        <translation>No picture is kept: the real seal is pressed on the printed paper</translation>
    </message>
    <message>
        <source>没有定答复期限</source>
        <translation>No day of reply set</translation>
    </message>
    <message>
        <source>没有导完</source>
        <translation>Broke off</translation>
    </message>
    <message>
        <source>没有导完，已存的 {count} 件谁也看不见：继续，或放弃。</source>
        <translation>Broke off; the {count} cases stored so far are seen by nobody: go on, or drop.</translation>
    </message>
    <message>
        <source>没有建成。原因已记入日志，请告诉管理员。</source>
        <translation>Not set up. The reason is in the log; tell the administrator.</translation>
    </message>
    <message>
        <source>没有成功。请抄写下来，再告诉管理员。</source>
        <translation>That did not work. Copy it out by hand and tell the administrator.</translation>
    </message>
    <message>
        <source>没有打印机。{name} 已存为 PDF：{file}</source>
        <translation>No printer. {name} was kept as PDF: {file}</translation>
    </message>
    <message>
        <source>没有打印机：会存为 PDF</source>
        <translation>No printer: will be kept as PDF</translation>
    </message>
    <message>
        <source>没有改动。方向键选日子，空格改成休息或上班。</source>
        <translation>No changes. Arrow keys choose a day, Space changes it.</translation>
    </message>
    <message>
        <source>没有权限看身份信息的人，看到的是遮盖后的姓名、电话、证号和住址。列表里的电话对所有人都遮盖。遮盖过的内容从不存回。</source>
        <translation>Who may not see identities sees masked names, phones, numbers and addresses. Phones in lists are masked for everybody. What is masked is never saved back.</translation>
    </message>
    <message>
        <source>没有案件的不填</source>
        <translation>leave empty without a case</translation>
    </message>
    <message>
        <source>没有正在走的时限</source>
        <translation>No clock is running</translation>
    </message>
    <message>
        <source>没有符合条件的案件。</source>
        <translation>No cases match.</translation>
    </message>
    <message>
        <source>没有等着打印的文书</source>
        <translation>No paper waits to be printed</translation>
    </message>
    <message>
        <source>没有这位经办人。请输入姓名或拼音首字母，按 F4 看名单。</source>
        <translation>No such clerk. Type a name or pinyin initials; F4 lists them.</translation>
    </message>
    <message>
        <source>流程图</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>浅色界面</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色界面</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Add a file</translation>
    </message>
    <message>
        <source>添加附件…</source>
        <translation>Add a file …</translation>
    </message>
    <message>
        <source>清除查找</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>演示单位</source>
        <translation>Practice office</translation>
    </message>
    <message>
        <source>演示单位：编号带“演示”，先放一些练习用的案件</source>
        <translation>Practice office: marked 演示, with some invented cases to begin with</translation>
    </message>
    <message>
        <source>演示单位：这里的登记、编号和文书都不作数</source>
        <translation>Practice office: nothing registered, numbered or printed here counts</translation>
    </message>
    <message>
        <source>版式的样子</source>
        <translation>What the layout looks like</translation>
    </message>
    <message>
        <source>版式预览</source>
        <translation>Layout preview</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>状态查询、丢失回执</source>
        <translation>How it stands, receipt lost</translation>
    </message>
    <message>
        <source>状态查询：先核对是谁在问</source>
        <translation>How it stands: first see who asks</translation>
    </message>
    <message>
        <source>现在不能排版</source>
        <translation>The pages cannot be set now</translation>
    </message>
    <message>
        <source>现在按《{name}》登记</source>
        <translation>Now taking in under {name}</translation>
    </message>
    <message>
        <source>现在没有口令，空着就不设</source>
        <translation>No password now; leave empty to keep it so</translation>
    </message>
    <message>
        <source>现在没有未办结的案件受影响；采用之后登记的按新版本办。</source>
        <translation>No open case is touched; cases registered after adoption follow the new version.</translation>
    </message>
    <message>
        <source>现在没有等着办的事。按 F2 登记新的来件。</source>
        <translation>Nothing waits at the moment. F2 takes in the next matter.</translation>
    </message>
    <message>
        <source>现在没有要出的文书。</source>
        <translation>No paper is right at this moment.</translation>
    </message>
    <message>
        <source>现在没有要打印的文书</source>
        <translation>There is nothing to print now</translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation>Password in use</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>现行规则簿里没有的岗位</source>
        <translation>A post that the rulebook in force does not have</translation>
    </message>
    <message>
        <source>班</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由和被替代的文号记在案件里</source>
        <translation>The reason and the number replaced are kept with the case</translation>
    </message>
    <message>
        <source>理由：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>用印</source>
        <translation>Seal a paper</translation>
    </message>
    <message>
        <source>用印…</source>
        <translation>Seal…</translation>
    </message>
    <message>
        <source>用印人</source>
        <translation>Sealed by</translation>
    </message>
    <message>
        <source>用印时间</source>
        <translation>Sealed at</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>用方向键或鼠标选定一项</source>
        <translation>Choose one with the arrow keys or the mouse</translation>
    </message>
    <message>
        <source>用自己的规则簿文件夹…</source>
        <translation>Use a rulebook folder of your own…</translation>
    </message>
    <message>
        <source>用语：{name}</source>
        <translation>Words: {name}</translation>
    </message>
    <message>
        <source>用鼠标拖出要涂黑的地方（键盘：空格加一块，方向键移动）。涂黑后另存为一件新附件，原件不变。</source>
        <translation>Drag over what is to be black (keys: space adds an area, arrows move it). The blacked copy is a new file; the original stays.</translation>
    </message>
    <message>
        <source>由印章保管人输入口令，出具盖好印章的文书</source>
        <translation>A keeper of the seal gives the password; the paper is issued with the seal on it</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>申请时间</source>
        <translation>Asked at</translation>
    </message>
    <message>
        <source>申请查看…</source>
        <translation>Ask to see it …</translation>
    </message>
    <message>
        <source>申请查看身份信息</source>
        <translation>Ask to see the identity</translation>
    </message>
    <message>
        <source>申请销毁…</source>
        <translation>Ask for destruction…</translation>
    </message>
    <message>
        <source>电子印章</source>
        <translation>Electronic seal</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>界面颜色跟随系统</source>
        <translation>Colours as the system</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>登记内容</source>
        <translation>What was registered</translation>
    </message>
    <message>
        <source>登记时自动设定</source>
        <translation>set by the program at registration</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>登记签字</source>
        <translation>Record a signature</translation>
    </message>
    <message>
        <source>登记簿</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>登记簿内容</source>
        <translation>Lines of the register</translation>
    </message>
    <message>
        <source>登记联系</source>
        <translation>Record a contact</translation>
    </message>
    <message>
        <source>盒号</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>相关案件</source>
        <translation>Related cases</translation>
    </message>
    <message>
        <source>相同的来件</source>
        <translation>The same matter</translation>
    </message>
    <message>
        <source>看再出的一份</source>
        <translation>See the new one</translation>
    </message>
    <message>
        <source>看封存的台账</source>
        <translation>See the closed register</translation>
    </message>
    <message>
        <source>种子</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>Hand on</translation>
    </message>
    <message>
        <source>移交手上的全部在办件</source>
        <translation>Hand on all open work</translation>
    </message>
    <message>
        <source>移交给</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>程序出了一点问题（记录号 {mark}），已记入日志。填写的内容还在，请再试一次；仍不行请告诉管理员。</source>
        <translation>Something went wrong in the program (record {mark}); it is in the log. What you typed is still there: try again, or tell the administrator.</translation>
    </message>
    <message>
        <source>空白表</source>
        <translation>Empty forms</translation>
    </message>
    <message>
        <source>空着就不改</source>
        <translation>Leave empty to keep it</translation>
    </message>
    <message>
        <source>空着就不改；八位以上的口令换电脑时也能打开资料库</source>
        <translation>Leave empty to keep; a password of eight characters or more also opens the store on a new computer</translation>
    </message>
    <message>
        <source>空着由打印机自己定</source>
        <translation>Empty: the printer decides</translation>
    </message>
    <message>
        <source>空着由打印机自己选</source>
        <translation>Empty: the printer chooses</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>章</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>第 {batch} 批 {count} 件已撤销</source>
        <translation>{count} cases of batch {batch} undone</translation>
    </message>
    <message>
        <source>第 {batch} 批的案件将不再显示，编号作废，不能恢复。</source>
        <translation>The cases of batch {batch} will no longer be shown and their numbers become void; this cannot be taken back.</translation>
    </message>
    <message>
        <source>第 {count} 次{reached}</source>
        <translation>No. {count}{reached}</translation>
    </message>
    <message>
        <source>第 {n} 页，共 {all} 页</source>
        <translation>Page {n} of {all}</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>等谁办、谁经手</source>
        <translation>Who is waited for</translation>
    </message>
    <message>
        <source>答复…</source>
        <translation>Answer…</translation>
    </message>
    <message>
        <source>答复催办、督办</source>
        <translation>Answer an urging or supervising order</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>What was answered</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>筛选规则簿</source>
        <translation>Filter the rulebook</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>签字日期</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>签收单</source>
        <translation>Signed receipt</translation>
    </message>
    <message>
        <source>管辖法院</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>粘贴 {time}.png</source>
        <translation>Pasted {time}.png</translation>
    </message>
    <message>
        <source>粘贴图片</source>
        <translation>Paste a picture</translation>
    </message>
    <message>
        <source>粘贴图片、文件为附件</source>
        <translation>Paste a picture or files as attachments</translation>
    </message>
    <message>
        <source>纸盒</source>
        <translation>Tray</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>结束查看</source>
        <translation>Finish looking</translation>
    </message>
    <message>
        <source>结果：{outcome}</source>
        <translation>Outcome: {outcome}</translation>
    </message>
    <message>
        <source>给《{paper}》加盖电子印章</source>
        <translation>Electronic seal on “{paper}”</translation>
    </message>
    <message>
        <source>统计报告</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>继续导入…</source>
        <translation>Go on…</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>编号；相关的案件可以用 F4 选</source>
        <translation>Its number; F4 lists related cases</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>缩小字体</source>
        <translation>Smaller letters</translation>
    </message>
    <message>
        <source>考核</source>
        <translation>Assessments</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系人电话</source>
        <translation>Contact's phone</translation>
    </message>
    <message>
        <source>联系地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>联系对象</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>By what means</translation>
    </message>
    <message>
        <source>联系时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>背后的案件</source>
        <translation>The cases behind it</translation>
    </message>
    <message>
        <source>自己的口令</source>
        <translation>Your own password</translation>
    </message>
    <message>
        <source>至少 {n} 件</source>
        <translation>at least {n} cases</translation>
    </message>
    <message>
        <source>苗头</source>
        <translation>Signs</translation>
    </message>
    <message>
        <source>草稿已保存 {time}</source>
        <translation>Draft kept {time}</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>行政复议机关</source>
        <translation>Organ for reconsideration</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>补充了什么</source>
        <translation>What was brought</translation>
    </message>
    <message>
        <source>补录登记单</source>
        <translation>Blank pads</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>补打　F8</source>
        <translation>Reprint  F8</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>表名或拼音首字母</source>
        <translation>Name or initials</translation>
    </message>
    <message>
        <source>装盒</source>
        <translation>Box a file</translation>
    </message>
    <message>
        <source>要做的事</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>规则簿</source>
        <translation>Rulebook</translation>
    </message>
    <message>
        <source>规则簿或版本</source>
        <translation>Rulebook or version</translation>
    </message>
    <message>
        <source>规则簿文件夹</source>
        <translation>Rulebook folder</translation>
    </message>
    <message>
        <source>规则簿文件夹或文件</source>
        <translation>Rulebook folder or file</translation>
    </message>
    <message>
        <source>规则簿的内容</source>
        <translation>Content of the rulebook</translation>
    </message>
    <message>
        <source>规则簿的问题</source>
        <translation>Faults of the rulebook</translation>
    </message>
    <message>
        <source>规则簿里没有写明用印的文书</source>
        <translation>No paper of the rulebook bears a seal</translation>
    </message>
    <message>
        <source>规则簿里没有登记簿。</source>
        <translation>The rulebook has no register.</translation>
    </message>
    <message>
        <source>解除</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>记一次已做</source>
        <translation>Mark as done once</translation>
    </message>
    <message>
        <source>记一次，下次自动带出</source>
        <translation>Written once, it comes by itself the next time</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>记下　F12</source>
        <translation>Write down  F12</translation>
    </message>
    <message>
        <source>记下的安全事件</source>
        <translation>Incidents on record</translation>
    </message>
    <message>
        <source>记下的安全事件，新的在前（有案件的 Enter 打开）</source>
        <translation>Incidents on record, newest first (Enter opens the case)</translation>
    </message>
    <message>
        <source>记为已复核</source>
        <translation>Mark as reviewed</translation>
    </message>
    <message>
        <source>记住</source>
        <translation>Remember</translation>
    </message>
    <message>
        <source>记已上报</source>
        <translation>Put on record</translation>
    </message>
    <message>
        <source>记已上报…</source>
        <translation>Reported…</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记录批准</source>
        <translation>Record the approval</translation>
    </message>
    <message>
        <source>记录用印</source>
        <translation>Record the seal</translation>
    </message>
    <message>
        <source>记录签字</source>
        <translation>Record the signature</translation>
    </message>
    <message>
        <source>记录送达</source>
        <translation>Record the delivery</translation>
    </message>
    <message>
        <source>设定回避</source>
        <translation>Keep from them</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>评分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>评分…</source>
        <translation>Points…</translation>
    </message>
    <message>
        <source>评分项目</source>
        <translation>What is rated</translation>
    </message>
    <message>
        <source>评分（0至100）</source>
        <translation>Points (0 to 100)</translation>
    </message>
    <message>
        <source>说了什么</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>请从列表中选择单双面</source>
        <translation>Please choose the sides from the list</translation>
    </message>
    <message>
        <source>请从列表中选择打印机</source>
        <translation>Please choose a printer from the list</translation>
    </message>
    <message>
        <source>请先勾选要打印的文书</source>
        <translation>Please tick what is to be printed</translation>
    </message>
    <message>
        <source>请先打开要填的登记簿</source>
        <translation>Open the register first</translation>
    </message>
    <message>
        <source>请先选一本规则簿，或写出规则簿文件夹。</source>
        <translation>Choose a rulebook first, or name its folder.</translation>
    </message>
    <message>
        <source>请先选一条</source>
        <translation>Choose a line first</translation>
    </message>
    <message>
        <source>请先选定保留哪一个版本</source>
        <translation>First choose which version stays</translation>
    </message>
    <message>
        <source>请先选择“{seal}”的图片。</source>
        <translation>First choose a picture of “{seal}”.</translation>
    </message>
    <message>
        <source>请先选择旧登记簿</source>
        <translation>Choose an old register first</translation>
    </message>
    <message>
        <source>请写明不批准的理由：</source>
        <translation>Please say why it is refused:</translation>
    </message>
    <message>
        <source>请写明再出的理由</source>
        <translation>Give the reason for issuing another</translation>
    </message>
    <message>
        <source>请写明理由：</source>
        <translation>Give the reason:</translation>
    </message>
    <message>
        <source>请写明销毁的依据：</source>
        <translation>Please write the ground of the destruction:</translation>
    </message>
    <message>
        <source>请勾选至少一位保管人。</source>
        <translation>Tick at least one keeper.</translation>
    </message>
    <message>
        <source>请填写{field}</source>
        <translation>Please fill in: {field}</translation>
    </message>
    <message>
        <source>请填写{title}</source>
        <translation>Please fill in: {title}</translation>
    </message>
    <message>
        <source>请填写单位名称，它会印在回执和文书上。</source>
        <translation>Please give the office's name: it is printed on receipts and papers.</translation>
    </message>
    <message>
        <source>请填写姓名，它显示在案件的经过里。</source>
        <translation>Please give the name: it stands in what happened to a case.</translation>
    </message>
    <message>
        <source>请填写收到时间</source>
        <translation>Please give the time of receipt</translation>
    </message>
    <message>
        <source>请对方自己说，不要念出登记的内容</source>
        <translation>Let them say it; do not read out what is on record</translation>
    </message>
    <message>
        <source>请至少填一项</source>
        <translation>Fill in at least one</translation>
    </message>
    <message>
        <source>请选择上次的文件“{name}”</source>
        <translation>Choose the same file “{name}”</translation>
    </message>
    <message>
        <source>请选择旧登记簿：xls、xlsx、ods、csv，或网页格式的 xls。</source>
        <translation>Choose an old register: xls, xlsx, ods, csv, or a web page named xls.</translation>
    </message>
    <message>
        <source>请选择类别</source>
        <translation>Choose a category</translation>
    </message>
    <message>
        <source>请选择表单</source>
        <translation>Please choose a form</translation>
    </message>
    <message>
        <source>请重新输入</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>谁交来的</source>
        <translation>Brought by</translation>
    </message>
    <message>
        <source>谁手上的件</source>
        <translation>Whose work</translation>
    </message>
    <message>
        <source>谁申请、谁批准、谁看过保密身份和附件，新的在前。这里不显示任何人的身份。</source>
        <translation>Who asked, who granted, who looked at hidden identities and files, newest first. Nobody's identity is shown here.</translation>
    </message>
    <message>
        <source>谁盖的印；空着就是本人</source>
        <translation>Who pressed the seal; empty: yourself</translation>
    </message>
    <message>
        <source>谁送来的</source>
        <translation>Brought by</translation>
    </message>
    <message>
        <source>起始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>身份信息</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>身份查看记录</source>
        <translation>Record of looks</translation>
    </message>
    <message>
        <source>身份相符，可以告知：
{sentence}</source>
        <translation>They are who they say; you may tell them:
{sentence}</translation>
    </message>
    <message>
        <source>转到今日</source>
        <translation>Go to Today</translation>
    </message>
    <message>
        <source>转到报表</source>
        <translation>Go to registers</translation>
    </message>
    <message>
        <source>转到案件</source>
        <translation>Go to cases</translation>
    </message>
    <message>
        <source>转到登记</source>
        <translation>Go to intake</translation>
    </message>
    <message>
        <source>轻：张*明、138****8000，住址到门牌</source>
        <translation>Light: 张*明, 138****8000, address to the house</translation>
    </message>
    <message>
        <source>输入“采用”两个字</source>
        <translation>Type 采用</translation>
    </message>
    <message>
        <source>输入姓名拼音首字母选择经办人，按回车登录。</source>
        <translation>Choose the clerk by pinyin initials; Enter signs in.</translation>
    </message>
    <message>
        <source>输入文字筛选各章</source>
        <translation>Type to filter the chapters</translation>
    </message>
    <message>
        <source>输入要做的事，例：打印、dy</source>
        <translation>Type what to do, e.g. print</translation>
    </message>
    <message>
        <source>输入采用两个字以确认</source>
        <translation>Type 采用 to confirm</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回　Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>还不能办</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>还剩 {n} 个工作日</source>
        <translation>{n} working days left</translation>
    </message>
    <message>
        <source>还有 {count} 处要改：{names}</source>
        <translation>{count} things to mend: {names}</translation>
    </message>
    <message>
        <source>还有 {n} 件…</source>
        <translation>{n} more…</translation>
    </message>
    <message>
        <source>还有 {n} 件，在“案件”里看…</source>
        <translation>{n} more, in the list of cases…</translation>
    </message>
    <message>
        <source>还没有 PIN 码</source>
        <translation>no PIN yet</translation>
    </message>
    <message>
        <source>还没有上一件可以重复</source>
        <translation>There is no earlier case to repeat</translation>
    </message>
    <message>
        <source>还没有人查看过。</source>
        <translation>Nobody has looked yet.</translation>
    </message>
    <message>
        <source>还没有做过备份。</source>
        <translation>No backup has been made yet.</translation>
    </message>
    <message>
        <source>还没有口令</source>
        <translation>no password yet</translation>
    </message>
    <message>
        <source>还没有打印的文书</source>
        <translation>Papers not printed yet</translation>
    </message>
    <message>
        <source>还没有案件。按 F2 登记第一件。</source>
        <translation>No cases yet. F2 registers the first one.</translation>
    </message>
    <message>
        <source>还没有申请过销毁。</source>
        <translation>Nothing has been asked to be destroyed yet.</translation>
    </message>
    <message>
        <source>还缺什么</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>还缺：{fields}</source>
        <translation>Still lacks: {fields}</translation>
    </message>
    <message>
        <source>还缺：{fields}，出具前请先补齐。</source>
        <translation>Still lacks: {fields}; fill these in before issuing.</translation>
    </message>
    <message>
        <source>还要做：{steps}</source>
        <translation>Still to do: {steps}</translation>
    </message>
    <message>
        <source>这个岗位可以：{rights}</source>
        <translation>This post may: {rights}</translation>
    </message>
    <message>
        <source>这个期间没有登记的案件。</source>
        <translation>No case was registered in this period.</translation>
    </message>
    <message>
        <source>这些话印在回执、通知书和登记簿上。空着的，打印时留空。</source>
        <translation>These words are printed on receipts, notices and registers. What is empty stays blank.</translation>
    </message>
    <message>
        <source>这件投诉涉及的同事；设定后对其完全不可见</source>
        <translation>A colleague whom the complaint concerns; it vanishes for them altogether</translation>
    </message>
    <message>
        <source>这份文书全部由程序计算，选好日期后导出 PDF。</source>
        <translation>All of this paper is computed; choose the days and export as PDF.</translation>
    </message>
    <message>
        <source>这份登记是按另一本规则簿填的，请先换到那一本（Ctrl+B）</source>
        <translation>This draft belongs to another rulebook; turn to that one first (Ctrl+B)</translation>
    </message>
    <message>
        <source>这台电脑在</source>
        <translation>This computer is at</translation>
    </message>
    <message>
        <source>这台电脑所在的窗口</source>
        <translation>The window this computer is at</translation>
    </message>
    <message>
        <source>这台电脑没有打印机，请抄写，或另存到 U 盘后到别处打印。</source>
        <translation>This computer has no printer: copy it out, or save it to a USB stick and print elsewhere.</translation>
    </message>
    <message>
        <source>这台电脑还不能打开本单位的资料</source>
        <translation>This computer cannot open the office's data yet</translation>
    </message>
    <message>
        <source>这张图片在这里打不开；可以另存副本后查看。</source>
        <translation>This picture cannot be opened here; save a copy to look at it.</translation>
    </message>
    <message>
        <source>这本规则簿还不能用，有 {n} 处要改。改好保存后再选一次。</source>
        <translation>This rulebook cannot be used yet: {n} places to mend. Mend and save them, then choose it again.</translation>
    </message>
    <message>
        <source>这段时间没有登记。</source>
        <translation>Nothing was registered in this period.</translation>
    </message>
    <message>
        <source>这种文书用哪台打印机、哪个纸盒、单面还是双面</source>
        <translation>Which printer and tray this kind of paper uses, and on how many sides</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>退给谁</source>
        <translation>Given back to</translation>
    </message>
    <message>
        <source>退还…</source>
        <translation>Give back…</translation>
    </message>
    <message>
        <source>退还原件</source>
        <translation>Give an original back</translation>
    </message>
    <message>
        <source>送达…</source>
        <translation>Delivery …</translation>
    </message>
    <message>
        <source>送达文书</source>
        <translation>Delivered a paper</translation>
    </message>
    <message>
        <source>送达方式</source>
        <translation>Means of delivery</translation>
    </message>
    <message>
        <source>送达时间</source>
        <translation>Delivered at</translation>
    </message>
    <message>
        <source>送达：{paper}</source>
        <translation>Delivery: {paper}</translation>
    </message>
    <message>
        <source>适用：{words}</source>
        <translation>For: {words}</translation>
    </message>
    <message>
        <source>选一本规则簿比较。</source>
        <translation>Choose a rulebook to compare.</translation>
    </message>
    <message>
        <source>选一本规则簿，填上单位名称，就可以开始登记；其余各页可以跳过，以后在“单位设置”里再填。</source>
        <translation>Choose a rulebook and give the office's name to begin; the other pages may be skipped and filled in later under “Office settings”.</translation>
    </message>
    <message>
        <source>选一行，这里列出它背后的案件。</source>
        <translation>Choose a row; the cases behind it are listed here.</translation>
    </message>
    <message>
        <source>选另一种读法，这里会列出它改变什么、涉及多少件未办结的案件。</source>
        <translation>Choose another reading to see what it changes and how many open cases it touches.</translation>
    </message>
    <message>
        <source>选图上的一个数字，这里列出它背后的案件。</source>
        <translation>Choose a number in the picture: the cases behind it are listed here.</translation>
    </message>
    <message>
        <source>选择仿宋字体文件</source>
        <translation>Choose a FangSong font file</translation>
    </message>
    <message>
        <source>选择仿宋字体文件…</source>
        <translation>Choose a FangSong font file…</translation>
    </message>
    <message>
        <source>选择印章图片</source>
        <translation>Choose the picture of the seal</translation>
    </message>
    <message>
        <source>选择图片…</source>
        <translation>Choose a picture…</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>选择旧登记簿</source>
        <translation>Choose an old register</translation>
    </message>
    <message>
        <source>选择模板</source>
        <translation>Choose a template</translation>
    </message>
    <message>
        <source>选择版式文件</source>
        <translation>Choose a layout file</translation>
    </message>
    <message>
        <source>选择版式文件…</source>
        <translation>Choose a layout file…</translation>
    </message>
    <message>
        <source>选文件夹…</source>
        <translation>Choose a folder …</translation>
    </message>
    <message>
        <source>逐行报告…</source>
        <translation>Report by row…</translation>
    </message>
    <message>
        <source>逐行的问题</source>
        <translation>Problems by row</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>逾期 {n}</source>
        <translation>overdue {n}</translation>
    </message>
    <message>
        <source>逾期 {n} 个工作日</source>
        <translation>{n} working days overdue</translation>
    </message>
    <message>
        <source>遮盖程度</source>
        <translation>Strength of masks</translation>
    </message>
    <message>
        <source>那里的地址、电话</source>
        <translation>Its address and phone</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>采用为新版本</source>
        <translation>Adopt as a new version</translation>
    </message>
    <message>
        <source>重复上一件</source>
        <translation>Repeat the last case</translation>
    </message>
    <message>
        <source>重复上一件　F9</source>
        <translation>Repeat the last  F9</translation>
    </message>
    <message>
        <source>重复反映</source>
        <translation>Repetitions</translation>
    </message>
    <message>
        <source>重新出具…</source>
        <translation>Issue anew…</translation>
    </message>
    <message>
        <source>重新出具并打印　F8</source>
        <translation>Issue anew and print　F8</translation>
    </message>
    <message>
        <source>重新打开程序后换成所选语言（Chinese / English after the next start）</source>
        <translation>After the next start the windows speak the other language (下次打开时生效)</translation>
    </message>
    <message>
        <source>重：只留电话、证号末两位，住址到市</source>
        <translation>Strong: last two digits only, address to the city</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount (yuan)</translation>
    </message>
    <message>
        <source>销毁审批和清册</source>
        <translation>Destruction: decisions and certificates</translation>
    </message>
    <message>
        <source>销毁清单</source>
        <translation>Destruction list</translation>
    </message>
    <message>
        <source>长文字里到下一项（Enter 是换行）</source>
        <translation>Next field from a long text (Enter is a line)</translation>
    </message>
    <message>
        <source>问什么、说什么</source>
        <translation>What they asked or said</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>附加内容（可选，盖在规则簿上面）</source>
        <translation>Laid over the rulebook (optional)</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>页面缩略图</source>
        <translation>Thumbnails</translation>
    </message>
    <message>
        <source>预印补录登记单（20 张）</source>
        <translation>Print blank pads (20)</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>预览并出具</source>
        <translation>Preview and issue</translation>
    </message>
    <message>
        <source>首问责任人</source>
        <translation>First receiver</translation>
    </message>
    <message>
        <source>齐全</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>（不固定）</source>
        <translation>(not fixed)</translation>
    </message>
    <message>
        <source>（列出前 {count} 件）</source>
        <translation>(the first {count} are listed)</translation>
    </message>
    <message>
        <source>（已到期，请删除）</source>
        <translation> (over, please delete)</translation>
    </message>
    <message>
        <source>（已撤销）</source>
        <translation>(undone)</translation>
    </message>
    <message>
        <source>（放假通知未发布，预估）</source>
        <translation>(holidays not published yet: an estimate)</translation>
    </message>
    <message>
        <source>（未采用）</source>
        <translation>(not adopted)</translation>
    </message>
    <message>
        <source>（正在读取…）</source>
        <translation> (reading…)</translation>
    </message>
    <message>
        <source>（没有）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>（法定）</source>
        <translation>(statutory)</translation>
    </message>
    <message>
        <source>（现在是 {count} 件）</source>
        <translation> (now {count})</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>（预估）</source>
        <translation>(estimate)</translation>
    </message>
    <message>
        <source>，{level}</source>
        <translation>, {level}</translation>
    </message>
    <message>
        <source>，已达到手册规定的 {times} 次</source>
        <translation>, reaching the manual's {times}</translation>
    </message>
    <message>
        <source>，满 {times} 次为{level}</source>
        <translation>, {level} from {times} times on</translation>
    </message>
    <message>
        <source>；{n} 份没有打印，已存为 PDF：{folder}</source>
        <translation>; {n} not printed, kept as PDF: {folder}</translation>
    </message>
</context>
</TS>
