//! Fuzzes `yuefu_fuzz::code`. What is not here: what it does with its bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| yuefu_fuzz::code(data));
