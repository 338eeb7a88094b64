//! Lists the products of `data/terms/` so that adding one needs no change in `src/`.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=data/terms");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("products.rs"), listing(&ids(), &default_id()))
        .expect("OUT_DIR can be written to");
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

/// The id of the product that is meant where none is named.
fn default_id() -> String {
    fs::read_to_string("data/terms/default").expect("data/terms/default can be read").trim().to_owned()
}

fn listing(ids: &[String], default: &str) -> String {
    let default = ids.iter().position(|id| id == default).expect("data/terms/default names a product");
    let mut rust = format!("const DEFAULT: usize = {default};\n");
    rust += &format!("static FILES: [File; {}] = [\n", ids.len());
    for id in ids {
        let path = format!("concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/data/terms/{id}.json\")");
        rust += &format!("    File {{ id: {id:?}, json: include_str!({path}) }},\n");
    }
    rust + "];\n"
}
