//! The bill of materials of the shipped module: CycloneDX 1.6, the same bytes for the same lock file.
//!
//! What is in the module is `required`, what only built it `excluded`. What is not here: a time and a serial number,
//! which would differ each time.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::crates::{self, Crate, Graph, Part};
use crate::project::Project;
use crate::{files, need};

/// Writes the bill and gives its path.
pub fn write(project: &Project) -> Result<PathBuf> {
    let path = project.target.join("yuefu.cdx.json");
    let text = serde_json::to_string_pretty(&bill(project)?)?;
    files::write(&path, text + "\n")?;
    Ok(path)
}

fn bill(project: &Project) -> Result<Value> {
    let shipped = crates::of_module(project, Part::Shipped)?;
    let built = crates::of_module(project, Part::Built)?;
    let graph = Graph::read(project, Some(need::WASM))?;
    let sums = crates::checksums(project)?;
    let is_part = |one: &Crate| built.contains(&(one.name.clone(), one.version.clone()));
    let (mut components, mut dependencies, mut own) = (Vec::new(), Vec::new(), Value::Null);
    for (id, one) in graph.crates.iter().filter(|(_, one)| is_part(one)) {
        let key = (one.name.clone(), one.version.clone());
        if one.is_foreign {
            let sum = sums.get(&key).with_context(|| format!("{} has no checksum", one.name))?;
            components.push(component(one, sum, shipped.contains(&key)));
        } else {
            own = json!({
                "type": "library", "bom-ref": name(one), "name": one.name, "version": one.version,
                "description": project.description, "licenses": [{ "expression": one.license }],
            });
        }
        let needed = graph.needs[id].iter().map(|id| &graph.crates[id]).filter(|one| is_part(one));
        dependencies.push(json!({ "ref": name(one), "dependsOn": needed.map(name).collect::<Vec<_>>() }));
    }
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": own },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(one: &Crate, sum: &str, is_shipped: bool) -> Value {
    json!({
        "type": "library",
        "bom-ref": name(one),
        "name": one.name,
        "version": one.version,
        "scope": if is_shipped { "required" } else { "excluded" },
        "hashes": [{ "alg": "SHA-256", "content": sum }],
        "licenses": [{ "expression": one.license.replace('/', " OR ") }],
        "purl": name(one),
    })
}

/// The address of a crate among all packages of the world.
fn name(one: &Crate) -> String {
    format!("pkg:cargo/{}@{}", one.name, one.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_checksum_and_a_licence_and_every_edge_leads_to_a_part() {
        let bill = bill(&Project::read().expect("the workspace")).expect("a bill");
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let parts = list(&bill["components"]);
        let names: Vec<&Value> = parts.iter().map(|part| &part["purl"]).collect();
        for part in &parts {
            assert_eq!(part["hashes"][0]["content"].as_str().map(str::len), Some(64), "{part}");
            assert!(
                part["licenses"][0]["expression"].as_str().is_some_and(|text| !text.is_empty()),
                "{part}"
            );
        }
        for edge in list(&bill["dependencies"]) {
            assert!(list(&edge["dependsOn"]).iter().all(|to| names.contains(&to)), "{edge}");
        }
        let scope =
            |crate_name: &str| parts.iter().find(|it| it["name"] == crate_name).map(|it| it["scope"].clone());
        assert_eq!(scope("rust_decimal"), Some(json!("required")));
        assert_eq!(scope("tsify-macros"), Some(json!("excluded")));
        assert_eq!(scope("proptest"), None);
        assert_eq!(bill["metadata"]["component"]["name"], "yuefu");
    }
}
