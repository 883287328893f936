//! The script that fetches the chunks of the module, as the cut writes it and as the browser gets it.

use anyhow::{Result, ensure};

/// Where the script lies beside the app.
pub const SCRIPT: &str = "./chunks.js";

/// The chunk that all others need: the records, the plan, the commands, and Today.
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

/// The script that the cut wrote, without its comments, with `shared` called [`CORE`], and with the patience that it
/// lacks.
pub fn patient(written: &str, shared: &str) -> Result<String> {
    ensure!(
        written.contains(STREAMING),
        "The cut writes another way to fetch a chunk than this build knows."
    );
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let code: String = lines.flat_map(|line| [line, "\n"]).collect();
    let shared = format!("{FETCH}\"./{shared}\"");
    ensure!(code.contains(&shared), "The cut fetches in another way than this build knows: not by {shared}.");
    let named = code.replace(&shared, &format!("{FETCH}\"./{CORE}\""));
    Ok(named.replace(STREAMING, "arrived(src, imports)").replace(FETCH, "ahead(new URL(") + PATIENT)
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
        let script = patient(WRITTEN, "chunk_7.wasm").unwrap();
        let core = "const src = ahead(new URL(\"./core.wasm\", import.meta.url));\n";
        let chunk = "const load = () => arrived(src, imports);\n";
        assert!(script.starts_with(&[core, chunk].concat()), "{script}");
        assert!(
            script.contains("async function arrived") && script.contains("async function ahead"),
            "{script}"
        );
    }

    #[test]
    fn what_is_not_known_stops_the_build() {
        assert!(patient("import(src)", "chunk_7.wasm").is_err());
        assert!(patient(WRITTEN, "chunk_8.wasm").is_err());
    }
}
