//! The sentences of calendar entries, in every language.
//!
//! `{name}` stands for a figure of that name. What is not here: headings of tables (see `wire`).

/// The languages, in the order of every list in here.
pub const LANGUAGES: [&str; 3] = ["zh-CN", "zh-Hant", "en"];

/// A sentence in each language.
pub type Sentence = [&'static str; 3];

/// Kinds of reminders: whether they are worth an alarm, and what they say.
pub const REMINDERS: [(&str, (bool, Sentence)); 9] = [
    (
        "dueSoon",
        (
            true,
            [
                "{bill} 账单 {amount} 元，快到期了",
                "{bill} 帳單 {amount} 元，快到期了",
                "{bill} bill, {amount} yuan: due soon",
            ],
        ),
    ),
    (
        "payBy",
        (
            true,
            [
                "{bill} 账单 {amount} 元，建议今天还",
                "{bill} 帳單 {amount} 元，建議今天還",
                "{bill} bill, {amount} yuan: better paid today",
            ],
        ),
    ),
    (
        "due",
        (
            true,
            [
                "{bill} 账单 {amount} 元，今天到期",
                "{bill} 帳單 {amount} 元，今天到期",
                "{bill} bill, {amount} yuan: due today",
            ],
        ),
    ),
    (
        "limitPossible",
        (
            false,
            [
                "最早今天多出 {more} 元额度，可用 {available} 元",
                "最早今天多出 {more} 元額度，可用 {available} 元",
                "{more} yuan more at the earliest, {available} in all",
            ],
        ),
    ),
    (
        "limitGuaranteed",
        (
            false,
            [
                "确定多出 {more} 元额度，可用 {available} 元",
                "確定多出 {more} 元額度，可用 {available} 元",
                "{more} yuan more for sure, {available} in all",
            ],
        ),
    ),
    ("monthlyCheck", (true, ["看一看账单和额度", "看一看帳單和額度", "Look at bills and limit"])),
    ("renewProofs", (true, ["更新收入等证明", "更新收入等證明", "Renew proofs of income"])),
    ("fullCheck", (true, ["全面检查一次", "全面檢查一次", "A full check"])),
    (
        "askAhead",
        (
            true,
            [
                "{date} 要分期买 {amount} 元，提前问好额度",
                "{date} 要分期買 {amount} 元，提前問好額度",
                "Ask ahead: {amount} yuan in instalments on {date}",
            ],
        ),
    ),
];

/// Steps of the ways back from a freeze or a cut.
pub const STEPS: [(&str, Sentence); 9] = [
    ("payOverdue", ["还清逾期的账单", "還清逾期的帳單", "Pay what is overdue"]),
    ("incomeProof", ["更新收入证明", "更新收入證明", "Renew the proof of income"]),
    ("fixPayDay", ["定好每月还款的日子", "定好每月還款的日子", "Fix a day for paying"]),
    ("selfCheck", ["自己先查一遍记录", "自己先查一遍記錄", "Look through your own record"]),
    ("documents", ["交证明材料", "交證明資料", "Hand in proof"]),
    ("wholeAppeal", ["申诉最晚办完", "申訴最晚辦完", "The appeal is done at the latest"]),
    ("misjudged", ["额度恢复", "額度恢復", "The limit is back"]),
    ("observation", ["观察期满", "觀察期滿", "The observation is over"]),
    ("proofsAgain", ["重新交身份和资产证明", "重新交身分和資產證明", "Prove identity and assets again"]),
];

/// Which way back it is.
pub const PATHS: [(&str, Sentence); 3] = [
    ("misjudged", ["如果是系统误判", "如果是系統誤判", "if the system was wrong"]),
    ("violation", ["如果确实违规", "如果確實違規", "if a rule was broken"]),
    ("longTerm", ["如果拖了很久", "如果拖了很久", "if it has lasted long"]),
];

/// The end of a freeze.
pub const UNTIL_THEN: Sentence = ["冻结解除", "凍結解除", "The freeze ends"];
/// The first day on which something can be.
pub const EARLIEST: Sentence = ["最早", "最早", "at the earliest"];
/// The last day on which something can be.
pub const LATEST: Sentence = ["最晚", "最晚", "at the latest"];
/// What a calendar is called where its product has no name.
pub const NAME: Sentence = ["月付", "月付", "Monthly pay"];
/// What every entry says below its title.
pub const DISCLAIMER: Sentence = [
    "按你填的情况推算，以实际账单为准。",
    "按你填的情況推算，以實際帳單為準。",
    "Worked out from what you entered; the real bill decides.",
];
