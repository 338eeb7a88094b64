//! The columns of each table: where in an entry of the report the cell is, its form, its heading.
//!
//! What is not here: how a cell is written.

use super::Heading;

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A text, which may be empty.
    Text,
    /// A text, a count or a switch, which may be absent.
    Maybe,
    /// A day.
    Day,
    /// A day, which may be absent.
    MaybeDay,
    /// An amount or a rate.
    Figure,
    /// A whole number.
    Count,
    /// Words with spaces between.
    List,
}

/// Path of one or two keys, form, heading.
pub(super) type Column = (&'static str, Form, Heading);

use Form::{Count, Day, Figure, List, Maybe, MaybeDay, Text};

pub(super) const BILLS: &[Column] = &[
    ("month", Text, ["账单", "帳單", "Bill"]),
    ("statementDate", Day, ["出账日", "出帳日", "Statement date"]),
    ("dueDate", Day, ["还款日", "還款日", "Due date"]),
    ("payBy", Day, ["建议还款日", "建議還款日", "Recommended payment date"]),
    ("total", Figure, ["账单金额", "帳單金額", "Total"]),
    ("paid", Figure, ["已还", "已還", "Paid"]),
    ("remaining", Figure, ["待还", "待還", "Remaining"]),
    ("penalty", Figure, ["逾期利息", "逾期利息", "Late interest"]),
    ("status", Text, ["状态", "狀態", "Status"]),
    ("settledOn", MaybeDay, ["还清日", "還清日", "Settled on"]),
];

/// How many columns of plans are the plan's; the others are its row's.
pub(super) const OF_PLAN: usize = 5;
pub(super) const PLANS: &[Column] = &[
    ("id", Text, ["分期", "分期", "Plan"]),
    ("purchase", Maybe, ["消费", "消費", "Purchase"]),
    ("bill", Maybe, ["账单", "帳單", "Bill"]),
    ("method", Text, ["计费方式", "計費方式", "Fee method"]),
    ("rate", Figure, ["费率", "費率", "Rate"]),
    ("n", Count, ["期数", "期數", "Row"]),
    ("statementDate", Day, ["出账日", "出帳日", "Statement date"]),
    ("dueDate", Day, ["还款日", "還款日", "Due date"]),
    ("principal", Figure, ["本金", "本金", "Principal"]),
    ("fee", Figure, ["手续费", "手續費", "Fee"]),
    ("remaining", Figure, ["未还本金", "未還本金", "Remaining principal"]),
    ("status", Text, ["状态", "狀態", "Status"]),
];

pub(super) const REFUNDS: &[Column] = &[
    ("event", Count, ["序号", "序號", "Event"]),
    ("purchase", Text, ["消费", "消費", "Purchase"]),
    ("date", Day, ["日期", "日期", "Date"]),
    ("amount", Figure, ["金额", "金額", "Amount"]),
    ("class", Text, ["类型", "類型", "Class"]),
    ("channel", Text, ["渠道", "管道", "Channel"]),
    ("toUnbilled", Figure, ["抵未出账", "抵未出帳", "Off unbilled"]),
    ("toBilled", Figure, ["抵已出账", "抵已出帳", "Off billed"]),
    ("toCredit", Figure, ["转余额", "轉餘額", "To credit"]),
    ("feesCancelled", Figure, ["取消的手续费", "取消的手續費", "Fees cancelled"]),
    ("held", Figure, ["待恢复额度", "待恢復額度", "Limit held"]),
    ("shown", MaybeDay, ["显示恢复日", "顯示恢復日", "Shown on"]),
    ("possible", MaybeDay, ["最早可用日", "最早可用日", "Usable at the earliest"]),
    ("guaranteed", MaybeDay, ["最晚可用日", "最晚可用日", "Usable at the latest"]),
    ("estimated", Maybe, ["估算", "估算", "Estimated"]),
    ("condition", Maybe, ["条件", "條件", "Condition"]),
    ("conditionMetOn", MaybeDay, ["条件满足日", "條件滿足日", "Condition met on"]),
];

pub(super) const LIMIT: &[Column] = &[
    ("date", Day, ["日期", "日期", "Date"]),
    ("limit/possible", Figure, ["总额度（最早）", "總額度（最早）", "Limit (earliest)"]),
    ("limit/guaranteed", Figure, ["总额度（最晚）", "總額度（最晚）", "Limit (latest)"]),
    ("used", Figure, ["已用", "已用", "Used"]),
    ("held/possible", Figure, ["待恢复（最早）", "待恢復（最早）", "Held (earliest)"]),
    ("held/guaranteed", Figure, ["待恢复（最晚）", "待恢復（最晚）", "Held (latest)"]),
    ("available/possible", Figure, ["可用（最早）", "可用（最早）", "Available (earliest)"]),
    ("available/guaranteed", Figure, ["可用（最晚）", "可用（最晚）", "Available (latest)"]),
    ("frozen/possible", List, ["冻结（最早）", "凍結（最早）", "Frozen (earliest)"]),
    ("frozen/guaranteed", List, ["冻结（最晚）", "凍結（最晚）", "Frozen (latest)"]),
];

/// How many columns of the journal say where the entry is; the second and third are not in it.
pub(super) const OF_BOOK: usize = 3;
pub(super) const JOURNAL: &[Column] = &[
    ("date", Day, ["日期", "日期", "Date"]),
    ("", Text, ["账目", "帳目", "Book"]),
    ("", Text, ["账单", "帳單", "Bill"]),
    ("kind", Text, ["事项", "事項", "Kind"]),
    ("ref", Maybe, ["对象", "對象", "Reference"]),
    ("row", Maybe, ["期数", "期數", "Row"]),
    ("amount", Figure, ["金额", "金額", "Amount"]),
    ("inTotal", Maybe, ["计入账单金额", "計入帳單金額", "In total"]),
    ("readings", Maybe, ["适用", "適用", "Readings"]),
];
