//! What each crate costs: the bytes of its code in the whole module, in the part that is there from the start, and in
//! the chunk that all others need.
//!
//! Counted before wasm-opt, which takes the names away; it makes the whole about a tenth smaller. Code that a crate
//! has for the types of another counts as its own: most of Leptos's is so.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// How many are named; the rest is one line.
const NAMED: usize = 20;

/// Prints a column for each module, the crates that cost most in the first one above.
pub fn print(modules: [(&str, &[u8]); 3]) -> Result<()> {
    let mut rows: BTreeMap<String, [u64; 3]> = BTreeMap::new();
    for (column, (_, module)) in modules.into_iter().enumerate() {
        for (name, size) in by_crate(module)? {
            if let Some(cell) = rows.entry(name).or_default().get_mut(column) {
                *cell += size;
            }
        }
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(_, sizes)| std::cmp::Reverse(*sizes));
    let sum = |rows: &[(String, [u64; 3])]| {
        rows.iter().fold([0; 3], |[a, b, c], (_, [whole, main, core])| [a + whole, b + main, c + core])
    };
    let (all, rest) = (sum(&rows), sum(rows.get(NAMED..).unwrap_or_default()));
    rows.truncate(NAMED);
    rows.extend([("all others".to_owned(), rest), ("together".to_owned(), all)]);
    println!("{:<32} {:>11} {:>11} {:>11}", "", modules[0].0, modules[1].0, modules[2].0);
    for (name, sizes) in rows {
        let [whole, main, core] = sizes.map(kilobytes);
        println!("{name:<32} {whole:>8.1} KB {main:>8.1} KB {core:>8.1} KB");
    }
    Ok(())
}

#[allow(clippy::cast_precision_loss)] // to be read by people
fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

/// The bytes of code by the name of the crate.
fn by_crate(module: &[u8]) -> Result<BTreeMap<String, u64>> {
    let (sizes, names) = functions(module).context("The module cannot be taken apart")?;
    let mut crates = BTreeMap::new();
    for (number, size) in sizes {
        let name = names.get(&number).map(|name| format!("{:#}", rustc_demangle::demangle(name)));
        // What tells wasm-bindgen of types is run by it and taken out.
        if name
            .as_ref()
            .is_some_and(|name| name.contains("__wbindgen_describe") || name.contains("WasmDescribe"))
        {
            continue;
        }
        let name = name.and_then(|name| crate_of(&name)).unwrap_or_else(|| "unnamed".to_owned());
        *crates.entry(name).or_default() += size;
    }
    Ok(crates)
}

type Sizes = Vec<(u32, u64)>;
type Names = BTreeMap<u32, String>;

/// The size and the name of each function, by its number. The numbers of imported functions come first.
fn functions(module: &[u8]) -> Result<(Sizes, Names)> {
    let (mut sizes, mut names) = (Vec::new(), BTreeMap::new());
    let mut next = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    next += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                sizes.push((next, body.range().end - body.range().start));
                next += 1;
            }
            Payload::CustomSection(custom) => {
                let KnownCustom::Name(sections) = custom.as_known() else { continue };
                for section in sections {
                    // What the cut adds beside the names is of no use here, and not all of it is known.
                    let Ok(Name::Function(functions)) = section else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    Ok((sizes, names))
}

/// The crate of a name: `<alloc::vec::Vec<T> as core::ops::Drop>::drop` is `alloc`'s.
fn crate_of(name: &str) -> Option<String> {
    let start = name.trim_start_matches(['<', '&', '(', '[', '*']);
    let start = start.trim_start_matches("mut ").trim_start_matches("dyn ");
    let (first, _) = start.split_once("::")?;
    let is_name = |first: &str| first.chars().all(|each| each.is_alphanumeric() || each == '_');
    // `<T as tachys::view::IntoAny>::into_any`: of a type that has no name, the trait says whose code it is.
    let of_trait = || Some(start.split_once(" as ")?.1.split_once("::")?.0);
    let first = if is_name(first) { first } else { of_trait().filter(|name| is_name(name))? };
    Some(first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_belongs_to_the_crate_that_wrote_it() {
        let of = |name| crate_of(name).unwrap_or_default();
        assert_eq!(of("afterword::main"), "afterword");
        assert_eq!(of("<alloc::vec::Vec<T> as core::ops::drop::Drop>::drop"), "alloc");
        assert_eq!(of("<T as tachys::view::any_view::IntoAny>::into_any"), "tachys");
        assert_eq!(
            of("<&mut serde_json::de::Deserializer<R> as serde_core::de::Deserializer>::f"),
            "serde_json"
        );
        assert_eq!(of("main"), "");
    }

    #[test]
    fn sizes_find_their_names() {
        // One import, and two functions of two bytes: a::b, and one that wasm-bindgen takes out.
        let module = [
            b"\0asm\x01\0\0\0".as_slice(),
            b"\x01\x04\x01\x60\0\0",
            b"\x02\x07\x01\x01m\x01f\0\0",
            b"\x03\x03\x02\0\0",
            b"\x0a\x07\x02\x02\0\x0b\x02\0\x0b",
            b"\0\x3a\x04name\x01\x33\x02\x01\x1b_ZN1a1b17h0123456789abcdefE\x02\x13__wbindgen_describe",
        ]
        .concat();
        assert_eq!(by_crate(&module).unwrap(), BTreeMap::from([("a".to_owned(), 2)]));
    }
}
