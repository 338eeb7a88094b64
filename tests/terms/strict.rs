//! JSON that keeps the order of keys and sees a key that is there twice, which `serde_json::Value` does not.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Whether a JSON text has an object with the same key twice.
pub struct Strict;

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Strict, D::Error> {
        deserializer.deserialize_any(Strict)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Strict;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("text, whole numbers, true, false, lists and objects without a key twice")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_str<E>(self, _: &str) -> Result<Strict, E> {
        Ok(Strict)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Strict, A::Error> {
        while list.next_element::<Strict>()?.is_some() {}
        Ok(Strict)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Strict, A::Error> {
        let mut seen: Vec<String> = Vec::new();
        while let Some((key, Strict)) = object.next_entry::<String, Strict>()? {
            if seen.contains(&key) {
                return Err(serde::de::Error::custom(format!("`{key}` is there twice")));
            }
            seen.push(key);
        }
        Ok(Strict)
    }
}

#[test]
fn a_key_that_is_there_twice_is_seen() {
    assert!(serde_json::from_str::<Strict>(r#"{"a": [{"b": 1, "c": "x"}], "d": true}"#).is_ok());
    assert!(serde_json::from_str::<Strict>(r#"{"a": [{"b": 1, "b": 2}]}"#).is_err());
    assert!(serde_json::from_str::<Strict>(r#"{"a": 0.5}"#).is_err());
}
