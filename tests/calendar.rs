//! The working-day calendar against published counts, the days of the specification, and a naive walk.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use yuefu::calendar::{
    ESTIMATE_MAX, Estimate, OutsideYears, add_working_days, estimate_working_days, is_working_day, years,
};
use yuefu::date::{Date, Days, Weekday};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day of the test")
}

fn add(date: &str, n: i32) -> String {
    add_working_days(day(date), n).expect("a known year").to_string()
}

/// Working days of each year, from the yearly notices (the table of `data/cn-workdays.md`).
const COUNTS: [(i16, usize); 23] = [
    (2004, 252),
    (2005, 251),
    (2006, 251),
    (2007, 249),
    (2008, 251),
    (2009, 250),
    (2010, 250),
    (2011, 250),
    (2012, 249),
    (2013, 250),
    (2014, 250),
    (2015, 249),
    (2016, 250),
    (2017, 249),
    (2018, 250),
    (2019, 250),
    (2020, 249),
    (2021, 250),
    (2022, 249),
    (2023, 249),
    (2024, 251),
    (2025, 248),
    (2026, 248),
];

#[test]
fn every_year_has_its_published_number_of_working_days() {
    for (year, count) in COUNTS {
        let first = Date::new(year, 1, 1).expect("a first day");
        let days = (0..366).map(|n| first + Days(n)).filter(|date| date.year() == year);
        assert_eq!(days.filter(|date| is_working_day(*date) == Ok(true)).count(), count, "{year}");
    }
}

#[test]
fn the_known_years_are_those_of_the_facts() {
    let (first, last) = years();
    assert_eq!((first, last), (COUNTS[0].0, COUNTS[22].0));
    let facts = include_str!("../data/cn-workdays.csv");
    let mut rows = facts.lines().skip(1);
    assert!(rows.next().is_some_and(|row| row.starts_with(&first.to_string())));
    assert!(rows.last().is_some_and(|row| row.starts_with(&last.to_string())));
}

/// Facts R5 and R6: shown and usable days that the articles name.
#[test]
fn refunds_that_the_articles_tell_of_come_out() {
    assert_eq!(add("2024-03-05", 3), "2024-03-08");
    assert_eq!(add("2024-03-05", 5), "2024-03-12");
    assert_eq!(add("2025-12-15", 3), "2025-12-18");
    assert_eq!(add("2025-12-15", 8), "2025-12-25");
}

/// 2024-09-29 and 2024-10-12 are worked weekend days around the National Day week.
#[test]
fn a_holiday_is_jumped_and_a_worked_weekend_counts() {
    assert_eq!(add("2024-09-29", 3), "2024-10-09");
    assert_eq!(add("2024-09-29", 5), "2024-10-11");
    assert_eq!(add("2024-09-30", 3), "2024-10-10");
    assert_eq!(add("2024-09-30", 5), "2024-10-12");
}

#[test]
fn counting_starts_on_the_day_after() {
    assert_eq!(add("2025-03-08", 1), "2025-03-10"); // a Saturday
    assert_eq!(add("2025-03-10", 1), "2025-03-11");
    assert_eq!(add("2024-02-08", 1), "2024-02-09"); // leave was only encouraged
    assert_eq!(add("2024-02-09", 1), "2024-02-18"); // a worked Sunday after Spring Festival
}

#[test]
fn zero_is_the_day_itself_and_below_zero_counts_back() {
    assert_eq!(add("2025-03-08", 0), "2025-03-08");
    assert_eq!(add("2024-02-18", -1), "2024-02-09");
    assert_eq!(add("2024-03-12", -5), "2024-03-05");
    assert_eq!(add("2025-03-09", -1), "2025-03-07");
}

/// 2026-12-31 is a Thursday, worked; 2004-01-01 a holiday, 2004-01-02 a Friday, worked.
#[test]
fn the_edges_of_the_known_years_are_refused_with_the_day_outside() {
    let outside = |text| Err(OutsideYears { date: day(text) });
    assert_eq!(add("2026-12-30", 1), "2026-12-31");
    assert_eq!(add("2026-12-31", 0), "2026-12-31");
    assert_eq!(add_working_days(day("2026-12-31"), 1), outside("2027-01-01"));
    assert_eq!(add_working_days(day("2026-12-31"), i32::MAX), outside("2027-01-01"));
    assert_eq!(add_working_days(day("2027-01-01"), 0), outside("2027-01-01"));
    assert_eq!(add_working_days(day("2027-01-01"), -1), outside("2027-01-01"));
    assert_eq!(is_working_day(day("2027-01-04")).map_err(|e| e.date), Err(day("2027-01-04")));
    assert_eq!(add("2004-01-01", 1), "2004-01-02");
    assert_eq!(add("2004-01-05", -1), "2004-01-02");
    let before = Err(OutsideYears { date: day("2004-01-01") - Days(1) });
    assert_eq!(add_working_days(day("2004-01-02"), -1), before);
    assert_eq!(add_working_days(day("2004-01-02"), i32::MIN), before);
    let error = OutsideYears { date: day("2027-01-04") };
    assert_eq!(error.to_string(), "2027-01-04 is outside the years that the working-day calendar knows");
}

/// 2027-01-01 is a Friday; what is off then is not known, so it counts as worked and the day is marked.
#[test]
fn an_estimate_counts_monday_to_friday_outside_and_says_so() {
    let estimate = |date, n| estimate_working_days(day(date), n);
    let marked = |text| Estimate { date: day(text), estimated: true };
    let known = |text| Estimate { date: day(text), estimated: false };
    assert_eq!(estimate("2026-12-30", 1), known("2026-12-31"));
    assert_eq!(estimate("2026-12-31", 1), marked("2027-01-01"));
    assert_eq!(estimate("2026-12-31", 2), marked("2027-01-04"));
    assert_eq!(estimate("2026-12-31", 8), marked("2027-01-12"));
    assert_eq!(estimate("2027-01-02", 5), marked("2027-01-08"));
    assert_eq!(estimate("2027-01-02", 0), known("2027-01-02"));
    assert_eq!(estimate("2027-01-01", -1), known("2026-12-31"));
    assert_eq!(estimate("2027-01-04", -1), marked("2027-01-01"));
    assert_eq!(estimate("2027-01-04", -2), marked("2026-12-31"));
    let long_ago = estimate("2004-01-02", -2);
    assert_eq!((long_ago.date.to_string().as_str(), long_ago.estimated), ("2003-12-30", true));
    assert_eq!(estimate("2050-06-01", i32::MAX), estimate("2050-06-01", ESTIMATE_MAX));
}

/// One day after the other, as a person counts on a wall calendar.
fn walk(date: Date, n: i32) -> Estimate {
    let step = Days(n.signum());
    let (mut date, mut left, mut estimated) = (date, n.abs(), false);
    while left > 0 {
        date = date + step;
        let known = is_working_day(date);
        estimated |= known.is_err();
        let worked = known.unwrap_or(date.weekday() < Weekday::Saturday);
        left -= i32::from(worked);
    }
    Estimate { date, estimated }
}

proptest! {
    #[test]
    fn counting_agrees_with_a_walk(from in 0..=10_000_i32, n in -400..=400_i32) {
        let date = day("2004-01-01") + Days(from - 700);
        let walked = walk(date, n);
        prop_assert_eq!(estimate_working_days(date, n), walked);
        let inside = is_working_day(date).is_ok() && !walked.estimated;
        prop_assert_eq!(add_working_days(date, n).ok(), inside.then_some(walked.date));
    }

    #[test]
    fn going_back_from_a_working_day_undoes_going_forward(from in 0..=8_000_i32, n in 1..=200_i32) {
        let start = day("2004-01-02") + Days(from);
        prop_assume!(is_working_day(start) == Ok(true));
        if let Ok(end) = add_working_days(start, n) {
            prop_assert_eq!(add_working_days(end, -n), Ok(start));
        }
    }
}
