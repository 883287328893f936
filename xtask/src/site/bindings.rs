//! The names by which the module and its JavaScript know each other.
//!
//! wasm-bindgen gives each function that the module takes from the browser a long name with a hash in it, which brotli
//! cannot pack. Here they are numbered in both files.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{ExportSectionReader, ExternalKind, ImportSectionReader, Parser, Payload, TypeRef};

use super::page;

/// The JavaScript that wasm-bindgen writes, as the module names it.
const SCRIPT: &str = "./afterword_bg.js";

/// What Leptos exports for streams from and to a server of its own. The app has none, so nothing calls them, and
/// wasm-opt takes out what only they need.
const STREAMS: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// The module and its script, with short names between them.
pub fn short(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let mut shorter = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                shorter.section(&numbered(imports, &mut names)?);
            }
            Payload::ExportSection(exports) => {
                shorter.section(&without_streams(exports)?);
            }
            payload => {
                if let Some((id, content)) = payload.as_section() {
                    let content = usize::try_from(content.start)?..usize::try_from(content.end)?;
                    let data = module.get(content).context("A section ends outside of the module")?;
                    shorter.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok((shorter.finish(), renamed(&page::terse(script), &names)))
}

/// The imports, numbered where they come from the script.
fn numbered(imports: ImportSectionReader, names: &mut BTreeMap<String, String>) -> Result<ImportSection> {
    let mut section = ImportSection::new();
    for import in imports.into_imports() {
        let import = import?;
        let TypeRef::Func(kind) = import.ty else { bail!("{} is imported, and no function", import.name) };
        let number = format!("f{}", names.len());
        let name = if import.module == SCRIPT {
            names.entry(import.name.to_owned()).or_insert(number)
        } else {
            import.name
        };
        section.import(import.module, name, EntityType::Function(kind));
    }
    Ok(section)
}

fn without_streams(exports: ExportSectionReader) -> Result<ExportSection> {
    let mut section = ExportSection::new();
    for export in exports {
        let export = export?;
        if STREAMS.iter().any(|streams| export.name.starts_with(streams)) {
            continue;
        }
        let kind = match export.kind {
            ExternalKind::Func => ExportKind::Func,
            ExternalKind::Table => ExportKind::Table,
            ExternalKind::Memory => ExportKind::Memory,
            ExternalKind::Global => ExportKind::Global,
            other => bail!("{} is exported, and a {other:?}", export.name),
        };
        section.export(export.name, kind, export.index);
    }
    Ok(section)
}

/// The script with other names, word by word.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_no_word = |sign: char| !(sign.is_alphanumeric() || sign == '_' || sign == '$');
    let words = script.split_inclusive(is_no_word).flat_map(|piece| {
        let word = piece.trim_end_matches(is_no_word);
        [names.get(word).map_or(word, String::as_str), piece.get(word.len()..).unwrap_or_default()]
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_renamed_by_whole_words() {
        let names = BTreeMap::from([("__wbg_now_1a".to_owned(), "f0".to_owned())]);
        let script = "__wbg_now_1a: function() { __wbg_now_1ab(__wbg_now_1a) }";
        assert_eq!(renamed(script, &names), "f0: function() { __wbg_now_1ab(f0) }");
    }

    #[test]
    fn both_files_get_the_same_names_and_streams_go() {
        let mut imports = ImportSection::new();
        imports.import(SCRIPT, "__wbg_now_1a", EntityType::Function(0));
        imports.import("./chunks.js", "__wbg_other", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 0).export("intounderlyingsink_close", ExportKind::Func, 1);
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        let (module, script) =
            short(&module.finish(), "  // why\n  __wbg_now_1a: 1, __wbg_other: 2").unwrap();
        assert_eq!(script, "f0: 1, __wbg_other: 2\n");
        let text = String::from_utf8_lossy(&module);
        assert!(text.contains("f0") && text.contains("__wbg_other") && text.contains("main"), "{text}");
        assert!(!text.contains("now") && !text.contains("intounderlying"), "{text}");
        assert!(wasmparser::validate(&module).is_ok());
    }
}
