//! Lists the products of `data/terms/` so that adding one needs no change in `src/`.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=data/terms");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("products.rs"), listing(&ids())).expect("OUT_DIR can be written to");
}

/// The names of the JSON files, sorted, without their ending.
fn ids() -> Vec<String> {
    let files = fs::read_dir("data/terms").expect("data/terms is there");
    let paths = files.map(|file| file.expect("data/terms can be read").path());
    let json = paths.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let mut ids: Vec<String> = json.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    ids.sort();
    ids
}

fn listing(ids: &[String]) -> String {
    let mut rust = format!("static FILES: [File; {}] = [\n", ids.len());
    for id in ids {
        let path = format!("concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/data/terms/{id}.json\")");
        rust += &format!("    File {{ id: {id:?}, json: include_str!({path}) }},\n");
    }
    rust + "];\n"
}
