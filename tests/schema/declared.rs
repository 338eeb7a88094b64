//! The types of the contract as JSON Schema 2020-12, from their declarations for TypeScript.
//!
//! What is not here: reading a declaration (see `syntax`).

use serde_json::{Map, Value, json};
use tsify::Tsify;
use yuefu::wire::shape;

use super::syntax::{Field, Type, declaration};

macro_rules! declarations {
    ($($name:ident)+) => { [$((stringify!($name), <shape::$name as Tsify>::DECL),)+] };
}

/// Every type that a scenario or a report is made of.
fn declarations() -> Vec<(&'static str, &'static str)> {
    declarations!(
        Advisory AsOf Assume Bill BillLine BillStatus Both Cause CauseKind Channel Event Freeze FreezeCondition
        FreezeKind Frozen Habit LadderCondition LadderRung LimitDay LineKind NextDue NextRecovery NotApplied Outcome
        OutcomeCode Plan PlanMethod PlanRow ProductUsed Readings Recovery Reference Refund RefundClass
        RefundCondition Reminder Report RoundingName RowStatus Run Scenario SetbackKind Settlement Severity Status
        Target TargetWord Totals Unit WayBack WayPath WayStep Why WhyInput WhyStep WhyValue
    )
    .to_vec()
}

/// Texts of a form of their own, which TypeScript cannot tell.
fn text(name: &str) -> Option<Value> {
    let (pattern, about) = match name {
        "Amount" => (r"^-?\d+\.\d{2}$", "Yuan with two decimals."),
        "Rate" => (r"^-?\d+(\.\d+)?$", "A decimal share."),
        "Day" => (r"^\d{4}-\d{2}-\d{2}$", "A civil day."),
        "MonthName" => (r"^\d{4}-\d{2}$", "A civil month."),
        "Id" => ("", "An id from the scenario, or what else names a thing."),
        "WhyKey" => (r"^w\d+$", "The key of an explanation in `why`."),
        _ => return None,
    };
    let mut made = json!({ "type": "string", "description": about });
    if !pattern.is_empty() {
        made["pattern"] = pattern.into();
    }
    Some(made)
}

/// The schema of a type with everything it is made of. In an input nothing else may stand, and `null` is like absent.
pub fn schema(root: &str, title: &str, is_input: bool) -> Value {
    let mut maker = Maker { is_input, found: Map::new() };
    let top = maker.named(root);
    let mut whole = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title });
    whole["$ref"] = top["$ref"].clone();
    whole["$defs"] = Value::Object(maker.found);
    whole
}

struct Maker {
    is_input: bool,
    found: Map<String, Value>,
}

impl Maker {
    /// A reference to a type, whose own schema is made on the way.
    fn named(&mut self, name: &str) -> Value {
        if !self.found.contains_key(name) {
            self.found.insert(name.to_owned(), Value::Null);
            let made = text(name).unwrap_or_else(|| self.declared(name));
            self.found.insert(name.to_owned(), made);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn declared(&mut self, name: &str) -> Value {
        let (about, kind) = source(name);
        let mut made = self.kind(&kind);
        made["description"] = about.into();
        made
    }

    fn kind(&mut self, kind: &Type) -> Value {
        match kind {
            Type::Text => json!({ "type": "string" }),
            // The contract has no number that is not whole.
            Type::Number => json!({ "type": "integer" }),
            Type::Switch => json!({ "type": "boolean" }),
            Type::Word(word) => json!({ "const": word }),
            Type::Named(name) => self.named(name),
            Type::List(item) => json!({ "type": "array", "items": self.kind(item) }),
            Type::Map(value) => json!({ "type": "object", "additionalProperties": self.kind(value) }),
            Type::Either(kinds) => self.either(kinds),
            Type::Object(bases, fields) => self.object(bases, fields),
        }
    }

    fn either(&mut self, kinds: &[Type]) -> Value {
        let words: Vec<&String> = kinds
            .iter()
            .filter_map(|kind| if let Type::Word(word) = kind { Some(word) } else { None })
            .collect();
        if words.len() == kinds.len() {
            return json!({ "enum": words });
        }
        let made: Vec<Value> = kinds.iter().map(|kind| self.kind(kind)).collect();
        json!({ "anyOf": made })
    }

    fn object(&mut self, bases: &[String], fields: &[Field]) -> Value {
        let mut all: Vec<Field> = Vec::new();
        for base in bases {
            let (_, Type::Object(_, inherited)) = source(base) else { panic!("{base} is no object") };
            all.extend(inherited);
        }
        all.extend(fields.iter().cloned());
        let mut properties = Map::new();
        for field in &all {
            let mut made = self.kind(&field.kind);
            if self.is_input && field.optional {
                made = json!({ "anyOf": [made, { "type": "null" }] });
            }
            if !field.about.is_empty() {
                made["description"] = field.about.clone().into();
            }
            properties.insert(field.name.clone(), made);
        }
        let required: Vec<&String> =
            all.iter().filter(|field| !field.optional).map(|field| &field.name).collect();
        let mut made = json!({ "type": "object", "properties": properties, "required": required });
        if self.is_input {
            made["additionalProperties"] = false.into();
        }
        made
    }
}

fn source(name: &str) -> (String, Type) {
    let found = declarations().into_iter().find(|(known, _)| *known == name);
    let (_, text) = found.unwrap_or_else(|| panic!("{name} is missing in the list of declarations"));
    declaration(text)
}
