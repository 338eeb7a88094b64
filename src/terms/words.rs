//! The words of the contract that terms choose from, each beside its meaning.
//!
//! What is not here: words that only the report uses.

use super::{BillPart, FeeMethod, RefundRule, RefundSpread, Remainder, SettleRule, Sure};
use super::{ClaimKind, CreditRecord, Proof};
use crate::money::Rounding;

/// A choice that the contract spells as one of a few words.
pub trait Word: Copy + PartialEq + 'static {
    /// Every choice and how it is spelt.
    const ALL: &'static [(&'static str, Self)];

    /// The choice that a word means.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(spelt, _)| *spelt == word).map(|(_, choice)| *choice)
    }

    /// How the choice is spelt.
    fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, choice)| *choice == self);
        found.map(|(spelt, _)| *spelt).expect("every choice has its word")
    }
}

impl Word for FeeMethod {
    const ALL: &'static [(&'static str, FeeMethod)] = &[
        ("free", FeeMethod::Free),
        ("flatPerPeriod", FeeMethod::FlatPerPeriod),
        ("flatTotal", FeeMethod::FlatTotal),
        ("upfront", FeeMethod::Upfront),
        ("equalInstalment", FeeMethod::EqualInstalment),
        ("equalPrincipal", FeeMethod::EqualPrincipal),
    ];
}

impl Word for RefundRule {
    const ALL: &'static [(&'static str, RefundRule)] =
        &[("windows", RefundRule::Windows), ("resetNextMonth", RefundRule::ResetNextMonth)];
}

impl Word for RefundSpread {
    const ALL: &'static [(&'static str, RefundSpread)] =
        &[("even", RefundSpread::Even), ("lastFirst", RefundSpread::LastFirst)];
}

impl Word for Remainder {
    const ALL: &'static [(&'static str, Remainder)] =
        &[("last", Remainder::Last), ("first", Remainder::First)];
}

impl Word for Rounding {
    const ALL: &'static [(&'static str, Rounding)] =
        &[("halfUp", Rounding::HalfUp), ("down", Rounding::Down), ("up", Rounding::Up)];
}

impl Word for BillPart {
    const ALL: &'static [(&'static str, BillPart)] = &[
        ("penalty", BillPart::Penalty),
        ("interest", BillPart::Interest),
        ("fee", BillPart::Fee),
        ("principal", BillPart::Principal),
    ];
}

impl Word for Sure {
    const ALL: &'static [(&'static str, Sure)] = &[
        ("official", Sure::Official),
        ("secondary", Sure::Secondary),
        ("assumed", Sure::Assumed),
        ("override", Sure::Override),
    ];
}

impl Word for CreditRecord {
    const ALL: &'static [(&'static str, CreditRecord)] =
        &[("noOverdue", CreditRecord::NoOverdue), ("excellent", CreditRecord::Excellent)];
}

impl Word for Proof {
    const ALL: &'static [(&'static str, Proof)] = &[("identity", Proof::Identity), ("assets", Proof::Assets)];
}

impl Word for ClaimKind {
    const ALL: &'static [(&'static str, ClaimKind)] =
        &[("claim", ClaimKind::Claim), ("case", ClaimKind::Case), ("advice", ClaimKind::Advice)];
}

/// The settlement rules that are one word. The fourth is `rate:` and a rate.
pub(super) const SETTLE_WORDS: &[(&str, SettleRule)] = &[
    ("nextPlusOne", SettleRule::NextPlusOne),
    ("waive", SettleRule::Waive),
    ("chargeAll", SettleRule::ChargeAll),
];
