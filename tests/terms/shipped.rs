//! Every shipped value: that it is dated and cited, and that it is the specified one.

use serde_json::Value;
use yuefu::terms::{
    self, About, ClaimKind, CreditRecord, FeeMethod, LANGUAGES, OVERRIDE, Proof, SettleRule, Span, Sure,
    Terms, text_in,
};

use crate::strict::Strict;
use crate::{file, product, shown};

const SHIPPED: [&str; 4] = ["credit-card", "douyin-monthly-pay", "huabei", "meituan-monthly-pay"];

#[test]
fn every_file_is_a_product_of_its_name() {
    let folder = format!("{}/data/terms", env!("CARGO_MANIFEST_DIR"));
    let names = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").file_name());
    let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    names.sort();
    let files: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(".json")).collect();
    let ids: Vec<&str> = terms::shipped().map(|terms| &*terms.id).collect();
    assert_eq!(files, SHIPPED);
    assert_eq!(ids, SHIPPED);
    assert_eq!(terms::ids().collect::<Vec<_>>(), SHIPPED);
    assert!(terms::product("no-such-product").is_none());
}

/// What is packed into the library is what the checker reads from the files, value for value.
#[test]
fn the_packed_products_are_those_of_the_files() {
    for id in SHIPPED {
        assert_eq!(Terms::from_json(&file(id)).as_ref(), Ok(product(id)));
        assert_eq!(About::from_json(&file(id)).as_ref(), Ok(about(id)));
    }
    assert!(terms::about("no-such-product").is_none());
}

fn about(id: &str) -> &'static About {
    terms::about(id).expect("a shipped product")
}

/// Through the checker: unit, from-date and reference of every value, in the typed form.
#[test]
fn every_value_is_dated_and_cited() {
    for terms in terms::shipped() {
        let sources = &about(&terms.id).sources;
        assert!(terms.entries().count() >= 44, "{}", terms.id);
        for entry in terms.entries() {
            let values = entry.values.all();
            assert_eq!(values[0].from.to_string(), "2004-01-01", "{}", entry.key);
            assert!(values.windows(2).all(|pair| pair[0].from < pair[1].from), "{}", entry.key);
            for value in values {
                assert_eq!(&*value.reference.key, entry.key);
                assert_ne!(value.sure, Sure::Override);
                let source = &*value.reference.source;
                let known = sources.iter().any(|known| &*known.id == source);
                assert!(known || (source == "assumed" && value.sure == Sure::Assumed), "{}", entry.key);
            }
        }
    }
}

/// Over the JSON itself, so that a fault of the checker cannot hide one of the data.
#[test]
fn every_value_of_the_files_has_its_fields() {
    for id in SHIPPED {
        let text = file(id);
        serde_json::from_str::<Strict>(&text).unwrap_or_else(|fault| panic!("{id}: {fault}"));
        let json: Value = serde_json::from_str(&text).expect("JSON");
        let terms = json["terms"].as_object().expect("an object");
        let values = terms.values().flat_map(|list| list.as_array().expect("a list"));
        for value in values {
            for field in ["from", "unit", "source", "sure"] {
                assert!(
                    value[field].as_str().is_some_and(|text| !text.is_empty()),
                    "{id}: {field} of {value}"
                );
            }
            assert!(!value["value"].is_null(), "{id}: {value}");
        }
    }
}

#[test]
fn sources_that_are_listed_are_used() {
    for terms in terms::shipped() {
        let about = about(&terms.id);
        let of_terms =
            terms.entries().flat_map(|entry| entry.values.all()).map(|value| &value.reference.source);
        let of_claims = about.claims.iter().map(|claim| &claim.source);
        let of_choices = about.choices.iter().map(|choice| &choice.source);
        let used: Vec<_> = of_terms.chain(of_claims).chain(of_choices).collect();
        for source in &about.sources {
            assert!(used.contains(&&source.id), "{}: {}", terms.id, source.id);
        }
    }
}

/// The defaults of the specification: billing, plans, lateness, limit.
#[test]
fn the_default_product_has_the_specified_values() {
    let terms = product("douyin-monthly-pay");
    for (key, value) in [
        ("statement.day", "1 dayOfMonth"),
        ("statement.dueDay", "6 dayOfMonth"),
        ("statement.payEarly", "2 days"),
        ("grace.days", "3 days"),
        ("penalty.rate", "0.0005 ratePerDay"),
        ("minimum.ratio", "0.10 ratio"),
        ("minimum.rate", "0.0005 ratePerDay"),
        ("postpone.rate", "0.00035 ratePerDay"),
        ("plan.smallest", "10.00 yuan"),
        ("plan.remainder", "last word"),
        ("money.rounding", "halfUp word"),
        ("repayment.order", "penalty,interest,fee,principal words"),
        ("repayment.lagPossible", "0 days"),
        ("repayment.lagGuaranteed", "3 days"),
        ("refund.rule", "windows word"),
        ("refund.spread", "even word"),
        ("refund.billedFees", "false switch"),
        ("refund.dailyMax", "3 count"),
        ("refund.partial.shown", "7 workingDays"),
        ("refund.partial.possible", "7 workingDays"),
        ("refund.partial.guaranteed", "15 workingDays"),
        ("appeal.possible", "15 days"),
        ("appeal.guaranteed", "30 days"),
        ("overdue.blocks", "true switch"),
        ("overdue.cutAfter", "3 count"),
        ("overdue.cutPossible", "0.70 ratio"),
        ("overdue.cutGuaranteed", "0.50 ratio"),
        ("violation.lateDays", "30 days"),
        ("violation.bills", "2 count"),
        ("violation.observe", "60 days"),
        ("freeze.riskControl.possible", "1 days"),
        ("freeze.riskControl.guaranteed", "7 days"),
        ("freeze.manualReview.possible", "3 days"),
        ("freeze.manualReview.guaranteed", "15 days"),
        ("reminder.beforeDue", "3 days"),
    ] {
        assert_eq!(shown(terms.entry(key), "2024-03-05"), value, "{key}");
    }
    for (offer, periods) in terms.offers.iter().zip([3, 6, 12]) {
        let at = crate::day("2024-03-05");
        assert_eq!(offer.periods, periods);
        assert_eq!(offer.method.at(at).value, FeeMethod::FlatPerPeriod);
        assert_eq!(offer.rate.at(at).value.to_string(), "0.0070");
        assert_eq!(offer.rate.at(at).sure, Sure::Assumed);
        assert_eq!(offer.settle.at(at).value, SettleRule::NextPlusOne);
    }
    assert_eq!(terms.offers.len(), 3);
}

/// The windows of normal refunds: fact R4 for every channel until 2023-08-31, then each channel its own.
#[test]
fn refund_windows_change_on_the_first_of_september_2023() {
    let terms = product("douyin-monthly-pay");
    let at = |channel: &str, on: &str| {
        ["shown", "possible", "guaranteed"]
            .map(|part| shown(terms.entry(&format!("refund.normal.{channel}.{part}")), on))
    };
    for channel in ["default", "mall", "externalPlatform"] {
        for on in ["2004-01-01", "2023-08-31"] {
            assert_eq!(at(channel, on), ["5 days", "5 days", "5 workingDays"], "{channel}");
        }
    }
    for on in ["2023-09-01", "2026-11-22"] {
        assert_eq!(at("default", on), ["3 workingDays", "3 workingDays", "5 workingDays"]);
        assert_eq!(at("mall", on), ["2 workingDays", "2 workingDays", "3 workingDays"]);
        assert_eq!(at("externalPlatform", on), ["3 workingDays", "3 workingDays", "8 workingDays"]);
    }
    let mall = &terms.refund_mall.guaranteed;
    assert_eq!(mall.at(crate::day("2023-08-31")).value, Span::Working(5));
    assert_eq!(mall.at(crate::day("2023-09-01")).reference.fact.as_deref(), Some("R10"));
}

/// Facts H1 to H8, L3, L5, L6, L8, L9, R9.
#[test]
fn thresholds_recovery_reminders_and_ladder_are_those_of_the_articles() {
    let terms = product("douyin-monthly-pay");
    for (key, value, fact) in [
        ("habit.monthSpend", "0.80 ratio", "H1"),
        ("habit.daySpend", "0.50 ratio", "H4"),
        ("habit.large", "1000.00 yuan", "H4"),
        ("habit.largeADay", "5 count", "H4"),
        ("habit.monthRepay", "0.30 ratio", "L8"),
        ("habit.refunds", "3 count", "R9"),
        ("habit.refundDays", "7 days", "R9"),
        ("habit.accountsOnDevice", "3 count", "H5"),
        ("habit.enquiries", "2 count", "H6"),
        ("habit.enquiryMonths", "6 months", "H6"),
        ("habit.raiseRequests", "2 count", "H7"),
        ("habit.buyBeforeDue", "3 days", "H3"),
        ("habit.splitFrom", "3 count", "H3"),
        ("habit.splitTo", "5 count", "H3"),
        ("recovery.misjudged.possible", "7 workingDays", "L3"),
        ("recovery.misjudged.guaranteed", "15 workingDays", "L3"),
        ("recovery.selfCheck.possible", "1 workingDays", "L5"),
        ("recovery.selfCheck.guaranteed", "3 workingDays", "L5"),
        ("recovery.documents.possible", "3 workingDays", "L5"),
        ("recovery.documents.guaranteed", "7 workingDays", "L5"),
        ("recovery.whole", "15 workingDays", "L5"),
        ("recovery.payOverdue", "1 count", "L6"),
        ("recovery.incomeProof", "3 count", "L6"),
        ("recovery.fixPayDay", "5 count", "L6"),
        ("recovery.longTerm", "identity,assets words", "L3"),
        ("reminder.beforeDue", "3 days", "H2"),
        ("reminder.checkDay", "3 dayOfMonth", "H8"),
        ("reminder.proofMonths", "3 months", "H8"),
        ("reminder.checksAYear", "3 count", "H8"),
        ("reminder.askAhead", "15 days", "H8"),
        ("ladder.1.limitFrom", "5000.00 yuan", "L9"),
        ("ladder.1.limitTo", "10000.00 yuan", "L9"),
        ("ladder.2.limitFrom", "10000.00 yuan", "L9"),
        ("ladder.2.limitTo", "30000.00 yuan", "L9"),
        ("ladder.2.months", "6 months", "L9"),
        ("ladder.2.finishedPlans", "2 count", "L9"),
        ("ladder.3.limitFrom", "30000.00 yuan", "L9"),
        ("ladder.3.limitTo", "100000.00 yuan", "L9"),
        ("ladder.3.months", "12 months", "L9"),
        ("ladder.3.yearSpend", "100000.00 yuan", "L9"),
        ("ladder.4.limitFrom", "100000.00 yuan", "L9"),
        ("ladder.4.yearSpend", "500000.00 yuan", "L9"),
    ] {
        assert_eq!(shown(terms.entry(key), "2024-03-05"), value, "{key}");
        let reference = &terms.entry(key).expect("a key").all()[0].reference;
        assert_eq!(reference.fact.as_deref(), Some(fact), "{key}");
    }
}

#[test]
fn the_groups_are_typed_and_may_be_absent() {
    let at = crate::day("2024-03-05");
    let terms = product("douyin-monthly-pay");
    let habits = terms.habits.as_ref().expect("the default product has advisories");
    assert_eq!(habits.large.at(at).value.to_string(), "1000.00");
    let recovery = terms.recovery.as_ref().expect("and ways to recover");
    assert_eq!(recovery.whole.at(at).value, Span::Working(15));
    assert_eq!(recovery.long_term.at(at).value, [Proof::Identity, Proof::Assets]);
    assert_eq!(terms.reminders.as_ref().map(|it| it.check_day.at(at).value), Some(3));
    let rungs: Vec<u32> = terms.ladder.iter().map(|rung| rung.number).collect();
    assert_eq!(rungs, [1, 2, 3, 4]);
    let record = |n: usize| terms.ladder[n].record.as_ref().map(|record| record.at(at).value);
    assert_eq!((record(0), record(1)), (Some(CreditRecord::NoOverdue), None));
    assert_eq!(record(3), Some(CreditRecord::Excellent));
    assert!(terms.ladder[3].limit_to.is_none());
    let card = product("credit-card");
    assert!(card.habits.is_none() && card.recovery.is_none() && card.reminders.is_none());
    assert!(card.ladder.is_empty());
}

#[test]
fn peers_have_their_own_days_and_plans() {
    let days = |id: &str| {
        let terms = product(id);
        ["statement.day", "statement.dueDay"].map(|key| shown(terms.entry(key), "2025-01-01"))
    };
    assert_eq!(days("huabei"), ["1 dayOfMonth", "10 dayOfMonth"]);
    assert_eq!(days("meituan-monthly-pay"), ["1 dayOfMonth", "8 dayOfMonth"]);
    assert_eq!(days("credit-card"), ["5 dayOfMonth", "25 dayOfMonth"]);
    let huabei = product("huabei");
    for (periods, rate) in [(3, "0.025"), (6, "0.045"), (9, "0.065"), (12, "0.088")] {
        let offer = huabei.offer(periods).expect("an offer");
        assert_eq!(offer.method.at(crate::day("2025-01-01")).value, FeeMethod::FlatTotal);
        assert_eq!(offer.rate.at(crate::day("2025-01-01")).value.to_string(), rate);
    }
    let rows: Vec<u32> = product("meituan-monthly-pay").offers.iter().map(|offer| offer.periods).collect();
    assert_eq!(rows, [3, 6, 9, 12]);
    assert!(product("credit-card").offers.is_empty());
    assert_eq!(shown(product("credit-card").entry("minimum.rate"), "2025-01-01"), "0.0005 ratePerDay");
}

/// Every fact of the three articles is in the data under its id.
#[test]
fn no_fact_of_the_articles_is_missing() {
    let text = file("douyin-monthly-pay");
    for (letter, last) in [('T', 12), ('R', 15), ('L', 10), ('H', 10)] {
        for number in 1..=last {
            assert!(text.contains(&format!("\"fact\": \"{letter}{number}\"")), "{letter}{number}");
        }
    }
    for source in ["limit-cut", "refund-recovery", "opening"] {
        assert!(about("douyin-monthly-pay").sources.iter().any(|known| &*known.id == source));
    }
}

/// Facts T2, L5, L7, L10, H10: shown, never computed with.
#[test]
fn claims_keep_the_figures_of_the_articles() {
    let about = about("douyin-monthly-pay");
    let figures = |id: &str| -> Vec<&str> {
        let claim = about.claims.iter().find(|claim| &*claim.id == id).expect("a claim");
        claim.figures.iter().map(|figure| &*figure.value).collect()
    };
    assert_eq!(figures("interest-free"), ["36"]);
    assert_eq!(figures("recovered-72h"), ["72", "0.65"]);
    assert_eq!(figures("causes-6"), ["0.38", "0.27", "0.19", "0.15", "0.01", "0.005"]);
    assert_eq!(figures("causes-4"), ["0.42", "0.35", "0.18", "0.05"]);
    let stories = about.claims.iter().filter(|claim| claim.fact.as_deref() == Some("L10"));
    assert!(stories.clone().all(|story| story.kind == ClaimKind::Case));
    assert_eq!(stories.count(), 4);
    let numbers: Vec<&str> = about.services.iter().map(|line| &*line.number).collect();
    assert_eq!(numbers, ["400-6455-566", "95007"]);
}

#[test]
fn names_and_notes_are_there_in_every_language() {
    let name = &product("douyin-monthly-pay").name;
    assert_eq!(text_in(name, "en"), "Douyin Monthly Pay");
    assert_eq!(text_in(name, "zh-Hant"), "抖音月付");
    assert_eq!(text_in(name, "fr"), "抖音月付"); // the first language where there is none
    let huabei = about("huabei");
    let text = huabei.note("statement.day", crate::day("2004-01-01")).expect("a note");
    assert_eq!(text_in(text, "en"), "Statement days 5 and 10 exist too and can be chosen.");
    assert!(huabei.note("statement.day", crate::day("2004-01-02")).is_none());
    for note in &huabei.notes {
        assert!(note.text.iter().map(|(tag, _)| &**tag).eq(LANGUAGES), "{}", note.key);
    }
}

/// 1 → 6, 10 → 15, 15 → 20, and the other refund rule.
#[test]
fn every_choice_is_a_set_of_overrides_that_its_product_takes() {
    let days = |id: &str, choice: &str| {
        let terms = product(id);
        let choices = &about(id).choices;
        let choice = choices.iter().find(|known| &*known.id == choice).expect("a choice");
        let changed = terms.with_overrides(&choice.set).expect("a choice that works");
        let first = &changed.statement_day.all()[0];
        assert_eq!(&*first.reference.source, OVERRIDE);
        (first.value, changed.due_day.all()[0].value)
    };
    assert_eq!(days("douyin-monthly-pay", "statement-1"), (1, 6));
    assert_eq!(days("douyin-monthly-pay", "statement-10"), (10, 15));
    assert_eq!(days("douyin-monthly-pay", "statement-15"), (15, 20));
    assert_eq!(days("huabei", "due-8"), (1, 8));
    assert_eq!(days("huabei", "due-15"), (5, 15));
    assert_eq!(days("huabei", "due-20"), (10, 20));
}

/// The description of the format names every key that a product can have.
#[test]
fn the_description_lists_every_key() {
    let readme = include_str!("../../data/terms/README.md");
    for entry in product("douyin-monthly-pay").entries() {
        let (stem, part) = entry.key.rsplit_once('.').expect("keys have parts");
        let numbered = stem.trim_end_matches(|c: char| c.is_ascii_digit());
        let key = if numbered == stem { entry.key.to_owned() } else { format!("{numbered}N.{part}") };
        let in_short = ["possible", "guaranteed"].contains(&part)
            && (readme.contains(&format!("`{stem}.shown`, `.possible`, `.guaranteed`"))
                || readme.contains(&format!("`{stem}.possible`, `.guaranteed`")));
        assert!(in_short || readme.contains(&format!("`{key}`")), "{key}");
    }
}
