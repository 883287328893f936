//! The script that fetches the chunks of the module, as the cut writes it and as the browser gets it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};

/// Where the script lies beside the app.
pub const SCRIPT: &str = "./chunks.js";

/// What every chunk needs: the records, the plan, the commands.
pub const CORE: &str = "core.wasm";

const FETCH: &str = "fetch(new URL(";
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// A chunk that `boot.js` has begun to compile is taken from there. As in `boot.js`, a host that sends the wrong
/// type is no reason to fail, and what the browser keeps of it is forgotten where it is spoilt.
const PATIENT: &str = "
async function ahead(url) {
    const begun = window.afterword ?? {};
    const coming = begun[url];
    delete begun[url];
    return await coming ?? await fetch(url);
}
async function arrived(coming, imports) {
    const answer = await coming;
    if (answer instanceof WebAssembly.Module) return await WebAssembly.instantiate(answer, imports);
    if (!answer.ok) throw new Error(`A part of the app did not arrive: ${answer.status}`);
    try {
        return await WebAssembly.instantiateStreaming(answer, imports);
    } catch {
        return await whole(answer.url, imports).catch(async (failure) => {
            if (await window.afterword?.forget(answer.url)) return await whole(answer.url, imports);
            throw failure;
        });
    }
}
async function whole(url, imports) {
    const answer = await fetch(url);
    return await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
";

/// The old and the new name of each file, from the files that each chunk needs. The cut numbers what several chunks
/// share; the new name says which chunks need the file, so that the page can ask for it ahead.
pub fn names(needs: &BTreeMap<String, Vec<String>>) -> Vec<(String, String)> {
    let files: BTreeSet<&String> = needs.values().flatten().collect();
    let name = |file| {
        let users: Vec<&str> =
            needs.iter().filter(|(_, files)| files.contains(file)).map(|(chunk, _)| chunk.as_str()).collect();
        if users.len() == needs.len() { CORE.to_owned() } else { format!("{}.wasm", users.join("_")) }
    };
    files.into_iter().map(|file| (format!("{file}.wasm"), name(file))).collect()
}

/// The script that the cut wrote, without its comments, with the files under their new `names`, and with the patience that it lacks.
pub fn patient(written: &str, names: &[(String, String)]) -> Result<String> {
    ensure!(
        written.contains(STREAMING),
        "The cut writes another way to fetch a chunk than this build knows."
    );
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let mut code: String = lines.flat_map(|line| [line, "\n"]).collect();
    for (old, new) in names {
        let place = format!("{FETCH}\"./{old}\"");
        ensure!(code.contains(&place), "The cut fetches in another way than this build knows: not by {old}.");
        code = code.replace(&place, &format!("{FETCH}\"./{new}\""));
    }
    Ok(code.replace(STREAMING, "arrived(src, imports)").replace(FETCH, "ahead(new URL(") + PATIENT)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "// why
      const src = fetch(new URL(\"./chunk_7.wasm\", import.meta.url));
      const load = () => WebAssembly.instantiateStreaming(src, imports);
    ";

    #[test]
    fn a_chunk_is_taken_from_where_it_was_begun_and_fetched_with_patience() {
        let names = [("chunk_7.wasm".to_owned(), CORE.to_owned())];
        let script = patient(WRITTEN, &names).unwrap();
        let core = "const src = ahead(new URL(\"./core.wasm\", import.meta.url));\n";
        let chunk = "const load = () => arrived(src, imports);\n";
        assert!(script.starts_with(&[core, chunk].concat()), "{script}");
        assert!(
            script.contains("async function arrived") && script.contains("async function ahead"),
            "{script}"
        );
    }

    #[test]
    fn a_file_is_called_by_the_chunks_that_need_it() {
        let files = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let needs = BTreeMap::from([
            ("a".to_owned(), files(&["chunk_1", "chunk_2"])),
            ("b".to_owned(), files(&["chunk_1"])),
            ("c".to_owned(), files(&["chunk_1", "chunk_2"])),
        ]);
        let named = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        assert_eq!(names(&needs), [named("chunk_1.wasm", CORE), named("chunk_2.wasm", "a_c.wasm")]);
    }

    #[test]
    fn what_is_not_known_stops_the_build() {
        assert!(patient("import(src)", &[]).is_err());
        assert!(patient(WRITTEN, &[("chunk_8.wasm".to_owned(), CORE.to_owned())]).is_err());
    }
}
