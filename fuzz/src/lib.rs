//! What the fuzz targets share: the bodies, which are the laws' own (`tests/laws/fuzzed.rs`), and a change of JSON
//! that leaves it JSON.
//!
//! What is not here: what must hold.

#[allow(dead_code, unused_imports, reason = "most of it is used by the tests alone")]
#[path = "../../tests/laws/main.rs"]
mod laws;

use laws::broken;
pub use laws::fuzzed::{call, code, laws, rate, scenario, terms};
use serde_json::Value;

/// Changes bytes in place and gives their new count: mostly as JSON, by one change somewhere in it, else as
/// libFuzzer does.
pub fn mutate(data: &mut [u8], size: usize, size_max: usize, seed: u32) -> usize {
    if !seed.is_multiple_of(4)
        && let Some(changed) = changed(&data[..size], seed / 4)
        && changed.len() <= size_max
    {
        data[..changed.len()].copy_from_slice(&changed);
        return changed.len();
    }
    libfuzzer_sys::fuzzer_mutate(data, size, size_max)
}

fn changed(data: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(data).ok()?;
    let [pick, other, how, kind] = [seed as u16, (seed >> 7) as u16, (seed >> 5) as u16, (seed >> 3) as u16];
    let other = other_value(&value, other, kind);
    broken::mutate(&mut value, pick, how as u8, other);
    serde_json::to_vec(&value).ok()
}

/// A value to put somewhere: a word of the contract, a number, a day, an amount, or a part of the input itself.
fn other_value(input: &Value, pick: u16, kind: u16) -> Value {
    let number = i64::from(pick);
    match kind % 8 {
        0 => Value::from(broken::WORDS[usize::from(pick) % broken::WORDS.len()]),
        1 => Value::from(number % 400 - 3),
        2 => Value::from(format!(
            "20{:02}-{:02}-{:02}",
            10 + pick % 60,
            1 + pick / 60 % 12,
            1 + pick / 720 % 29
        )),
        3 => Value::from(format!("20{:02}-{:02}", 10 + pick % 60, 1 + pick / 60 % 12)),
        4 => Value::from(format!("{}.{:02}", number / 7, pick % 100)),
        5 => [Value::Null, Value::Bool(true), Value::from(i64::MAX), Value::from(1e300)]
            [usize::from(pick % 4)]
        .clone(),
        _ => {
            let mut places = Vec::new();
            broken::places(input, "", &mut places);
            input.pointer(&places[usize::from(pick) % places.len()]).cloned().unwrap_or_default()
        }
    }
}
