<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BoardCardTexts</name>
    <message>
        <source>tier %1</source>
        <translation>%1 级</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>No lesson yet</source>
        <translation>暂无课节</translation>
    </message>
    <message>
        <source>Homework %1/%2</source>
        <translation>作业 %1/%2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes of practice, short: beside the homework on a narrow card.</extracomment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>未安排下一步</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>Days a card stands in its column, short.</extracomment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 minutes of practice</source>
        <translation>练习 %1 分钟</translation>
    </message>
    <message>
        <source>overdue: %1</source>
        <translation>已逾期：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in this column</source>
        <translation>
            <numerusform>在此阶段 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>has a conflict</source>
        <translation>有冲突</translation>
    </message>
</context>
<context>
    <name>BulkEdits</name>
    <message numerus="yes">
        <source>Tagged %n families</source>
        <translation>
            <numerusform>已给 %n 位客户加标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Untagged %n families</source>
        <translation>
            <numerusform>已移除 %n 位客户的标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the tier of %n families</source>
        <translation>
            <numerusform>已修改 %n 位客户的等级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Planned the next step of %n families</source>
        <translation>
            <numerusform>已安排 %n 位客户的下一步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n families as added</source>
        <translation>
            <numerusform>已将 %n 位客户标为已加好友</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n families as in the group</source>
        <translation>
            <numerusform>已将 %n 位客户标为已进群</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>New: %1</source>
        <extracomment>Of a record: «New: Follow-up».</extracomment>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>删除：%1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>修改：%1</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待发送</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), %1 since %2</source>
        <translation>
            <numerusform>%n 项修改，%1，始于 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Words without a place</source>
        <translation>无处安放的内容</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>等待服务器</translation>
    </message>
    <message>
        <source>Written by another version</source>
        <translation>由其他版本写入</translation>
    </message>
    <message>
        <source>Not here any more</source>
        <translation>已不在本机</translation>
    </message>
    <message>
        <source>Your role may not change this.</source>
        <translation>你的角色不能修改这一项。</translation>
    </message>
    <message>
        <source>The record is not with you any more.</source>
        <translation>这条记录已不在你名下。</translation>
    </message>
    <message>
        <source>Somebody changed the record before your change arrived.</source>
        <translation>你的修改到达之前，别人已改过这条记录。</translation>
    </message>
    <message>
        <source>Other records still refer to this one.</source>
        <translation>还有其他记录引用它。</translation>
    </message>
    <message>
        <source>There is such a record already.</source>
        <translation>已有这样一条记录。</translation>
    </message>
    <message>
        <source>The change is too large to be sent.</source>
        <translation>修改内容太大，无法发送。</translation>
    </message>
    <message>
        <source>The server does not accept the value of «%1».</source>
        <translation>服务器不接受「%1」的值。</translation>
    </message>
    <message>
        <source>The server does not accept this change.</source>
        <translation>服务器不接受这项修改。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A field and its value: «City: Wuhan».</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What was typed is gone with the family.</source>
        <translation>填写的内容已随客户一起移除。</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>Your account was closed before this arrived.</source>
        <translation>在它到达之前，你的账号已被停用。</translation>
    </message>
    <message>
        <source>%1 changed the record before your change arrived.</source>
        <translation>你的修改到达之前，%1已改过这条记录。</translation>
    </message>
</context>
<context>
    <name>CentreDeeds</name>
    <message>
        <source>Keep as a follow-up</source>
        <translation>存为跟进</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Edit again</source>
        <translation>重新编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Decided: %1</source>
        <translation>已决定：%1</translation>
    </message>
    <message>
        <source>Tried again: %1</source>
        <translation>已重试：%1</translation>
    </message>
    <message>
        <source>Discard what was typed?</source>
        <translation>放弃填写的内容？</translation>
    </message>
    <message>
        <source>Let these words go?</source>
        <translation>放弃这些内容？</translation>
    </message>
    <message>
        <source>Kept as a follow-up: %1</source>
        <translation>已存为跟进：%1</translation>
    </message>
    <message>
        <source>Let go: %1</source>
        <translation>已放弃：%1</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>年级</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>家长</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
</context>
<context>
    <name>ConditionWords</name>
    <message>
        <source>Lessons attended</source>
        <translation>到课节数</translation>
    </message>
    <message>
        <source>Lessons missed</source>
        <translation>缺课节数</translation>
    </message>
    <message>
        <source>Lessons finished</source>
        <translation>完课节数</translation>
    </message>
    <message>
        <source>Homework handed in</source>
        <translation>交作业次数</translation>
    </message>
    <message>
        <source>Minutes learned</source>
        <translation>学习分钟数</translation>
    </message>
    <message>
        <source>has none of</source>
        <translation>不含任一</translation>
    </message>
    <message>
        <source>has one of</source>
        <translation>含任一</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不属于</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(已删除)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>a field that is gone</source>
        <translation>已删除的字段</translation>
    </message>
    <message>
        <source>%1 more than %2 days ago</source>
        <translation>%1在 %2 天以前</translation>
    </message>
    <message>
        <source>%1 in the last %2 days</source>
        <translation>%1在最近 %2 天内</translation>
    </message>
    <message>
        <source>%1 in the next %2 days</source>
        <translation>%1在未来 %2 天内</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>field, test</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>field, test, value</comment>
        <translation>%1%2 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>child: grade</comment>
        <translation>%1·%2</translation>
    </message>
    <message>
        <source>has all of</source>
        <translation>全部含有</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>不少于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>不多于</translation>
    </message>
    <message>
        <source>more than … days ago</source>
        <translation>…天以前</translation>
    </message>
    <message>
        <source>in the last … days</source>
        <translation>最近…天内</translation>
    </message>
    <message>
        <source>in the next … days</source>
        <translation>未来…天内</translation>
    </message>
    <message>
        <source>on or after</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>on or before</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>is filled</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>, or </source>
        <comment>joins sentences</comment>
        <translation>，或</translation>
    </message>
    <message>
        <source>, and </source>
        <comment>joins sentences</comment>
        <translation>，且</translation>
    </message>
    <message>
        <source>A condition asks for the field «%1», which there is no more. Choose another field or remove the condition.</source>
        <translation>有一个条件用到字段「%1」，这个字段已经不存在。请换一个字段，或删除这个条件。</translation>
    </message>
    <message>
        <source>«%1» cannot be asked like that. Choose another test.</source>
        <translation>「%1」不能这样判断，请换一种判断方式。</translation>
    </message>
    <message>
        <source>«%1» needs a value to compare with.</source>
        <translation>「%1」还没有填写比较的值。</translation>
    </message>
    <message>
        <source>«%1» needs a number.</source>
        <translation>「%1」需要填写数字。</translation>
    </message>
    <message>
        <source>«%1» needs a day that there is, such as 2026-03-01.</source>
        <translation>「%1」需要一个真实存在的日期，例如 2026-03-01。</translation>
    </message>
    <message>
        <source>has</source>
        <translation>有</translation>
    </message>
    <message>
        <source>has not</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>ContactCopy</name>
    <message>
        <source>There is no phone to copy.</source>
        <translation>没有可复制的手机号。</translation>
    </message>
    <message>
        <source>You see this phone masked only.</source>
        <translation>这个手机号对你只显示部分数字。</translation>
    </message>
    <message>
        <source>Phone copied</source>
        <translation>已复制手机号</translation>
    </message>
    <message>
        <source>You see this WeChat name masked only.</source>
        <translation>这个微信号对你只显示部分字符。</translation>
    </message>
    <message>
        <source>There is no WeChat name to copy.</source>
        <translation>没有可复制的微信号。</translation>
    </message>
    <message>
        <source>WeChat name copied</source>
        <translation>已复制微信号</translation>
    </message>
    <message>
        <source>There is no phone to dial.</source>
        <translation>没有可拨打的电话。</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>正在拨号</translation>
    </message>
    <message>
        <source>No telephone program is set up here: the phone was copied.</source>
        <translation>本机没有设置电话程序，已复制号码。</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>手机号相同</translation>
    </message>
    <message>
        <source>Same WeChat id</source>
        <translation>微信号相同</translation>
    </message>
    <message>
        <source>A guardian&apos;s phone</source>
        <translation>监护人手机号相同</translation>
    </message>
    <message>
        <source>Alike names</source>
        <translation>姓名相近</translation>
    </message>
    <message>
        <source>Same grade</source>
        <translation>年级相同</translation>
    </message>
    <message>
        <source>Same city</source>
        <translation>城市相同</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n 个家庭</numerusform>
        </translation>
    </message>
    <message>
        <source>Children</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Guardians</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>Exceptions</name>
    <message>
        <source>Tutor</source>
        <translation>班主任</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>家庭数</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>What stands out, by tutor</source>
        <translation>各班主任的异常</translation>
    </message>
    <message>
        <source>anything that stands out</source>
        <translation>所有异常</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Write a whole number.</source>
        <translation>请填整数。</translation>
    </message>
    <message>
        <source>Write an amount like 2990 or 9.90.</source>
        <translation>请填金额，如 2990 或 9.90。</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>请填数字。</translation>
    </message>
    <message>
        <source>Write a month like 2016-09.</source>
        <translation>请填月份，如 2016-09。</translation>
    </message>
    <message>
        <source>Write a date like 2025-11-28.</source>
        <translation>请填日期，如 2025-11-28。</translation>
    </message>
    <message>
        <source>This is no phone number. A number from abroad begins with +.</source>
        <translation>手机号不对。境外号码请以 + 开头。</translation>
    </message>
    <message>
        <source>This text is too long.</source>
        <translation>内容太长了。</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>you, on another computer</source>
        <translation>你，在另一台电脑上</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>«%1» gave way to «%2»</source>
        <translation>「%1」让位于「%2」</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A field and how it changed: «City: Wuhan → Jinan».</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>修改了 %n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>Came second</source>
        <translation>后到</translation>
    </message>
    <message>
        <source>Decided a second time</source>
        <translation>再次决定</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>冲突已决定</translation>
    </message>
    <message>
        <source>%1 The first decision stays: %2</source>
        <translation>%1以最先的决定为准：%2</translation>
    </message>
    <message>
        <source>The later value was taken.</source>
        <translation>采用了较晚的值。</translation>
    </message>
    <message>
        <source>The value of the record stayed.</source>
        <translation>保留了现有的值。</translation>
    </message>
    <message>
        <source>Another value was written.</source>
        <translation>写入了其他值。</translation>
    </message>
    <message>
        <source>The words were kept as a follow-up.</source>
        <translation>内容已存为跟进。</translation>
    </message>
    <message>
        <source>The words were let go.</source>
        <translation>内容已放弃。</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <extracomment>Of a record: «Child removed».</extracomment>
        <translation>已删除%1</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Words without a place</source>
        <translation>无处安放的内容</translation>
    </message>
    <message>
        <source>Suggestion: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Conflict: %1</source>
        <translation>冲突：%1</translation>
    </message>
    <message>
        <source>«%1» against «%2»</source>
        <translation>「%1」与「%2」</translation>
    </message>
    <message>
        <source>Merged with «%1»</source>
        <extracomment>Of two families of one parent; %1 is the name of the other one.</extracomment>
        <translation>已与「%1」合并</translation>
    </message>
    <message>
        <source>Taken apart from «%1»</source>
        <translation>已与「%1」分开</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Child: %1</source>
        <translation>学员：%1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The cell is masked with stars; the whole value is needed.</source>
        <translation>单元格带星号（已脱敏），需要完整的值。</translation>
    </message>
    <message>
        <source>There is no stage of this name on the default board.</source>
        <translation>默认看板里没有这个名称的阶段。</translation>
    </message>
    <message>
        <source>There is no cohort of this name.</source>
        <translation>没有这个名称的营期。</translation>
    </message>
    <message>
        <source>There is no work account of this name.</source>
        <translation>没有这个名称的工作号。</translation>
    </message>
    <message>
        <source>Several families have this key.</source>
        <translation>有多个客户对应这个识别值。</translation>
    </message>
    <message>
        <source>The family has several children; name the one that is meant.</source>
        <translation>这位客户有多个学员，请写明是哪一个。</translation>
    </message>
    <message>
        <source>You may not edit this family.</source>
        <translation>你无权编辑这个客户。</translation>
    </message>
    <message>
        <source>The row was not accepted.</source>
        <translation>这一行未被接受。</translation>
    </message>
    <message>
        <source>The cell cannot be read as this field.</source>
        <translation>单元格的内容不符合该字段。</translation>
    </message>
    <message>
        <source>No channel of this name; kept as source text.</source>
        <translation>没有这个名称的渠道，已保留为来源文字。</translation>
    </message>
    <message>
        <source>No tag of this name; kept as a custom value.</source>
        <translation>没有这个名称的标签，已保留为自定义值。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>a family that is here</source>
        <translation>已有的客户</translation>
    </message>
    <message>
        <source>Same key as %1</source>
        <translation>识别值与%1相同</translation>
    </message>
    <message>
        <source>Same phone as %1</source>
        <translation>手机号与%1相同</translation>
    </message>
    <message>
        <source>Same WeChat ID as %1</source>
        <translation>微信号与%1相同</translation>
    </message>
    <message>
        <source>Same names of parent and child as %1</source>
        <translation>家长和学员的姓名与%1相同</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Homeroom ID</source>
        <translation>Homeroom 编号</translation>
    </message>
    <message>
        <source>Custom: %1</source>
        <translation>自定义：%1</translation>
    </message>
    <message>
        <source>Stage on the board</source>
        <translation>看板阶段</translation>
    </message>
    <message>
        <source>Follow-up note</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A column of the sheet, and what is the matter with its cell.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Each row is a new family</source>
        <translation>每一行都新建客户</translation>
    </message>
    <message>
        <source>Change known families, add new ones</source>
        <translation>更新已有客户，新建其余客户</translation>
    </message>
    <message>
        <source>Fill empty fields of known families, add new ones</source>
        <translation>只补全已有客户的空字段，新建其余客户</translation>
    </message>
    <message>
        <source>Leave known families alone, add new ones</source>
        <translation>跳过已有客户，新建其余客户</translation>
    </message>
    <message>
        <source>A child under 14 is saved only with a guardian&apos;s consent: say in the step before that they agreed, or map a column that does.</source>
        <translation>未满 14 岁的孩子须有监护人同意才能保存：请在上一步勾选监护人已同意，或对应一列说明。</translation>
    </message>
</context>
<context>
    <name>LearningStrip</name>
    <message>
        <source>%1 finished</source>
        <translation>完课 %1 节</translation>
    </message>
    <message>
        <source>%1 attended</source>
        <translation>到课 %1 节</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>缺课 %1 节</translation>
    </message>
    <message>
        <source>%1 not yet</source>
        <translation>待上 %1 节</translation>
    </message>
    <message>
        <source>No lesson unlocked</source>
        <translation>暂无已解锁课节</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>Friends</source>
        <translation>好友率</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>入群率</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>到课率</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完课率</translation>
    </message>
    <message>
        <source>Finished of attended</source>
        <translation>到课完课率</translation>
    </message>
    <message>
        <source>Homework</source>
        <translation>作业提交率</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金率</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Students whose parent is a friend ÷ enrolled students</source>
        <translation>已加好友的学员 ÷ 报名学员</translation>
    </message>
    <message>
        <source>Students whose parent is in the group ÷ enrolled students</source>
        <translation>已入群的学员 ÷ 报名学员</translation>
    </message>
    <message>
        <source>Lessons attended, live or replay ÷ lessons unlocked</source>
        <translation>到课(直播或回放)人次 ÷ 已解锁人次</translation>
    </message>
    <message>
        <source>Lessons finished ÷ lessons unlocked</source>
        <translation>完课人次 ÷ 已解锁人次</translation>
    </message>
    <message>
        <source>Lessons finished ÷ lessons attended</source>
        <translation>完课人次 ÷ 到课人次</translation>
    </message>
    <message>
        <source>Homework handed in ÷ homework due</source>
        <translation>已交作业 ÷ 应交作业</translation>
    </message>
    <message>
        <source>Students with a deposit, not paid back ÷ enrolled students</source>
        <translation>付定金且未退的学员 ÷ 报名学员</translation>
    </message>
    <message>
        <source>Students with a full order, not paid back ÷ enrolled students</source>
        <translation>成交且未退的学员 ÷ 报名学员</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>There is no such date.</source>
        <translation>没有这一天。</translation>
    </message>
    <message>
        <source>There is no such time of day.</source>
        <translation>没有这个时间。</translation>
    </message>
    <message>
        <source>Write a time like 14:00, tomorrow 14:00, sat 14:00, 11-28 10:00 or 3d.</source>
        <translation>请填时间，如 14:00、明天 14:00、周六 14:00、11-28 10:00 或 3天后。</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Family</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Enrollment</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Lesson progress</source>
        <translation>学情</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>User</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Work account</source>
        <translation>工作号</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>营期</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课节</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Signed in to the app</source>
        <translation>登录 App 时间</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>到课</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation>出生年月</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>投放活动</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>关闭时间</translation>
    </message>
    <message>
        <source>Cohort day</source>
        <translation>营期第几天</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Agreed to be contacted</source>
        <translation>同意联系</translation>
    </message>
    <message>
        <source>Conversion day</source>
        <translation>销转日</translation>
    </message>
    <message>
        <source>Counted in rates</source>
        <translation>计入统计</translation>
    </message>
    <message>
        <source>Created at</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Credited to</source>
        <translation>业绩归属</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>上课设备</translation>
    </message>
    <message>
        <source>Shown name</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>External number</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完课</translation>
    </message>
    <message>
        <source>Friend since</source>
        <translation>加好友时间</translation>
    </message>
    <message>
        <source>Friend request sent</source>
        <translation>好友申请时间</translation>
    </message>
    <message>
        <source>Friend state</source>
        <translation>好友状态</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>年级</translation>
    </message>
    <message>
        <source>Joined the group</source>
        <translation>入群时间</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group state</source>
        <translation>入群状态</translation>
    </message>
    <message>
        <source>Guardian agreed</source>
        <translation>监护人同意</translation>
    </message>
    <message>
        <source>Happened at</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Has homework</source>
        <translation>有作业</translation>
    </message>
    <message>
        <source>Homework handed in</source>
        <translation>作业提交时间</translation>
    </message>
    <message>
        <source>Intention</source>
        <translation>意向</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Joined at</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Learning kit</source>
        <translation>教具</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>退出时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Review listened to</source>
        <translation>听点评时间</translation>
    </message>
    <message>
        <source>Reason of loss</source>
        <translation>流失原因</translation>
    </message>
    <message>
        <source>Minutes attended</source>
        <translation>听课分钟</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Next step at</source>
        <translation>下一步时间</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Opens on</source>
        <translation>开营日期</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>归属人</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Minutes practised</source>
        <translation>练习分钟</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Order of display</source>
        <translation>显示顺序</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Refunded amount</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Refunded at</source>
        <translation>退款时间</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Homework reviewed</source>
        <translation>点评时间</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>From rule</source>
        <translation>来自规则</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Intention score</source>
        <translation>意向分</translation>
    </message>
    <message>
        <source>Source as imported</source>
        <translation>原始来源</translation>
    </message>
    <message>
        <source>In this stage since</source>
        <translation>进入阶段时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>科目</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Reason of the tier</source>
        <translation>定级原因</translation>
    </message>
    <message>
        <source>Tutor</source>
        <translation>班主任</translation>
    </message>
    <message>
        <source>Unlocks at</source>
        <translation>解锁时间</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>冲突内容</translation>
    </message>
    <message>
        <source>WeChat ID</source>
        <translation>微信号</translation>
    </message>
    <message>
        <source>WeChat nickname</source>
        <translation>微信昵称</translation>
    </message>
    <message>
        <source>Parent&apos;s name</source>
        <translation>家长姓名</translation>
    </message>
    <message>
        <source>Child&apos;s name</source>
        <translation>学员姓名</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>跟进情况</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>待办内容</translation>
    </message>
    <message>
        <source>Guardian&apos;s name</source>
        <translation>监护人姓名</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>下班时间</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Numbers of a cohort day</source>
        <translation>营期日数据</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Day of the camp</source>
        <translation>营期日</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Extra working days</source>
        <translation>调休上班日</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>上班时间</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Comes again</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Put off until</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Opened by somebody else</source>
        <translation>他人查看</translation>
    </message>
</context>
<context>
    <name>PaletteWords</name>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注和跟进</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>无手机号</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Kindergarten</source>
        <translation>幼儿园</translation>
    </message>
    <message>
        <source>Grade 1</source>
        <translation>一年级</translation>
    </message>
    <message>
        <source>Grade 2</source>
        <translation>二年级</translation>
    </message>
    <message>
        <source>Grade 3</source>
        <translation>三年级</translation>
    </message>
    <message>
        <source>Grade 4</source>
        <translation>四年级</translation>
    </message>
    <message>
        <source>Grade 5</source>
        <translation>五年级</translation>
    </message>
    <message>
        <source>Grade 6</source>
        <translation>六年级</translation>
    </message>
    <message>
        <source>Grade 7</source>
        <translation>初一</translation>
    </message>
    <message>
        <source>Grade 8</source>
        <translation>初二</translation>
    </message>
    <message>
        <source>Grade 9</source>
        <translation>初三</translation>
    </message>
    <message>
        <source>Grade 10</source>
        <translation>高一</translation>
    </message>
    <message>
        <source>Grade 11</source>
        <translation>高二</translation>
    </message>
    <message>
        <source>Grade 12</source>
        <translation>高三</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This was changed since. Open the record to see its present value.</source>
        <translation>内容后来又被改过。打开记录查看最新内容。</translation>
    </message>
    <message>
        <source>Later records belong to this one. Undo those first.</source>
        <translation>后面还有关联的改动，请先撤销它们。</translation>
    </message>
    <message>
        <source>Name or password is wrong. Sign in again.</source>
        <translation>登录名或密码不对，请重新登录。</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute and try again.</source>
        <translation>尝试次数过多，请一分钟后再试。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Your work is kept and sent later.</source>
        <translation>连不上服务器。改动已保存，稍后自动发送。</translation>
    </message>
    <message>
        <source>This program is too old for the server. Install the update.</source>
        <translation>当前版本过旧，无法与服务器同步，请安装更新。</translation>
    </message>
    <message>
        <source>The server did not understand the request.</source>
        <translation>服务器无法处理这个请求。</translation>
    </message>
    <message>
        <source>A newer version wrote this profile. Install the update to open it.</source>
        <translation>本机数据由更新的版本写入，请安装更新后再打开。</translation>
    </message>
    <message>
        <source>Another program has this profile open. Close it and try again.</source>
        <translation>本机数据正被另一个程序使用，请关闭它后重试。</translation>
    </message>
    <message>
        <source>This computer has no keychain. Choose a passphrase instead.</source>
        <translation>这台电脑没有系统钥匙串，请改用口令。</translation>
    </message>
    <message>
        <source>The disk refused the change. Nothing was saved; check free space.</source>
        <translation>磁盘写入失败，改动没有保存。请检查剩余空间。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>你的角色没有这项权限。</translation>
    </message>
    <message>
        <source>There is nothing here any more.</source>
        <translation>这条内容已经不在了。</translation>
    </message>
    <message>
        <source>Somebody else was faster. Look at the present value.</source>
        <translation>别人先改了，请查看最新内容。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>This value cannot be saved. Correct it and try again.</source>
        <translation>内容无法保存，请修改后再试。</translation>
    </message>
    <message>
        <source>The key does not open this profile: a wrong passphrase, or another keychain. Nothing was changed.</source>
        <translation>无法打开此档案：口令不对，或钥匙串不是原来的。没有任何改动。</translation>
    </message>
    <message>
        <source>The family was handed over since. What was made before stays.</source>
        <translation>客户之后已转交，之前新建的内容不能撤销。</translation>
    </message>
    <message>
        <source>%1 decided this already.</source>
        <translation>%1 已作出决定。</translation>
    </message>
    <message>
        <source>%1 changed this since. Open the record to see its present value.</source>
        <translation>%1 之后改过这一项，请打开记录查看现在的值。</translation>
    </message>
    <message>
        <source>The server at this address shows the certificate of another one. Nothing was sent; check the address.</source>
        <translation>此地址上的服务器出示的是另一台服务器的证书。没有发送任何内容；请检查地址。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid today. Nothing was sent; check this computer&apos;s date, then tell your administrator.</source>
        <translation>服务器的证书今天无效。没有发送任何内容；请检查本机日期，然后告知管理员。</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the server. Nothing was sent; tell your administrator.</source>
        <translation>服务器的证书没有得到本机信任的机构认可。没有发送任何内容；请告知管理员。</translation>
    </message>
    <message>
        <source>The server offers no safe connection. Nothing was sent; check that the address begins with https, then tell your administrator.</source>
        <translation>服务器不提供安全连接。没有发送任何内容；请检查地址是否以 https 开头，然后告知管理员。</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile, and nothing was done. Look at it again after the next sync.</source>
        <translation>其间有人做了修改，未做任何操作。请在下次同步后再看。</translation>
    </message>
    <message>
        <source>The family was merged with another one since. Take that merge apart first.</source>
        <translation>这位客户之后又与其他客户合并了。请先拆分那一次。</translation>
    </message>
    <message>
        <source>Something made since belongs to both families. They stay together.</source>
        <translation>之后产生的记录同属两位客户，无法拆分。</translation>
    </message>
    <message>
        <source>These are more families than one person may keep. Nothing was done; return some to the pool first.</source>
        <translation>超过了一人可持有的客户数，未做任何操作。请先退回一些到公海。</translation>
    </message>
    <message>
        <source>These are too many at once. Nothing was done; choose fewer.</source>
        <translation>一次选得太多，未做任何操作。请少选一些。</translation>
    </message>
    <message>
        <source>There is no such merge any more: the two families are apart.</source>
        <translation>没有这次合并了：两位客户已经分开。</translation>
    </message>
    <message>
        <source>The server wants your password again. Everything you typed is kept here and sent after you sign in.</source>
        <translation>服务器要求再次输入密码。你写的内容都保存在本机，登录后会发送。</translation>
    </message>
    <message>
        <source>The server cannot be reached, and nothing was done. Try again when you are connected.</source>
        <translation>连不上服务器，未做任何操作。请在联网后重试。</translation>
    </message>
    <message>
        <source>The server gave no answer in time. Sync and look whether it was done before you try again.</source>
        <translation>服务器没有及时答复。请先同步，确认是否已完成，再重试。</translation>
    </message>
    <message>
        <source>You are signed out, and nothing was done. Sign in again in the sync centre, then try once more.</source>
        <translation>你已退出登录，未做任何操作。请在同步中心重新登录后再试。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Try again when you are online.</source>
        <translation>连不上服务器。请联网后重试。</translation>
    </message>
    <message>
        <source>This is decided, and a decision that was sent cannot be taken back. To change the value, edit the field.</source>
        <translation>这里已有决定，发出的决定不能收回。要改这个值，请直接修改该字段。</translation>
    </message>
    <message>
        <source>Your account was deactivated. Ask your team lead.</source>
        <translation>你的账号已停用，请联系主管。</translation>
    </message>
    <message>
        <source>What is kept here belongs to another person. Sign in under that name, or start Homeroom with a folder of your own (--profile).</source>
        <translation>这里保存的是另一个人的数据。请用那个登录名登录，或者用自己的文件夹启动 Homeroom（--profile）。</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Open a page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Open a saved view</source>
        <translation>打开视图</translation>
    </message>
    <message>
        <source>Move the card</source>
        <translation>移动卡片</translation>
    </message>
    <message>
        <source>Go to a column</source>
        <translation>跳到某列</translation>
    </message>
    <message>
        <source>Choose the result of the call</source>
        <translation>选择通话结果</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Fold or unfold the page list</source>
        <translation>收起或展开导航栏</translation>
    </message>
    <message>
        <source>Go to the message below</source>
        <translation>跳到底部提示</translation>
    </message>
    <message>
        <source>Show the keys of this page</source>
        <translation>查看本页快捷键</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>页内查找</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Look at it in the panel</source>
        <translation>在侧栏预览</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>移动到…</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>复制手机号</translation>
    </message>
    <message>
        <source>Copy the WeChat name</source>
        <translation>复制微信</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Lists and cards</source>
        <translation>列表和卡片</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Customer panel</source>
        <translation>客户面板</translation>
    </message>
    <message>
        <source>During a call</source>
        <translation>通话中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation>稍后…</translation>
    </message>
    <message>
        <source>Skip with a reason…</source>
        <translation>跳过并写原因…</translation>
    </message>
    <message>
        <source>New task about this family…</source>
        <translation>给这个家庭新建待办…</translation>
    </message>
    <message>
        <source>Search families, notes and commands</source>
        <translation>搜索客户、跟进和命令</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Do something with the selected families…</source>
        <translation>对选中的家庭批量操作…</translation>
    </message>
    <message>
        <source>Show families by conditions…</source>
        <translation>按条件筛选家庭…</translation>
    </message>
    <message>
        <source>Call these families one after the other</source>
        <translation>电话模式：逐个拨打</translation>
    </message>
    <message>
        <source>Dial with the telephone program</source>
        <translation>用电话程序拨号</translation>
    </message>
    <message>
        <source>Not the same family</source>
        <translation>不是同一家庭</translation>
    </message>
    <message>
        <source>Open the left family</source>
        <translation>打开左边的客户</translation>
    </message>
    <message>
        <source>Open the right family</source>
        <translation>打开右边的客户</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>Mask names and numbers for a shared screen</source>
        <translation>共享屏幕时遮住姓名和号码</translation>
    </message>
    <message>
        <source>Daily report…</source>
        <translation>日报…</translation>
    </message>
    <message>
        <source>What was done on this computer</source>
        <translation>本机操作记录</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>No contact for 3 days</source>
        <translation>3 天未联系</translation>
    </message>
    <message>
        <source>No contact for 5 days</source>
        <translation>5 天未联系</translation>
    </message>
    <message>
        <source>No contact for 7 days</source>
        <translation>7 天未联系</translation>
    </message>
    <message>
        <source>A promise is past its time</source>
        <translation>约好的时间已过</translation>
    </message>
    <message>
        <source>Greet the new friend</source>
        <translation>给新好友打招呼</translation>
    </message>
    <message>
        <source>A child&apos;s birthday</source>
        <translation>孩子生日</translation>
    </message>
    <message>
        <source>No homework yesterday</source>
        <translation>昨日未交作业</translation>
    </message>
    <message>
        <source>Deposit paid, balance open</source>
        <translation>付了定金，尾款未付</translation>
    </message>
    <message>
        <source>Families of the team with one phone</source>
        <translation>团队里有客户手机号相同</translation>
    </message>
    <message>
        <source>Not the same family as another</source>
        <translation>与另一位客户不是同一家庭</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>商机关闭</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>阶段变更</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已退营</translation>
    </message>
    <message>
        <source>Missed the lesson</source>
        <translation>缺课</translation>
    </message>
    <message>
        <source>Handed in homework</source>
        <translation>已交作业</translation>
    </message>
    <message>
        <source>Homework reviewed</source>
        <translation>已点评作业</translation>
    </message>
    <message>
        <source>Listened to the review</source>
        <translation>已听点评</translation>
    </message>
    <message>
        <source>Finished the lesson</source>
        <translation>已完课</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已支付</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Friend request sent</source>
        <translation>已发好友申请</translation>
    </message>
    <message>
        <source>Became a friend</source>
        <translation>已加好友</translation>
    </message>
    <message>
        <source>Joined the group</source>
        <translation>已入群</translation>
    </message>
    <message>
        <source>Signed in to the app</source>
        <translation>已登录 App</translation>
    </message>
    <message>
        <source>Lead arrived</source>
        <translation>新线索进入</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>待办完成</translation>
    </message>
    <message>
        <source>You looked at this family</source>
        <translation>你查看了这个家庭</translation>
    </message>
    <message>
        <source>Somebody looked at this family</source>
        <translation>有人查看了这个家庭</translation>
    </message>
    <message>
        <source>%1 looked at this family</source>
        <translation>%1查看了这个家庭</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Overdue since %1</source>
        <translation>已逾期，原定 %1</translation>
    </message>
    <message>
        <source>Overdue since %1: %2</source>
        <translation>已逾期，原定 %1：%2</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation>约好 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Overdue tasks</source>
        <translation>逾期待办</translation>
    </message>
    <message>
        <source>Tasks for today</source>
        <translation>今天的待办</translation>
    </message>
    <message>
        <source>Tasks without a time</source>
        <translation>未定时间的待办</translation>
    </message>
    <message>
        <source>Families with the chips that are on</source>
        <translation>符合所选条件的家庭</translation>
    </message>
    <message>
        <source>Families to turn to today</source>
        <translation>今天要跟进的家庭</translation>
    </message>
    <message>
        <source>Deposit paid %1, balance open</source>
        <translation>%1 付了定金，尾款未付</translation>
    </message>
    <message>
        <source>New friend, not greeted yet</source>
        <translation>新好友，还没打招呼</translation>
    </message>
    <message>
        <source>Missed %1</source>
        <translation>%1 未到课</translation>
    </message>
    <message numerus="yes">
        <source>No contact for %n days</source>
        <translation>
            <numerusform>%n 天未联系</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>%1 未完课</translation>
    </message>
    <message>
        <source>No homework of %1</source>
        <translation>%1 未交作业</translation>
    </message>
    <message>
        <source>Not a friend yet</source>
        <translation>还不是好友</translation>
    </message>
    <message>
        <source>Not in the group yet</source>
        <translation>还没进群</translation>
    </message>
    <message>
        <source>Never signed in to the app</source>
        <translation>从未登录 App</translation>
    </message>
    <message>
        <source>No address for the kit</source>
        <translation>没有收货地址</translation>
    </message>
    <message>
        <source>Kit to ship</source>
        <translation>学具待发货</translation>
    </message>
    <message>
        <source>%1 turns %2 this month</source>
        <translation>%1 这个月满 %2 岁</translation>
    </message>
    <message>
        <source>The child</source>
        <translation>孩子</translation>
    </message>
    <message>
        <source>A family that is not here any more</source>
        <translation>已不在这里的家庭</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 安排</translation>
    </message>
    <message>
        <source>every day until %1</source>
        <translation>每天，到 %1</translation>
    </message>
    <message>
        <source>every workday until %1</source>
        <translation>每个工作日，到 %1</translation>
    </message>
    <message>
        <source>every week until %1</source>
        <translation>每周，到 %1</translation>
    </message>
    <message>
        <source>every month until %1</source>
        <translation>每月，到 %1</translation>
    </message>
</context>
<context>
    <name>ValueTexts</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A custom field and its value: «Visits: 3».</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
</context>
<context>
    <name>WhenDialog</name>
    <message>
        <source>sat 14:00</source>
        <translation>周六 14:00</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Friend</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播到课</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>缺课</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>看回放</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已拉黑</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结营</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已结课</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Deleted me</source>
        <translation>已删我</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>定金</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>Father</source>
        <translation>爸爸</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Full course</source>
        <translation>系统课</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Grandfather</source>
        <translation>爷爷/外公</translation>
    </message>
    <message>
        <source>Grandmother</source>
        <translation>奶奶/外婆</translation>
    </message>
    <message>
        <source>High intention</source>
        <translation>高意向</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>已入群</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>No intention</source>
        <translation>无意向</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>No kit</source>
        <translation>无教具</translation>
    </message>
    <message>
        <source>Team lead</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已流失</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已成交</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>妈妈</translation>
    </message>
    <message>
        <source>Moved to another cohort</source>
        <translation>已调期</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未接</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>未添加</translation>
    </message>
    <message>
        <source>Not in the group</source>
        <translation>未入群</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运营</translation>
    </message>
    <message>
        <source>Other relation</source>
        <translation>其他亲属</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>筹备中</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>潜在</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Relation not known</source>
        <translation>关系未知</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>续报</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>已续报</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>未选结果</translation>
    </message>
    <message>
        <source>Friend added</source>
        <translation>已加好友</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>体验中</translation>
    </message>
    <message>
        <source>Open stage</source>
        <translation>普通阶段</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>开营中</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已寄出</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待进行</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>No tier</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>To be shipped</source>
        <translation>待寄出</translation>
    </message>
    <message>
        <source>Trial camp</source>
        <translation>体验营</translation>
    </message>
    <message>
        <source>Class tutor</source>
        <translation>班主任</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>面访</translation>
    </message>
    <message>
        <source>WeCom</source>
        <translation>企微</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>空号/错号</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>Left the group</source>
        <translation>已退群</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Gave way</source>
        <translation>后到</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Words without a place</source>
        <translation>无处安放的内容</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation>已分开</translation>
    </message>
</context>
<context>
    <name>homeroom::AccountNotice</name>
    <message>
        <source>Your families have left this computer; your team goes on with them. Ask your team lead: if the account is opened again, everything comes back here.</source>
        <translation>你的客户已从这台电脑移除，由团队继续跟进。请联系主管：账号重新启用后，全部内容会回到这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of this computer were refused. The sync centre says which and why.</source>
        <translation>
            <numerusform>这台电脑有 %n 项修改被拒绝，原因见同步中心。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of this computer were not sent yet. For 14 days after the deactivation the server takes them: notes arrive, changes of families become suggestions for your team lead.</source>
        <translation>
            <numerusform>这台电脑还有 %n 项修改没有发出。停用后十四天内服务器仍会接收：跟进照常送达，对客户的修改成为给主管的建议。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of this computer were not sent, and the server takes none any more. They stay here, encrypted, and are sent if the account is opened again. Until then you can copy the text in the sync centre.</source>
        <translation>
            <numerusform>这台电脑有 %n 项修改没有发出，服务器也不再接收。它们加密保留在这里，账号重新启用后会发出；在此之前可以在同步中心复制文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing on this computer waits to be sent.</source>
        <translation>这台电脑没有等待发出的内容。</translation>
    </message>
    <message>
        <source>Your account was deactivated.</source>
        <translation>你的账号已停用。</translation>
    </message>
    <message>
        <source>Open the sync centre</source>
        <translation>打开同步中心</translation>
    </message>
    <message>
        <source>Ask the server again</source>
        <translation>再问一次服务器</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
</context>
<context>
    <name>homeroom::AdminPage</name>
    <message>
        <source>Users and teams</source>
        <translation>成员与团队</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新建成员</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>重设密码</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Move to a team…</source>
        <translation>调整团队…</translation>
    </message>
</context>
<context>
    <name>homeroom::BoardColumn</name>
    <message>
        <source>No card matches</source>
        <translation>没有符合的卡片</translation>
    </message>
    <message>
        <source>No cards</source>
        <translation>暂无卡片</translation>
    </message>
</context>
<context>
    <name>homeroom::BoardPage</name>
    <message>
        <source>There is no pipeline yet.</source>
        <translation>还没有流程。</translation>
    </message>
    <message>
        <source>Operations make pipelines and their stages; they arrive here by themselves.</source>
        <translation>运营设好流程和阶段后，会自动出现在这里。</translation>
    </message>
    <message>
        <source>The board is being read …</source>
        <translation>正在读取看板…</translation>
    </message>
    <message>
        <source>The board cannot be read.</source>
        <translation>看板读取失败。</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it stays so, check the disk.</source>
        <translation>数据没有丢失。请重试；仍然不行时，请检查磁盘。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No families here yet.</source>
        <translation>这里还没有客户。</translation>
    </message>
    <message>
        <source>New leads appear in the first column. You can also write one down yourself.</source>
        <translation>新线索会出现在第一列，也可以自己添加。</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>新线索</translation>
    </message>
    <message>
        <source>No card matches.</source>
        <translation>没有符合的卡片。</translation>
    </message>
    <message>
        <source>Searched are names, phone numbers and children&apos;s names.</source>
        <translation>可搜家长姓名、手机号和学员姓名。</translation>
    </message>
    <message>
        <source>Show all cards</source>
        <translation>显示全部卡片</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>复制手机号</translation>
    </message>
    <message>
        <source>Copy the WeChat name</source>
        <translation>复制微信</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Find on this board  %1</source>
        <translation>在看板中查找  %1</translation>
    </message>
    <message>
        <source>Find on this board</source>
        <translation>在看板中查找</translation>
    </message>
    <message>
        <source>No family of this board has all the chips that are on.</source>
        <translation>这个看板上没有同时符合所选筛选的客户。</translation>
    </message>
    <message>
        <source>Pipelines and views</source>
        <translation>看板与视图</translation>
    </message>
    <message>
        <source>Change the conditions</source>
        <translation>修改条件</translation>
    </message>
    <message>
        <source>No family of this board meets the conditions.</source>
        <translation>看板上没有符合条件的家庭。</translation>
    </message>
</context>
<context>
    <name>homeroom::BulkMenu</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Remove a tag</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Move to stage</source>
        <translation>移动到阶段</translation>
    </message>
    <message>
        <source>Next step at…</source>
        <translation>下一步时间…</translation>
    </message>
    <message>
        <source>Mark as added</source>
        <translation>标记为已加好友</translation>
    </message>
    <message>
        <source>Mark as in the group</source>
        <translation>标记为已进群</translation>
    </message>
    <message>
        <source>Nothing to change: the chosen families are like that already.</source>
        <translation>无需修改：选中的家庭已经是这样。</translation>
    </message>
    <message numerus="yes">
        <source>Next step of %n families</source>
        <translation>
            <numerusform>%n 个家庭的下一步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families moved to %1</source>
        <translation>
            <numerusform>已将 %n 个家庭移动到%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::CallBar</name>
    <message>
        <source>Length of the call: %1</source>
        <translation>通话时长：%1</translation>
    </message>
    <message>
        <source>Call %1 of %2</source>
        <translation>第 %1/%2 个</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>拨号</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>homeroom::CallFlow</name>
    <message>
        <source>Call again</source>
        <translation>再次拨打</translation>
    </message>
    <message>
        <source>Write a message instead of calling</source>
        <translation>改发消息</translation>
    </message>
    <message>
        <source>Ask for the right number</source>
        <translation>询问正确的号码</translation>
    </message>
    <message>
        <source>Add as friend</source>
        <translation>添加好友</translation>
    </message>
    <message>
        <source>Bring into the group</source>
        <translation>拉进群</translation>
    </message>
    <message>
        <source>Remind of the lesson</source>
        <translation>提醒上课</translation>
    </message>
    <message>
        <source>Talk about how the child learns</source>
        <translation>深度沟通学习情况</translation>
    </message>
    <message>
        <source>Offer the course</source>
        <translation>介绍正课</translation>
    </message>
    <message>
        <source>Ask for the balance</source>
        <translation>跟进尾款</translation>
    </message>
    <message>
        <source>Ask how it goes</source>
        <translation>回访学习体验</translation>
    </message>
    <message>
        <source>Ask once more</source>
        <translation>再次询问意向</translation>
    </message>
    <message>
        <source>No call was made.</source>
        <translation>没有拨打电话。</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), %1 talks, %2 minutes</source>
        <translation>
            <numerusform>拨打 %n 个，接通 %1 个，共 %2 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked not to be disturbed.</source>
        <translation>家长要求勿打扰。</translation>
    </message>
    <message>
        <source>No phone is known.</source>
        <translation>没有电话号码。</translation>
    </message>
    <message>
        <source>It is outside of working hours.</source>
        <translation>现在不是工作时间。</translation>
    </message>
</context>
<context>
    <name>homeroom::CardMover</name>
    <message>
        <source>Moved within %1</source>
        <translation>已调整 %1 内的顺序</translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <translation>已移动到 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n cards moved to %1</source>
        <translation>
            <numerusform>%n 张卡片已移动到 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::CatalogueSection</name>
    <message>
        <source>%1 added</source>
        <translation>已添加%1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>已修改%1</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>已移动「%1」</translation>
    </message>
    <message>
        <source>%1 is out of use</source>
        <translation>已停用「%1」</translation>
    </message>
    <message>
        <source>%1 is in use again</source>
        <translation>已启用「%1」</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>这里还没有内容。</translation>
    </message>
    <message>
        <source>Add the first one; everybody sees it after the next sync.</source>
        <translation>添加第一条，下次同步后所有人可见。</translation>
    </message>
    <message>
        <source>Operations can add some.</source>
        <translation>可由运营添加。</translation>
    </message>
    <message>
        <source>Another admin can take you out of use.</source>
        <translation>可以请另一位管理员停用你的账号。</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>停用账号…</translation>
    </message>
</context>
<context>
    <name>homeroom::CentreDetail</name>
    <message>
        <source>The server refused this: %1</source>
        <translation>服务器拒绝了这项修改：%1</translation>
    </message>
    <message>
        <source>Two people changed this without knowing of each other. Decide for each field; everybody who sees the family gets the decision.</source>
        <translation>两个人互不知情地改了同一项。请逐个字段决定，决定会传给能看到该客户的每个人。</translation>
    </message>
    <message>
        <source>Changed by somebody the family was with before. Take it over or leave the record as it is.</source>
        <translation>客户之前的负责人改了这一项。可以采纳，也可以保留现有的值。</translation>
    </message>
    <message>
        <source>Typed for a record that was removed, or too late after a hand-over. Keep the words as a follow-up, or let them go.</source>
        <translation>写给已删除的记录，或转交之后太晚才到。可以存为跟进，也可以放弃。</translation>
    </message>
    <message>
        <source>On its way to the server; nothing to do.</source>
        <translation>正在发往服务器，无需处理。</translation>
    </message>
    <message>
        <source>Kept here until the server has it; nothing to do.</source>
        <translation>服务器收到之前保留在本机，无需处理。</translation>
    </message>
    <message>
        <source>What was typed</source>
        <translation>填写的内容</translation>
    </message>
</context>
<context>
    <name>homeroom::Chip</name>
    <message>
        <source>%1, %2</source>
        <extracomment>A filter chip as a screen reader says it: its label and how many rows it leaves.</extracomment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>homeroom::ChipBar</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>清除全部筛选</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>homeroom::ChoiceButton</name>
    <message>
        <source>(removed)</source>
        <translation>(已删除)</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>homeroom::ColumnHeader</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>Folded. Opens the column.</source>
        <translation>已收起。点击展开此列。</translation>
    </message>
    <message>
        <source>Folds the column.</source>
        <translation>收起此列。</translation>
    </message>
</context>
<context>
    <name>homeroom::ColumnTable</name>
    <message>
        <source>Custom field of this name</source>
        <translation>同名的自定义字段</translation>
    </message>
    <message>
        <source>Where %1 goes</source>
        <translation>%1 对应的字段</translation>
    </message>
    <message>
        <source>not readable</source>
        <extracomment>In place of a cell of a sheet that cannot be read.</extracomment>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>表格内容</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>导入后</translation>
    </message>
    <message>
        <source>Columns of the sheet</source>
        <translation>表格的列</translation>
    </message>
</context>
<context>
    <name>homeroom::ColumnsStep</name>
    <message>
        <source>The sheet has no rows.</source>
        <translation>表格里没有数据行。</translation>
    </message>
    <message>
        <source>Say which column tells known families: map a phone or an external number.</source>
        <translation>请指明用哪一列识别已有客户：对应一列手机号或外部编号。</translation>
    </message>
    <message>
        <source>No column is imported yet.</source>
        <translation>还没有要导入的列。</translation>
    </message>
    <message>
        <source>New families get a card in «%1»</source>
        <translation>新客户的卡片放入「%1」</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>What happens to families that are here already</source>
        <translation>遇到已有客户时</translation>
    </message>
    <message>
        <source>Families are known by</source>
        <translation>识别客户的字段</translation>
    </message>
    <message>
        <source>Words that mean an empty cell</source>
        <translation>视为空白的词</translation>
    </message>
    <message>
        <source>Pasted range</source>
        <translation>粘贴的区域</translation>
    </message>
    <message>
        <source>%1 · %2 rows · %3 columns</source>
        <extracomment>Name of a file, its rows and its columns.</extracomment>
        <translation>%1 · %2 行 · %3 列</translation>
    </message>
    <message>
        <source>as the last time</source>
        <translation>沿用上次的设置</translation>
    </message>
    <message>
        <source>The guardians of all children under 14 in this sheet have agreed that we keep the children&apos;s data</source>
        <translation>表中所有未满 14 岁孩子的监护人均已同意我们保存孩子的信息</translation>
    </message>
</context>
<context>
    <name>homeroom::ConditionBar</name>
    <message>
        <source>Conditions: %1</source>
        <translation>条件：%1</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change the conditions</source>
        <translation>修改条件</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Drop the conditions</source>
        <translation>清除条件</translation>
    </message>
</context>
<context>
    <name>homeroom::ConditionRow</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>判断方式</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>删除这个条件</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1(已删除)</translation>
    </message>
</context>
<context>
    <name>homeroom::ConditionsDialog</name>
    <message>
        <source>Conditions</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Show these families</source>
        <translation>显示这些家庭</translation>
    </message>
    <message>
        <source>Families for which</source>
        <translation>筛选满足以下条件的家庭</translation>
    </message>
    <message>
        <source>These are more than %1 conditions. Remove some.</source>
        <translation>条件超过 %1 个，请删除一些。</translation>
    </message>
    <message>
        <source>Without a condition all families are shown.</source>
        <translation>没有条件时显示全部家庭。</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n 个家庭</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>homeroom::ConsentRow</name>
    <message>
        <source>%1 is not saved yet: under 14 a child&apos;s data is kept only with a guardian&apos;s consent.</source>
        <translation>「%1」尚未保存：未满 14 岁的孩子，须有监护人同意才能保存信息。</translation>
    </message>
    <message>
        <source>The guardian agreed, save</source>
        <translation>监护人已同意，保存</translation>
    </message>
    <message>
        <source>Under 14, and no guardian&apos;s consent is noted</source>
        <translation>未满 14 岁，尚未记录监护人同意</translation>
    </message>
    <message>
        <source>The guardian agreed</source>
        <translation>监护人已同意</translation>
    </message>
    <message>
        <source>Under 14, a guardian agreed</source>
        <translation>未满 14 岁，监护人已同意</translation>
    </message>
    <message>
        <source>Under 14, no consent</source>
        <translation>未满14岁 · 未获同意</translation>
    </message>
    <message>
        <source>Under 14</source>
        <translation>未满14岁</translation>
    </message>
</context>
<context>
    <name>homeroom::ContactsDialog</name>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Another adult</source>
        <translation>另一位家长</translation>
    </message>
</context>
<context>
    <name>homeroom::CustomerPanel</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学情</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Parts of the family</source>
        <translation>客户内容</translation>
    </message>
    <message>
        <source>%1 save · 1–5 result · %2/%3 walk</source>
        <translation>%1 保存 · 1–5 结果 · %2/%3 切换客户</translation>
    </message>
    <message>
        <source>This family is not here any more.</source>
        <translation>这位客户已不在这里。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>It was handed over, merged or deleted. What you typed was not saved: copy it before you close this.</source>
        <translation>已转交、合并或删除。你输入的内容没有保存：请在关闭前复制。</translation>
    </message>
    <message>
        <source>It was handed over, merged or deleted.</source>
        <translation>已转交、合并或删除。</translation>
    </message>
    <message>
        <source>Copy what you typed</source>
        <translation>复制已输入的内容</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>homeroom::CustomersPage</name>
    <message>
        <source>%1 changed</source>
        <translation>已修改%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy phone</source>
        <translation>复制手机号</translation>
    </message>
    <message>
        <source>Copy WeChat</source>
        <translation>复制微信</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>新线索</translation>
    </message>
    <message>
        <source>Name, pinyin, phone, tag</source>
        <translation>姓名、拼音、手机号、标签</translation>
    </message>
    <message>
        <source>Filter families</source>
        <translation>筛选客户</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Reading the families…</source>
        <translation>正在读取客户…</translation>
    </message>
    <message>
        <source>There are no families yet.</source>
        <translation>还没有客户。</translation>
    </message>
    <message>
        <source>Import a list or add a lead.</source>
        <translation>可导入名单或添加线索。</translation>
    </message>
    <message>
        <source>No family matches «%1».</source>
        <translation>没有符合「%1」的客户。</translation>
    </message>
    <message>
        <source>Names, pinyin, phone tails and tags are searched.</source>
        <translation>可搜姓名、拼音、手机尾号和标签。</translation>
    </message>
    <message>
        <source>Show all families</source>
        <translation>显示全部客户</translation>
    </message>
    <message>
        <source>%1 of %2 families</source>
        <translation>%1 / %2 位客户</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>No family has all the chips that are on.</source>
        <translation>没有同时符合所选筛选的客户。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No family meets the conditions.</source>
        <translation>没有符合条件的家庭。</translation>
    </message>
    <message>
        <source>Change the conditions</source>
        <translation>修改条件</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>查重</translation>
    </message>
</context>
<context>
    <name>homeroom::DeactivateDialog</name>
    <message>
        <source>Deactivate %1?</source>
        <translation>停用 %1 的账号？</translation>
    </message>
    <message>
        <source>The person keeps no families.</source>
        <translation>此成员名下没有客户。</translation>
    </message>
    <message numerus="yes">
        <source>%n families stay with the person until somebody hands them over.</source>
        <translation>
            <numerusform>%n 位客户仍在其名下，直到有人转交。</numerusform>
        </translation>
    </message>
    <message>
        <source>The person can no longer sign in, and the families leave the person&apos;s computers; what was typed there offline is still taken for 14 days. %1 This needs the server.</source>
        <extracomment>What it means, and what becomes of the person&apos;s families.</extracomment>
        <translation>此成员将无法再登录，客户会从其电脑上移除；其离线时写的内容 14 天内仍会收下。%1此操作需要连接服务器。</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>This is the last admin. Make somebody else an admin first.</source>
        <translation>这是最后一位管理员。请先让另一位成员成为管理员。</translation>
    </message>
</context>
<context>
    <name>homeroom::DuplicateDetail</name>
    <message numerus="yes">
        <source>%n families have this in common: rather a number or name that was typed for want of one. The oldest of them and one other are shown.</source>
        <translation>
            <numerusform>有 %n 个家庭都是这样：多半是随手填的号码或姓名。这里只列出最早的一个和另外一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Where two values differ (≠), the family that stays keeps its own; a phone that differs becomes a guardian&apos;s. Children, follow-ups, cards and orders of both are kept.</source>
        <translation>有差异（≠）的字段以留下的一方为准，不同的手机号记为监护人号码；双方的学员、跟进、卡片和订单都会保留。</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
</context>
<context>
    <name>homeroom::DuplicatesPage</name>
    <message>
        <source>The families cannot be compared.</source>
        <translation>无法比对客户。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Comparing the families…</source>
        <translation>正在比对客户…</translation>
    </message>
    <message>
        <source>No two families look like one.</source>
        <translation>没有疑似重复的客户。</translation>
    </message>
    <message>
        <source>Phones, WeChat ids and names are compared on this computer, also offline.</source>
        <translation>手机号、微信号和姓名都在本机比对，离线时也一样。</translation>
    </message>
    <message>
        <source>Back to the customers</source>
        <translation>返回客户</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 对</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers are masked for you: that two are the same is told by the server.</source>
        <translation>你看到的号码已脱敏：号码是否相同以服务器提示为准。</translation>
    </message>
    <message>
        <source>Only who may edit both families can merge them.</source>
        <translation>只有能编辑这两位客户的人才能合并。</translation>
    </message>
    <message>
        <source>Merging needs the server, which cannot be reached now. «Not the same» works offline, too.</source>
        <translation>合并需要服务器，现在连接不上。「不是同一家庭」离线也能用。</translation>
    </message>
    <message>
        <source>Not the same family, though: %1</source>
        <extracomment>Why a task is skipped; %1 are the reasons for which the two looked like one family.</extracomment>
        <translation>不是同一家庭，尽管：%1</translation>
    </message>
    <message>
        <source>Not the same family</source>
        <translation>不是同一家庭</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>Families that may be one</source>
        <translation>可能重复的客户</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一家庭</translation>
    </message>
    <message>
        <source>Open the left one</source>
        <translation>打开左边</translation>
    </message>
    <message>
        <source>Open the right one</source>
        <translation>打开右边</translation>
    </message>
</context>
<context>
    <name>homeroom::EditDesk</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
</context>
<context>
    <name>homeroom::ExportDialog</name>
    <message>
        <source>Export families</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>families</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Exported to %1: %2 rows</source>
        <translation>已导出到 %1：%2 行</translation>
    </message>
    <message>
        <source>Families: %1</source>
        <translation>客户：%1</translation>
    </message>
    <message>
        <source>Your role exports at most %1 rows at once; %2 are left out. Filter the list to choose which.</source>
        <translation>你的角色一次最多导出 %1 行，有 %2 行未包含。可以先筛选列表再导出。</translation>
    </message>
    <message>
        <source>Families of others, whose phone, WeChat ID and address are masked: %1</source>
        <translation>他人名下、手机号、微信号和地址已脱敏的客户：%1</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>Headings as in this program</source>
        <translation>列名用程序中的名称</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写入文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Exports are noted on the server first, and it cannot be reached. Nothing was written; try again when you are online.</source>
        <translation>导出需先在服务器留痕，目前连不上服务器。没有写入任何文件，联网后再试。</translation>
    </message>
</context>
<context>
    <name>homeroom::FamilyChip</name>
    <message>
        <source>Add friend</source>
        <translation>待加好友</translation>
    </message>
    <message>
        <source>Bring into group</source>
        <translation>待进群</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>待登录</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>待填地址</translation>
    </message>
    <message>
        <source>Kit to ship</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>Missed yesterday</source>
        <translation>昨日未参课</translation>
    </message>
    <message>
        <source>Missed today</source>
        <translation>今日未参课</translation>
    </message>
    <message>
        <source>Unfinished yesterday</source>
        <translation>昨日未完课</translation>
    </message>
    <message>
        <source>Unfinished today</source>
        <translation>今日未完课</translation>
    </message>
    <message>
        <source>No homework yesterday</source>
        <translation>昨日未交作业</translation>
    </message>
    <message>
        <source>No homework today</source>
        <translation>今日未交作业</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日待跟进</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Silent 3 days</source>
        <translation>3 天未联系</translation>
    </message>
    <message>
        <source>Silent 5 days</source>
        <translation>5 天未联系</translation>
    </message>
    <message>
        <source>Silent 7 days</source>
        <translation>7 天未联系</translation>
    </message>
    <message>
        <source>Deposit only</source>
        <translation>定金未补</translation>
    </message>
    <message>
        <source>To greet</source>
        <translation>待首响</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
</context>
<context>
    <name>homeroom::FamilyChipBar</name>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>筛选 %n 位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::FamilyDeeds</name>
    <message>
        <source>Hand over…</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>Return to the pool…</source>
        <translation>退回公海…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n families</source>
        <translation>
            <numerusform>转交 %n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Card, notes, tasks and history go along. Who hands them over sees them no more.</source>
        <translation>卡片、跟进、待办和历史一并转交。转出后，原班主任不再看到这些客户。</translation>
    </message>
    <message>
        <source>%1 · %2 families</source>
        <extracomment>A tutor and how many families they keep.</extracomment>
        <translation>%1 · %2 位客户</translation>
    </message>
    <message>
        <source>To</source>
        <translation>转给</translation>
    </message>
    <message>
        <source>There is nobody to hand over to.</source>
        <translation>没有可转交的同事。</translation>
    </message>
    <message numerus="yes">
        <source>%n families handed over to %1</source>
        <translation>
            <numerusform>已将 %n 位客户转交给%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return %n families to the pool?</source>
        <translation>
            <numerusform>将 %n 位客户退回公海？</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave this machine, and anybody of the team may claim them. Card, notes and history stay with them.</source>
        <translation>这些客户会从本机移除，团队里任何人都可以领取。卡片、跟进和历史随客户保留。</translation>
    </message>
    <message>
        <source>Return to the pool</source>
        <translation>退回公海</translation>
    </message>
    <message numerus="yes">
        <source>%n families returned to the pool</source>
        <translation>
            <numerusform>已将 %n 位客户退回公海</numerusform>
        </translation>
    </message>
    <message>
        <source>Not here any more</source>
        <translation>已不在本机</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>Two families merged</source>
        <translation>已合并两位客户</translation>
    </message>
    <message>
        <source>Show the contact</source>
        <translation>查看联系方式</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The reason and your name are kept where nobody can change them.</source>
        <translation>原因和你的姓名会记入审计，任何人都不能改动。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Choose who gets them</source>
        <translation>选择接收人</translation>
    </message>
    <message>
        <source>Choose who gets them.</source>
        <translation>请选择接收人。</translation>
    </message>
    <message>
        <source>The two families are apart again</source>
        <translation>两位客户已重新分开</translation>
    </message>
    <message>
        <source>Hand over %1</source>
        <translation>转交 %1</translation>
    </message>
    <message>
        <source>Return %1 to the pool?</source>
        <translation>将 %1 退回公海？</translation>
    </message>
    <message>
        <source>Take the last merge apart…</source>
        <translation>拆分最近一次合并…</translation>
    </message>
    <message>
        <source>Take this family and %1 apart?</source>
        <translation>把这位客户与 %1 拆分？</translation>
    </message>
    <message>
        <source>the other one</source>
        <translation>另一位</translation>
    </message>
    <message>
        <source>What came with the merge goes back to the other family: its children, cards, notes and orders. What was added since stays here.</source>
        <translation>合并时带来的内容回到另一位客户名下：孩子、卡片、跟进和订单。之后新增的内容留在这里。</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Say why you need the contact.</source>
        <translation>请说明为什么需要联系方式。</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>正在等待服务器…</translation>
    </message>
    <message>
        <source>The server has not answered yet. You can cancel the waiting: it may be done all the same, and you are told when the answer comes.</source>
        <translation>服务器还没有回应。可以取消等待：操作仍可能完成，收到结果后会告诉你。</translation>
    </message>
    <message>
        <source>The server has not answered yet. You can cancel and ask again later.</source>
        <translation>服务器还没有回应。可以取消，稍后再试。</translation>
    </message>
</context>
<context>
    <name>homeroom::FamilyHeader</name>
    <message>
        <source>Copy phone</source>
        <translation>复制手机号</translation>
    </message>
    <message>
        <source>Copy WeChat</source>
        <translation>复制微信</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Intention score</source>
        <translation>意向分</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>无手机号</translation>
    </message>
    <message>
        <source>↻ Not sent yet</source>
        <translation>↻ 待发送</translation>
    </message>
    <message>
        <source>! Conflict to decide</source>
        <translation>! 冲突待处理</translation>
    </message>
    <message>
        <source>in the pool</source>
        <translation>在线索池</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>班主任 %1</translation>
    </message>
    <message>
        <source>Show contact…</source>
        <translation>查看联系方式…</translation>
    </message>
</context>
<context>
    <name>homeroom::FieldBlock</name>
    <message>
        <source>Suggested</source>
        <translation>建议的值</translation>
    </message>
    <message>
        <source>The later change</source>
        <translation>较晚的修改</translation>
    </message>
    <message>
        <source>The record now</source>
        <translation>现有的值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>3 · Another</source>
        <extracomment>The line for a value that is neither of the two; 3 is its key.</extracomment>
        <translation>3 · 其他值</translation>
    </message>
</context>
<context>
    <name>homeroom::FieldControl</name>
    <message>
        <source>Words, with commas between</source>
        <translation>多个词用逗号隔开</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>homeroom::FieldEditor</name>
    <message>
        <source>There are no tags yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Masked by the privacy mode. Switch it off to edit this.</source>
        <translation>隐私模式下已遮住。关闭隐私模式后才能修改。</translation>
    </message>
</context>
<context>
    <name>homeroom::FieldsTab</name>
    <message>
        <source>Add a child</source>
        <translation>添加学员</translation>
    </message>
    <message>
        <source>Add a guardian</source>
        <translation>添加监护人</translation>
    </message>
    <message>
        <source>Child added</source>
        <translation>已添加学员</translation>
    </message>
    <message>
        <source>Guardian added</source>
        <translation>已添加监护人</translation>
    </message>
</context>
<context>
    <name>homeroom::FirstSyncDialog</name>
    <message>
        <source>First sync</source>
        <translation>首次同步</translation>
    </message>
    <message>
        <source>Getting your families</source>
        <translation>正在获取你的客户</translation>
    </message>
    <message>
        <source>This happens once on each computer. Afterwards everything opens from here, also without a network.</source>
        <translation>每台电脑只需一次。之后都从本机打开，没有网络也能用。</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>homeroom::FollowUpBox</name>
    <message>
        <source>Kind of follow-up</source>
        <translation>跟进方式</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>聊了什么？</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>跟进情况</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>When: sat 14:00</source>
        <translation>时间：周六 14:00</translation>
    </message>
    <message>
        <source>When the next step is due</source>
        <translation>下一步时间</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write what happened, or choose a result.</source>
        <translation>请填写跟进情况，或选择结果。</translation>
    </message>
    <message>
        <source>Follow-up saved</source>
        <translation>已保存跟进</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
</context>
<context>
    <name>homeroom::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>homeroom::GroupEditor</name>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件之间的关系</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>满足全部条件</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>满足任一条件</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>添加条件组</translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation>删除条件组</translation>
    </message>
</context>
<context>
    <name>homeroom::HistoryDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增%1</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>删除%1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>操作步骤</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>What the step changed</source>
        <translation>这一步的修改</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>打开家庭</translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>撤销这一步</translation>
    </message>
    <message>
        <source>What was done on this computer</source>
        <translation>本机操作记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 (undone)</source>
        <translation>%1（已撤销）</translation>
    </message>
    <message>
        <source>Nothing was done on this computer yet.</source>
        <translation>这台电脑上还没有操作。</translation>
    </message>
</context>
<context>
    <name>homeroom::ImportDialog</name>
    <message>
        <source>Import families</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>Import: rehearsal</source>
        <translation>导入：预演</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose a list of families</source>
        <translation>选择客户名单</translation>
    </message>
    <message>
        <source>Sheets as text (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>文本表格 (*.csv *.txt *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>It is not a table as CSV: %1</source>
        <translation>不是有效的 CSV 表格：%1</translation>
    </message>
    <message>
        <source>Imported a pasted range</source>
        <translation>导入了粘贴的区域</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>导入了 %1</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>没有可导入的行</translation>
    </message>
    <message>
        <source>Import 1 row</source>
        <translation>导入 1 行</translation>
    </message>
    <message>
        <source>Import %1 rows</source>
        <translation>导入 %1 行</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Import: columns</source>
        <translation>导入：列对应</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the import?</source>
        <translation>要离开导入吗？</translation>
    </message>
    <message>
        <source>Nothing is imported yet, and what you chose for the columns is lost.</source>
        <translation>还没有导入任何内容，你为各列所做的选择将会丢失。</translation>
    </message>
    <message>
        <source>Leave the import</source>
        <translation>离开导入</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>homeroom::LearningTab</name>
    <message>
        <source>Not enrolled in a cohort yet.</source>
        <translation>还没有报名营期。</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>未解锁</translation>
    </message>
    <message>
        <source>No news yet</source>
        <translation>暂无学情</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完课</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>review heard</source>
        <translation>已听点评</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已点评</translation>
    </message>
    <message>
        <source>homework in</source>
        <translation>已交作业</translation>
    </message>
    <message>
        <source>no homework</source>
        <translation>未交作业</translation>
    </message>
</context>
<context>
    <name>homeroom::LeftOutDialog</name>
    <message>
        <source>Move to %1</source>
        <translation>移动到%1</translation>
    </message>
    <message>
        <source>%1 of %2 families moved to %3</source>
        <translation>%2 个家庭中有 %1 个已移动到%3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Has no card in this pipeline</source>
        <translation>在这个流程里没有商机</translation>
    </message>
    <message>
        <source>Has several cards: move the one that is meant on the board</source>
        <translation>有多个商机：请在看板上移动要改的那一个</translation>
    </message>
    <message>
        <source>Is not here any more</source>
        <translation>已不在本机</translation>
    </message>
    <message>
        <source>Is there already</source>
        <translation>已经在该阶段</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What became of the families</source>
        <translation>每个家庭的结果</translation>
    </message>
</context>
<context>
    <name>homeroom::LostDialog</name>
    <message>
        <source>Move to %1</source>
        <translation>移动到「%1」</translation>
    </message>
    <message numerus="yes">
        <source>The reason is kept with each of %n family(s).</source>
        <translation>
            <numerusform>原因会记到这 %n 位客户名下。</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason is kept with the family.</source>
        <translation>原因会记到客户名下。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Price is too high</source>
        <translation>价格太高</translation>
    </message>
    <message>
        <source>No time for lessons</source>
        <translation>没时间上课</translation>
    </message>
    <message>
        <source>Chose another course</source>
        <translation>选了别家课程</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>联系不上</translation>
    </message>
    <message>
        <source>The child is not interested</source>
        <translation>孩子没兴趣</translation>
    </message>
    <message>
        <source>Course does not fit the grade</source>
        <translation>课程与年级不符</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>空号/错号</translation>
    </message>
    <message>
        <source>Choose a reason or write one</source>
        <translation>选择或填写原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say why: it decides what is offered next time.</source>
        <translation>请填写原因，以便下次推荐合适的课程。</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>把「%1」移到「%2」</translation>
    </message>
</context>
<context>
    <name>homeroom::MainWindow</name>
    <message>
        <source>%1 – Homeroom</source>
        <translation>%1 – Homeroom</translation>
    </message>
    <message>
        <source>Homeroom</source>
        <translation>Homeroom</translation>
    </message>
</context>
<context>
    <name>homeroom::MergeDialog</name>
    <message>
        <source>In the pool</source>
        <translation>在公海</translation>
    </message>
    <message>
        <source>Kept by %1</source>
        <translation>负责人：%1</translation>
    </message>
    <message>
        <source>No child written down</source>
        <translation>没有登记学员</translation>
    </message>
    <message>
        <source>Children: %1</source>
        <translation>学员：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 张卡片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n 条跟进</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge two families</source>
        <translation>合并两位客户</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Children, cards, notes and orders of both are kept in the one that stays. Empty fields are filled from the other.</source>
        <translation>两边的学员、卡片、跟进和订单都保留在留下的客户里，空字段由另一位补全。</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Which one stays?</source>
        <translation>保留哪一位？</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>合并结果</translation>
    </message>
    <message>
        <source>«%1» stays. «%2» goes into it and is no family of its own any more.</source>
        <translation>保留「%1」。「%2」并入其中，不再是单独的客户。</translation>
    </message>
    <message>
        <source>«%1» stays. «%2» goes into it and is no family of its own any more; the number is kept as a guardian&apos;s.</source>
        <translation>保留「%1」。「%2」并入其中，不再是单独的客户，其号码作为监护人的号码保留。</translation>
    </message>
</context>
<context>
    <name>homeroom::MoveUserDialog</name>
    <message>
        <source>Move %1 to another team</source>
        <translation>把 %1 调到另一个团队</translation>
    </message>
    <message>
        <source>The person&apos;s families go along: the lead of the new team sees them, the lead of the old one no more. This needs the server.</source>
        <translation>其名下的客户随人走：新团队的主管能看到，原团队的主管不再看到。此操作需要连接服务器。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>This role works in a team.</source>
        <translation>此角色须属于一个团队。</translation>
    </message>
    <message>
        <source>Choose another team.</source>
        <translation>请选择另一个团队。</translation>
    </message>
    <message>
        <source>Somebody moved the person meanwhile. Look at it again after the next sync.</source>
        <translation>其间有人调整了此成员的团队。请在下次同步后再看。</translation>
    </message>
</context>
<context>
    <name>homeroom::NewCustomerDialog</name>
    <message>
        <source>A name or a phone is needed.</source>
        <translation>请填姓名或手机号。</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>新线索</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>家长</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Child and grade</source>
        <translation>学员和年级</translation>
    </message>
    <message>
        <source>Channel and cohort</source>
        <translation>渠道和营期</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Parent&apos;s name</source>
        <translation>家长姓名</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Child&apos;s name</source>
        <translation>学员姓名</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>年级</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>营期</translation>
    </message>
    <message>
        <source>Grade not known</source>
        <translation>年级未知</translation>
    </message>
    <message>
        <source>No channel</source>
        <translation>无渠道</translation>
    </message>
    <message>
        <source>No cohort</source>
        <translation>无营期</translation>
    </message>
    <message>
        <source>This is no phone number. A number from abroad begins with +.</source>
        <translation>手机号不对。境外号码请以 + 开头。</translation>
    </message>
    <message>
        <source>Lead added</source>
        <translation>已添加线索</translation>
    </message>
    <message>
        <source>Under 14: a guardian agreed that we keep the child&apos;s data</source>
        <translation>未满 14 岁：监护人同意我们保存孩子的信息</translation>
    </message>
    <message>
        <source>Under 14 a child is saved only with a guardian&apos;s consent. Tick it when they agreed, or leave the grade open until they do.</source>
        <translation>未满 14 岁的孩子须有监护人同意才能保存。监护人同意后请勾选，或先不填年级。</translation>
    </message>
</context>
<context>
    <name>homeroom::OpenWindow</name>
    <message>
        <source>Sign out now?</source>
        <translation>现在退出登录？</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not been sent. They stay on this computer, encrypted, but who signs out of a deactivated account cannot sign in again: they are sent only if it is opened again.</source>
        <translation>
            <numerusform>还有 %n 项修改没有发出。它们加密保留在这台电脑上；但账号已停用，退出后无法再登录，只有账号重新启用才会发出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not been sent yet. They stay on this computer, encrypted, and are sent when you sign in here again; nobody else can. Until then your team does not see them.</source>
        <translation>
            <numerusform>还有 %n 项修改没有发出。它们加密保留在这台电脑上，等你在这里再次登录后发出；其他人不能在这里登录。在此之前团队看不到它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>保持登录</translation>
    </message>
</context>
<context>
    <name>homeroom::OperandField</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>homeroom::OperationsPage</name>
    <message>
        <source>Remove the stage «%1»</source>
        <translation>删除阶段「%1」</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) stand in it. Where shall they go?</source>
        <translation>
            <numerusform>其中有 %n 张卡片，要移到哪里？</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Add another stage first.</source>
        <translation>请先添加另一个阶段。</translation>
    </message>
    <message>
        <source>Move and remove</source>
        <translation>移动并删除</translation>
    </message>
    <message>
        <source>Stage «%1» removed</source>
        <translation>已删除阶段「%1」</translation>
    </message>
    <message>
        <source>«%1» removed</source>
        <translation>已删除「%1」</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运营</translation>
    </message>
    <message>
        <source>Pipelines and stages</source>
        <translation>流程与阶段</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>自定义字段</translation>
    </message>
    <message numerus="yes">
        <source>%n families got their channel</source>
        <translation>
            <numerusform>已为 %n 位客户匹配渠道</numerusform>
        </translation>
    </message>
    <message>
        <source>Match source texts</source>
        <translation>匹配来源文字</translation>
    </message>
    <message>
        <source>«%1» (%2)</source>
        <extracomment>A source text and how many families have it.</extracomment>
        <translation>「%1」（%2）</translation>
    </message>
    <message>
        <source>No family has a source text that names a channel.</source>
        <translation>没有家庭的来源文字与渠道名称相符。</translation>
    </message>
    <message numerus="yes">
        <source>%n texts have no channel: %1</source>
        <translation>
            <numerusform>有 %n 种来源文字没有对应渠道：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>homeroom::OrderDialog</name>
    <message>
        <source>Move to %1</source>
        <translation>移动到「%1」</translation>
    </message>
    <message numerus="yes">
        <source>An order of this amount is made for each of %n family(s).</source>
        <translation>
            <numerusform>将为这 %n 位客户各建一笔此金额的订单。</numerusform>
        </translation>
    </message>
    <message>
        <source>The order is saved together with the move.</source>
        <translation>订单会随移动一起保存。</translation>
    </message>
    <message>
        <source>Move and save the order</source>
        <translation>移动并保存订单</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Amount in yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>There is no product yet. Operations add them under Products.</source>
        <translation>还没有产品，可由运营在「产品」中添加。</translation>
    </message>
    <message>
        <source>Write an amount such as 2990 or 9.90.</source>
        <translation>请填金额，如 2990 或 9.90。</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>把「%1」移到「%2」</translation>
    </message>
</context>
<context>
    <name>homeroom::OrdersTab</name>
    <message>
        <source>Nothing was bought yet.</source>
        <translation>还没有订单。</translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation>%1 支付</translation>
    </message>
    <message>
        <source>%1 given back %2</source>
        <translation>已退 %1 · %2</translation>
    </message>
</context>
<context>
    <name>homeroom::PageViews</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>请填视图名称。</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存为视图</translation>
    </message>
    <message>
        <source>View saved</source>
        <translation>已保存视图</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>保存当前筛选和列</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>View renamed</source>
        <translation>已重命名视图</translation>
    </message>
    <message>
        <source>Delete the view «%1»?</source>
        <translation>删除视图「%1」？</translation>
    </message>
    <message>
        <source>The families in it stay.</source>
        <translation>其中的客户不受影响。</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>View deleted</source>
        <translation>已删除视图</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>仅自己可见</translation>
    </message>
    <message>
        <source>For everybody in my team</source>
        <translation>团队共享</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>可见范围</translation>
    </message>
</context>
<context>
    <name>homeroom::Palette</name>
    <message>
        <source>Name, pinyin, initials, phone tail, note or command</source>
        <translation>姓名、拼音、首字母、手机尾号、跟进内容或命令</translation>
    </message>
    <message>
        <source>Search families, notes and commands</source>
        <translation>搜索客户、跟进和命令</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter open · Esc close</source>
        <translation>↑ ↓ 选择 · Enter 打开 · Esc 关闭</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing here fits this.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Try a part of the name, its initials, or the last digits of the phone.</source>
        <translation>可以只输入姓名的一部分、拼音首字母或手机号后几位。</translation>
    </message>
</context>
<context>
    <name>homeroom::PasswordDialog</name>
    <message>
        <source>New password for %1</source>
        <translation>重设 %1 的密码</translation>
    </message>
    <message>
        <source>The person is signed out everywhere and signs in with the new password.</source>
        <translation>对方会在所有设备上退出，需用新密码重新登录。</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>重设密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>新密码</translation>
    </message>
</context>
<context>
    <name>homeroom::PhoneHint</name>
    <message>
        <source>A family without a name</source>
        <translation>一位未填姓名的客户</translation>
    </message>
    <message>
        <source>%1 has a number that looks the same; it is hidden from you.</source>
        <translation>%1 的号码看起来相同，但对你脱敏，无法确定。</translation>
    </message>
    <message>
        <source>%1 already has this phone.</source>
        <translation>%1 已使用这个手机号。</translation>
    </message>
    <message>
        <source>A guardian of %1 already has this phone.</source>
        <translation>%1 的监护人已使用这个手机号。</translation>
    </message>
    <message>
        <source>%1, a guardian of %2, already has this phone.</source>
        <translation>%2 的监护人 %1 已使用这个手机号。</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>打开客户</translation>
    </message>
</context>
<context>
    <name>homeroom::PlannedRowsModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行内容</translation>
    </message>
    <message>
        <source>What changes, and why</source>
        <translation>变化与原因</translation>
    </message>
</context>
<context>
    <name>homeroom::PoolModel</name>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>家长</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>A lead for</source>
        <translation>线索时长</translation>
    </message>
</context>
<context>
    <name>homeroom::PoolPage</name>
    <message numerus="yes">
        <source>%n families are yours now</source>
        <translation>
            <numerusform>已领取 %n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>You keep %1 families; %2 is the most. Return some to the pool first.</source>
        <translation>你已有 %1 位客户，上限 %2 位。请先退回一些到公海。</translation>
    </message>
    <message>
        <source>Somebody else was faster; the list is read again. Nothing was taken.</source>
        <translation>被别人先领取了，列表已重新读取。这次没有领取任何客户。</translation>
    </message>
    <message>
        <source>The pool is only there online.</source>
        <translation>公海需要联网查看。</translation>
    </message>
    <message>
        <source>Its families are on nobody&apos;s machine. Everything else works offline.</source>
        <translation>公海的客户不存在任何人的电脑上。其他功能离线照常可用。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The pool cannot be read.</source>
        <translation>无法读取公海。</translation>
    </message>
    <message>
        <source>Reading the pool …</source>
        <translation>正在读取公海…</translation>
    </message>
    <message>
        <source>Nobody in the pool matches.</source>
        <translation>公海里没有符合的客户。</translation>
    </message>
    <message>
        <source>Name, city, campaign and source are searched; numbers are not.</source>
        <translation>可搜姓名、城市、活动和来源，不搜号码。</translation>
    </message>
    <message>
        <source>Show all of the pool</source>
        <translation>显示整个公海</translation>
    </message>
    <message>
        <source>The pool is empty.</source>
        <translation>公海是空的。</translation>
    </message>
    <message>
        <source>Families that are returned or not yet given to anybody appear here.</source>
        <translation>退回的或还没分配的客户会出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Claim %n families</source>
        <translation>
            <numerusform>领取 %n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>领取</translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>共 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>You keep %1 of at most %2</source>
        <translation>你有 %1 位，上限 %2 位</translation>
    </message>
    <message>
        <source>Lead pool</source>
        <translation>线索池</translation>
    </message>
    <message>
        <source>Name, city, source</source>
        <translation>姓名、城市、来源</translation>
    </message>
    <message>
        <source>Find in the pool</source>
        <translation>在公海中查找</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
</context>
<context>
    <name>homeroom::ProgressRow</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>Rate of an import or a sync: rows in a second.</extracomment>
        <translation>%1 条/秒</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>homeroom::RacePane</name>
    <message>
        <source>Against the same day of the cohorts before</source>
        <translation>与前几期同一天相比</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本期</translation>
    </message>
</context>
<context>
    <name>homeroom::Rail</name>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Privacy mode</source>
        <translation>隐私模式</translation>
    </message>
</context>
<context>
    <name>homeroom::RecordDialog</name>
    <message>
        <source>New: %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>编辑%1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This must be filled in.</source>
        <translation>此项必填。</translation>
    </message>
</context>
<context>
    <name>homeroom::RecordFields</name>
    <message>
        <source>%1 changed</source>
        <translation>已修改%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A field and its value: «City: Wuhan».</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Under 14 a child&apos;s data is kept only with a guardian&apos;s consent. Who took it back wants the age and the grade deleted first.</source>
        <translation>未满 14 岁的孩子，须有监护人同意才能保存信息。监护人撤回同意时，请先清空出生年月和年级。</translation>
    </message>
    <message>
        <source>Consent of a guardian noted</source>
        <translation>已记录监护人同意</translation>
    </message>
</context>
<context>
    <name>homeroom::RefusalWatch</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A family, and what happened to the person&apos;s decision about it.
----------
A family and record, and why the server refused the change.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n change(s).</source>
        <translation>
            <numerusform>服务器拒绝了 %n 项修改。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>homeroom::RehearsalStep</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Like another family</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>The rehearsal was cancelled; only the rows below were tried.</source>
        <translation>预演已取消，只试了下面这些行。</translation>
    </message>
    <message>
        <source>Rows with a channel that is not here: %1. It is kept as source text and can be matched later.</source>
        <translation>渠道不存在的行：%1。已保留为来源文字，以后可以匹配。</translation>
    </message>
    <message>
        <source>New custom fields: %1.</source>
        <translation>新的自定义字段：%1。</translation>
    </message>
    <message>
        <source>Trying every row; nothing is written yet</source>
        <translation>正在逐行预演，尚未写入任何内容</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Fields of the row</source>
        <translation>这一行的字段</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>表格的行</translation>
    </message>
    <message>
        <source>Columns without a custom field here: %1. Their values stand under «Fields» of each family.</source>
        <translation>这里没有对应自定义字段的列：%1。它们的值显示在每个家庭的「资料」中。</translation>
    </message>
</context>
<context>
    <name>homeroom::ReportDialog</name>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 calls, %2 of them talks, %3 minutes</source>
        <translation>电话 %1 个，接通 %2 个，共 %3 分钟</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>cohort, day</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 %2/%3 (%4)</source>
        <comment>metric, numerator, denominator, rate</comment>
        <translation>%1 %2/%3（%4）</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>日报 %1</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>跟进</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n 个家庭</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>消息 %1 条</translation>
    </message>
    <message>
        <source>%1 visits</source>
        <translation>面谈 %1 次</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>%1 new friends</source>
        <translation>新加好友 %1 个</translation>
    </message>
    <message>
        <source>%1 joined the group</source>
        <translation>进群 %1 个</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>%1 courses, %2</source>
        <translation>成交 %1 单 %2</translation>
    </message>
    <message>
        <source>%1 deposits, %2</source>
        <translation>定金 %1 单 %2</translation>
    </message>
    <message>
        <source>%1 refunds, %2</source>
        <translation>退款 %1 单 %2</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>完成 %1 项</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>未完成 %1 项</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message numerus="yes">
        <source>%n families planned</source>
        <translation>
            <numerusform>已约 %n 个家庭</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>待办 %1 项</translation>
    </message>
    <message>
        <source>Draft it anew</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Daily report</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>There is nothing to copy.</source>
        <translation>没有可复制的内容。</translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation>日报已复制</translation>
    </message>
    <message>
        <source>The day cannot be read. Try again.</source>
        <translation>无法读取今天的数据，请重试。</translation>
    </message>
</context>
<context>
    <name>homeroom::ResultStep</name>
    <message>
        <source>New families: %1</source>
        <translation>新建客户：%1</translation>
    </message>
    <message>
        <source>Families changed: %1</source>
        <translation>更新客户：%1</translation>
    </message>
    <message>
        <source>Rows left as they were: %1</source>
        <translation>保持不变的行：%1</translation>
    </message>
    <message>
        <source>Rows that failed: %1</source>
        <translation>失败的行：%1</translation>
    </message>
    <message>
        <source>The failed rows are in %1</source>
        <translation>失败的行保存在 %1</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何变化。</translation>
    </message>
    <message>
        <source>The import was undone</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>The import stopped</source>
        <translation>导入中断</translation>
    </message>
    <message>
        <source>The import was cancelled; what was done stays</source>
        <translation>导入已取消，已完成的部分保留</translation>
    </message>
    <message>
        <source>The import is done</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Open rejected rows</source>
        <translation>打开失败的行</translation>
    </message>
    <message>
        <source>Families taken out again: %1</source>
        <translation>已撤回的新家庭：%1</translation>
    </message>
    <message>
        <source>Families as they were before: %1</source>
        <translation>已恢复原样的家庭：%1</translation>
    </message>
</context>
<context>
    <name>homeroom::SettingsDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Press Enter on a line and then the new keys.</source>
        <translation>选中一行按 Enter，再按新的快捷键。</translation>
    </message>
    <message>
        <source>%1 means two things in one place. Change one of them.</source>
        <translation>%1 在同一处有两个用途，请改掉其中一个。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Folder of the encrypted profile</source>
        <translation>加密数据文件夹</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>恢复默认快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Tell me when something is due</source>
        <translation>到时间提醒我</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock while nobody uses the program</source>
        <translation>无人操作时自动锁定</translation>
    </message>
</context>
<context>
    <name>homeroom::Shell</name>
    <message>
        <source>Undone: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运营</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Again: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Sync centre</source>
        <translation>同步中心</translation>
    </message>
    <message>
        <source>Lead pool</source>
        <translation>线索池</translation>
    </message>
    <message>
        <source>Save it to send it again. Until then it stays in the sync centre, too.</source>
        <translation>保存后会重新发送。在此之前，同步中心里仍保留这一条。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>There is no family to call here.</source>
        <translation>这里没有可拨打的家庭。</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>A sheet cannot be masked. Switch the privacy mode off to import one.</source>
        <translation>表格内容无法遮住。请先关闭隐私模式再导入。</translation>
    </message>
</context>
<context>
    <name>homeroom::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Single letters act only while no text field has the focus. Esc closes.</source>
        <translation>在输入框中时，单字母快捷键不生效。按 Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>homeroom::SignInDialog</name>
    <message>
        <source>Type your sign-in name.</source>
        <translation>请填登录名。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请填密码。</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Type the address of your company&apos;s server, as https://homeroom.example.</source>
        <translation>请填公司服务器地址，如 https://homeroom.example。</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>地址须以 https:// 开头。</translation>
    </message>
    <message>
        <source>Sign in to Homeroom</source>
        <translation>登录 Homeroom</translation>
    </message>
    <message>
        <source>Your families are kept encrypted on this computer; the system&apos;s keychain holds the key.</source>
        <translation>客户数据加密保存在本机，密钥由系统钥匙串保管。</translation>
    </message>
    <message>
        <source>Your families are kept encrypted on this computer. It has no keychain: choose a passphrase and type it at every start.</source>
        <translation>客户数据加密保存在本机。这台电脑没有系统钥匙串，请设置一个口令，每次启动时输入。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Passphrase of this computer</source>
        <translation>本机口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>What is on this computer stays; it is synced again after you have signed in.</source>
        <translation>这台电脑上的内容会保留；登录后继续同步。</translation>
    </message>
</context>
<context>
    <name>homeroom::SourceStep</name>
    <message>
        <source>Bring in a list of families</source>
        <translation>导入客户名单</translation>
    </message>
    <message>
        <source>Choose a CSV file, drop one here, or copy a range in your spreadsheet and press %1.</source>
        <translation>选择 CSV 文件，或把文件拖到这里，也可以在电子表格中复制一个区域后按 %1。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Reading the sheet…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>The sheet could not be read</source>
        <translation>无法读取表格</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
</context>
<context>
    <name>homeroom::StartFlow</name>
    <message>
        <source>Homeroom cannot open this profile</source>
        <translation>Homeroom 无法打开本机数据</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>homeroom::StatusLine</name>
    <message>
        <source>Not synced yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>已同步 %1</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>同步中…</translation>
    </message>
    <message>
        <source>Offline · as of %1</source>
        <translation>离线 · 截至 %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 条待发</translation>
    </message>
    <message>
        <source>Open the sync centre</source>
        <translation>打开同步中心</translation>
    </message>
    <message>
        <source>Sign in again · as of %1</source>
        <translation>需要重新登录 · 截至 %1</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>需要重新登录</translation>
    </message>
    <message>
        <source>Cannot sync · as of %1</source>
        <translation>无法同步 · 截至 %1</translation>
    </message>
    <message>
        <source>Cannot sync</source>
        <translation>无法同步</translation>
    </message>
    <message>
        <source>1 needs attention</source>
        <translation>1 条需要处理</translation>
    </message>
    <message>
        <source>%1 need attention</source>
        <translation>%1 条需要处理</translation>
    </message>
    <message>
        <source>1 to decide</source>
        <translation>1 项待决定</translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation>%1 项待决定</translation>
    </message>
    <message>
        <source>Account deactivated</source>
        <translation>账号已停用</translation>
    </message>
    <message>
        <source>Privacy mode: names are masked</source>
        <translation>隐私模式：姓名已遮住</translation>
    </message>
    <message>
        <source>Show names and numbers again</source>
        <translation>恢复显示姓名和号码</translation>
    </message>
</context>
<context>
    <name>homeroom::SyncCentreDialog</name>
    <message>
        <source>Nothing needs you.</source>
        <translation>没有需要处理的事项。</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sync centre</source>
        <translation>同步中心</translation>
    </message>
    <message>
        <source>J and K: next, previous · 1, 2, 3: choose · Enter: apply</source>
        <translation>J、K：下一条、上一条 · 1、2、3：选择 · Enter：应用</translation>
    </message>
    <message>
        <source>All of your work is with the server, and nobody wanted anything otherwise.</source>
        <translation>你的修改都已到达服务器，也没有人另有主张。</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
</context>
<context>
    <name>homeroom::TaskDialog</name>
    <message>
        <source>New task</source>
        <translation>新建待办</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every workday</source>
        <translation>每个工作日</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>12-31</source>
        <translation>12-31</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Comes again</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我自己</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>请写下要做什么。</translation>
    </message>
    <message>
        <source>A task that comes again needs a first time.</source>
        <translation>重复的待办需要写明首次时间。</translation>
    </message>
    <message>
        <source>A task that comes again needs a last day.</source>
        <translation>重复的待办需要写明截止日期。</translation>
    </message>
    <message>
        <source>The last day is before the first time.</source>
        <translation>截止日期早于首次时间。</translation>
    </message>
</context>
<context>
    <name>homeroom::TierBadge</name>
    <message>
        <source>No tier yet</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation>%1 级</translation>
    </message>
</context>
<context>
    <name>homeroom::TimelineView</name>
    <message>
        <source>Take apart…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Take apart the merge with another family</source>
        <translation>拆分与另一位客户的合并</translation>
    </message>
    <message>
        <source>Take apart the merge with %1</source>
        <translation>拆分与 %1 的合并</translation>
    </message>
</context>
<context>
    <name>homeroom::Toast</name>
    <message>
        <source>Close message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>homeroom::TodayDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>homeroom::TodayPage</name>
    <message>
        <source>Done, and planned again: %1</source>
        <translation>已完成，并已排好下一次：%1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Next step done: %1</source>
        <translation>下一步已完成：%1</translation>
    </message>
    <message>
        <source>Put off to %1: %2</source>
        <translation>已推迟到 %1:%2</translation>
    </message>
    <message>
        <source>Put off to</source>
        <translation>推迟到</translation>
    </message>
    <message>
        <source>&amp;%1  %2</source>
        <translation>&amp;%1  %2</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>一小时后</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>其他时间…</translation>
    </message>
    <message>
        <source>Skip the task</source>
        <translation>跳过待办</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Why it is not done</source>
        <translation>为什么不做</translation>
    </message>
    <message>
        <source>Write why, so that nobody asks again.</source>
        <translation>写下原因，免得再有人问。</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>Task added: %1</source>
        <translation>已添加待办：%1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation>稍后…</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>跳过…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy phone</source>
        <translation>复制手机号</translation>
    </message>
    <message>
        <source>Copy WeChat</source>
        <translation>复制微信号</translation>
    </message>
    <message>
        <source>New task about this family…</source>
        <translation>给这个家庭新建待办…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建待办</translation>
    </message>
    <message>
        <source>The plan of today</source>
        <translation>今天的计划</translation>
    </message>
    <message>
        <source>This task is about no family.</source>
        <translation>这条待办不关联家庭。</translation>
    </message>
    <message>
        <source>Looking for what is due today…</source>
        <translation>正在整理今天要做的事…</translation>
    </message>
    <message>
        <source>No family has all the chips that are on.</source>
        <translation>没有家庭同时符合所选条件。</translation>
    </message>
    <message>
        <source>Show the plan of today</source>
        <translation>显示今天的计划</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>今天没有要做的事。</translation>
    </message>
    <message>
        <source>Nobody waits for you. What you plan for today or promise a family shows up here.</source>
        <translation>没有人在等你。为今天安排的、答应家长的事，都会出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue task(s)</source>
        <translation>
            <numerusform>%n 条逾期待办</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) for today</source>
        <translation>
            <numerusform>今天 %n 条待办</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n 个家庭</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip the family today</source>
        <translation>今天跳过这个家庭</translation>
    </message>
    <message>
        <source>Skipped today: %1</source>
        <translation>今天已跳过：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n families</source>
        <translation>
            <numerusform>%1:%n 个家庭</numerusform>
        </translation>
    </message>
    <message>
        <source>Daily report</source>
        <translation>日报</translation>
    </message>
</context>
<context>
    <name>homeroom::ToolbarRow</name>
    <message>
        <source>Save this view</source>
        <translation>保存为视图</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>homeroom::Tray</name>
    <message>
        <source>Your day</source>
        <translation>今天的安排</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n 项逾期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to come today</source>
        <translation>
            <numerusform>今天还有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>到时间了</translation>
    </message>
    <message>
        <source>Homeroom</source>
        <translation>Homeroom</translation>
    </message>
    <message>
        <source>Open Homeroom</source>
        <translation>打开 Homeroom</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Put off by an hour</source>
        <translation>推迟一小时</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>打开这个家庭</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Put off by an hour: %1</source>
        <translation>已推迟一小时：%1</translation>
    </message>
</context>
<context>
    <name>homeroom::UnlockDialog</name>
    <message>
        <source>Type the passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>Unlock Homeroom</source>
        <translation>解锁 Homeroom</translation>
    </message>
    <message>
        <source>Type the passphrase you chose on this computer.</source>
        <translation>请输入在本机设置的口令。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Passphrase of this computer</source>
        <translation>本机口令</translation>
    </message>
    <message>
        <source>Homeroom is locked. The keychain of this computer opens it again.</source>
        <translation>Homeroom 已锁定，可用本机钥匙串重新打开。</translation>
    </message>
</context>
<context>
    <name>homeroom::UserDialog</name>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Small letters, digits, dots and dashes; at least two.</source>
        <translation>可用小写字母、数字、点和短横线，至少两个字符。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新建成员</translation>
    </message>
    <message>
        <source>The person signs in with this name and password and can change nothing outside of the role.</source>
        <translation>对方用此登录名和密码登录，只能做角色允许的操作。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Type the person&apos;s name.</source>
        <translation>请填姓名。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>This role works in a team.</source>
        <translation>此角色须属于一个团队。</translation>
    </message>
</context>
<context>
    <name>homeroom::ValuesPane</name>
    <message>
        <source>What %1 means</source>
        <translation>%1 的含义</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>What the cells of «%1» mean</source>
        <translation>「%1」各单元格的含义</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
</context>
</TS>
