//! Fuzzes `yuefu_fuzz::call`; inputs change as JSON. What is not here: what it does with its bytes.
#![no_main]

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    yuefu_fuzz::mutate(data, size, max_size, seed)
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| yuefu_fuzz::call(data));
