//! Takes the words out of panics, which nobody could read: the shipped module has no console.
//!
//! A panic stops the module with or without a text. So the functions that begin one stop it at once, and the places
//! in the source that only they would tell are emptied: three percent of the module, compressed.
//! What is not here: taking away what nothing calls then (the optimiser does), and builds for debugging, which keep
//! their texts.

use anyhow::{Result, ensure};
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, FunctionBuilder, FunctionKind, LocalFunction, Module};

/// Parts of the names of functions that do nothing but panic, or lay out values for the text of a panic. No other text
/// of the module shows a value that way, which a house rule of `src/` holds.
const PANICS: [&str; 14] = [
    "core::panicking::",
    "core::cell::panic_already",
    "core::fmt::Debug>::fmt",
    "core::fmt::Debug for ",
    "alloc::raw_vec::handle_error",
    "std::panicking::panic_handler::",
    "::assert_failed",
    "::capacity_overflow",
    "::expect_failed",
    "::handle_alloc_error",
    "::len_mismatch_fail",
    "::slice_error_fail",
    "::slice_index_fail",
    "::unwrap_failed",
];

/// A place in the source: address and length of the file's name, line, column.
const PLACE_WORDS: usize = 4;
const WORD: usize = size_of::<u32>();
const LINE_MAX: usize = 100_000;
const COLUMN_MAX: usize = 1_000;

/// Makes every panic of a module stop it without a text.
///
/// # Errors
/// A module without names, or one in which nothing panics: then the names above are no longer right.
pub fn mute(module: &mut Module) -> Result<()> {
    let begins = |name: &str| PANICS.iter().any(|part| without_hashes(name).contains(part));
    let panics: Vec<_> = module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| module.funcs.get(*id).name.as_deref().is_some_and(begins))
        .collect();
    ensure!(!panics.is_empty(), "no function of the module panics: its names are gone, or others");
    for id in panics {
        let stop = stop_like(module, id);
        module.funcs.get_mut(id).kind = FunctionKind::Local(stop);
    }
    let ids: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind {
            empty_places(&mut data.value, start as usize);
        }
    }
    Ok(())
}

/// A name without what the compiler puts into it to tell versions of a library apart: `core[1f2e]::panicking`.
fn without_hashes(name: &str) -> String {
    name.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect()
}

/// A function that takes and gives the same, and stops the module.
fn stop_like(module: &mut Module, id: walrus::FunctionId) -> LocalFunction {
    let ty = module.types.get(module.funcs.get(id).ty());
    let (takes, gives) = (ty.params().to_vec(), ty.results().to_vec());
    let mut stop = FunctionBuilder::new(&mut module.types, &takes, &gives);
    stop.func_body().unreachable();
    let arguments = takes.iter().map(|ty| module.locals.add(*ty)).collect();
    stop.local_func(arguments)
}

/// Zeros for every place in the source and for the names of its files. The bytes begin at an address of the memory.
fn empty_places(bytes: &mut [u8], start: usize) {
    let mut found = Vec::new();
    for at in (0..bytes.len()).step_by(WORD) {
        let words: Vec<usize> =
            bytes[at..].chunks_exact(WORD).take(PLACE_WORDS).map(|word| u32_of(word) as usize).collect();
        let [name, length, 1..=LINE_MAX, 1..=COLUMN_MAX] = words[..] else { continue };
        let name = name.wrapping_sub(start);
        let name = name..name.saturating_add(length);
        if bytes.get(name.clone()).is_some_and(is_source) {
            found.extend([at..at + PLACE_WORDS * WORD, name]);
        }
    }
    for range in found {
        bytes[range].fill(0);
    }
}

fn u32_of(word: &[u8]) -> u32 {
    word.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

fn is_source(name: &[u8]) -> bool {
    name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_the_source_are_emptied_and_nothing_else() {
        let text = *b"src/a.rs\0\0\0\0one";
        let place = |name: u32, length: u32| [name, length, 7, 9].map(u32::to_le_bytes).concat();
        let bytes = |places: Vec<u8>| [places, text.to_vec()].concat();
        let mut data = bytes([place(1032, 8), place(1044, 3)].concat());
        empty_places(&mut data, 1000);
        assert_eq!(data[..16], [0; 16]);
        assert_eq!(data[16..32], place(1044, 3));
        assert_eq!(data[32..], *b"\0\0\0\0\0\0\0\0\0\0\0\0one");
    }

    #[test]
    fn names_are_known_however_they_are_spelt() {
        assert_eq!(without_hashes("core[1f]::panicking::panic_fmt"), "core::panicking::panic_fmt");
        assert_eq!(
            without_hashes("<alloc[3c]::vec::Vec<_>>::remove::assert_failed"),
            "<alloc::vec::Vec<_>>::remove::assert_failed"
        );
        assert_eq!(without_hashes("core::panicking::panic::h0f"), "core::panicking::panic::h0f");
    }
}
