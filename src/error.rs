//! Errors about the input: a code, where in the input, and what would be right.
//!
//! What is not here: outcomes of the simulation. A refused purchase is not an error.

use thiserror::Error;

/// What is wrong with an input. The page has a sentence for each in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The text is not JSON, or nested too deeply to read.
    NotJson,
    /// A field that the contract does not know.
    UnknownField,
    /// A field that must be there is not.
    MissingField,
    /// A value of another kind than the field takes.
    WrongType,
    /// The format mark is absent or of another version.
    WrongFormat,
    /// A word that is not among those the field takes.
    UnknownWord,
    /// An amount or rate that is not written as digits with one point.
    NotANumber,
    /// An amount or rate given as a fractional JSON number, which is not exact.
    FractionalNumber,
    /// More decimal places than the quantity has.
    TooManyDecimals,
    /// An amount that must be above zero.
    NotPositive,
    /// An amount, count or rate above its bound.
    TooLarge,
    /// A text of more than 200 characters.
    TooLong,
    /// An identifier without characters.
    EmptyText,
    /// Not a day of the calendar, or not written `YYYY-MM-DD`.
    BadDate,
    /// A day before 2004 or after 2099.
    DateOutOfRange,
    /// More events than 100 000.
    TooManyEvents,
    /// Another number of scenarios than can be held against each other.
    WrongCount,
    /// An index that no event has, or no event of the kind that is asked about.
    NoSuchEvent,
    /// Two purchases or plans of the same id.
    DuplicateId,
    /// A refund of a purchase that the scenario does not have.
    UnknownPurchase,
    /// A refund dated or listed before its purchase.
    RefundBeforePurchase,
    /// Refunds that add up to more than the purchase.
    RefundExceedsPurchase,
    /// A product that is not shipped.
    UnknownProduct,
    /// An override of a key that the terms do not have.
    UnknownOverride,
    /// An override with a value that the key does not take.
    BadOverride,
    /// A term without unit, from-date or reference, or with overlapping dates.
    BadTerm,
    /// A working-day question about a year that the calendar does not know.
    OutsideCalendar,
    /// Fewer than two cash flows.
    TooFewFlows,
    /// Cash flows that are all of one sign, so that no rate exists.
    NoSignChange,
    /// Cash flows with several rates that fit.
    SeveralRoots,
    /// No rate that is allowed fits.
    NoRoot,
    /// Cash flows out of order, or two of the same day.
    FlowsOutOfOrder,
    /// A principal of zero.
    ZeroPrincipal,
    /// A plan that the product does not offer.
    NotOffered,
    /// Fields that do not go together.
    ConflictingFields,
    /// A code that is not as it was written: changed, cut off, or never one.
    DamagedCode,
    /// A code of a later version of the package.
    NewerCode,
}

impl Code {
    /// All codes, for documentation and for tests that each has its sentence and its test.
    pub const ALL: [Code; 37] = [
        Code::NotJson,
        Code::UnknownField,
        Code::MissingField,
        Code::WrongType,
        Code::WrongFormat,
        Code::UnknownWord,
        Code::NotANumber,
        Code::FractionalNumber,
        Code::TooManyDecimals,
        Code::NotPositive,
        Code::TooLarge,
        Code::TooLong,
        Code::EmptyText,
        Code::BadDate,
        Code::DateOutOfRange,
        Code::TooManyEvents,
        Code::WrongCount,
        Code::NoSuchEvent,
        Code::DuplicateId,
        Code::UnknownPurchase,
        Code::RefundBeforePurchase,
        Code::RefundExceedsPurchase,
        Code::UnknownProduct,
        Code::UnknownOverride,
        Code::BadOverride,
        Code::BadTerm,
        Code::OutsideCalendar,
        Code::TooFewFlows,
        Code::NoSignChange,
        Code::SeveralRoots,
        Code::NoRoot,
        Code::FlowsOutOfOrder,
        Code::ZeroPrincipal,
        Code::NotOffered,
        Code::ConflictingFields,
        Code::DamagedCode,
        Code::NewerCode,
    ];

    /// The code as the contract spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::NotJson => "notJson",
            Code::UnknownField => "unknownField",
            Code::MissingField => "missingField",
            Code::WrongType => "wrongType",
            Code::WrongFormat => "wrongFormat",
            Code::UnknownWord => "unknownWord",
            Code::NotANumber => "notANumber",
            Code::FractionalNumber => "fractionalNumber",
            Code::TooManyDecimals => "tooManyDecimals",
            Code::NotPositive => "notPositive",
            Code::TooLarge => "tooLarge",
            Code::TooLong => "tooLong",
            Code::EmptyText => "emptyText",
            Code::BadDate => "badDate",
            Code::DateOutOfRange => "dateOutOfRange",
            Code::TooManyEvents => "tooManyEvents",
            Code::WrongCount => "wrongCount",
            Code::NoSuchEvent => "noSuchEvent",
            Code::DuplicateId => "duplicateId",
            Code::UnknownPurchase => "unknownPurchase",
            Code::RefundBeforePurchase => "refundBeforePurchase",
            Code::RefundExceedsPurchase => "refundExceedsPurchase",
            Code::UnknownProduct => "unknownProduct",
            Code::UnknownOverride => "unknownOverride",
            Code::BadOverride => "badOverride",
            Code::BadTerm => "badTerm",
            Code::OutsideCalendar => "outsideCalendar",
            Code::TooFewFlows => "tooFewFlows",
            Code::NoSignChange => "noSignChange",
            Code::SeveralRoots => "severalRoots",
            Code::NoRoot => "noRoot",
            Code::FlowsOutOfOrder => "flowsOutOfOrder",
            Code::ZeroPrincipal => "zeroPrincipal",
            Code::NotOffered => "notOffered",
            Code::ConflictingFields => "conflictingFields",
            Code::DamagedCode => "damagedCode",
            Code::NewerCode => "newerCode",
        }
    }
}

/// An input that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message} (at \"{path}\")")]
pub struct Error {
    /// What is wrong.
    pub code: Code,
    /// JSON pointer to the offending value, `""` for the whole input.
    pub path: String,
    /// What was found, in English.
    pub message: String,
    /// What would be right, in English.
    pub hint: String,
}

impl Error {
    /// An error at a place of the input.
    pub fn new(code: Code, path: &str, message: impl Into<String>, hint: impl Into<String>) -> Error {
        Error { code, path: path.to_owned(), message: message.into(), hint: hint.into() }
    }
}

/// What reading an input gives.
pub type Result<T> = core::result::Result<T, Error>;
