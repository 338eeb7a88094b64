//! Fuzzes `yuefu_fuzz::laws`. What is not here: what it does with its bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| yuefu_fuzz::laws(data));
