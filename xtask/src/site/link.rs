//! The JavaScript that fetches the parts of the module.

use anyhow::{Result, ensure};

/// Where it lies beside the app.
pub const LINK: &str = "./parts.js";

/// What all parts need: the records, the plan, the commands, and Today.
pub const HOUSE: &str = "house.wasm";

const FETCH: &str = "fetch(new URL(";
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// What `boot.js` has begun to compile is taken from there. And as there, a host that sends the wrong type is no reason
/// to fail.
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
        const again = await fetch(answer.url);
        return await WebAssembly.instantiate(await again.arrayBuffer(), imports);
    }
}
";

/// What the cut wrote, with the patience that it lacks and without its comments; `shared` is [`HOUSE`].
pub fn whole(written: &str, shared: &str) -> Result<String> {
    ensure!(written.contains(STREAMING), "The cut writes another way to fetch a part than this build knows.");
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let spare: String = lines.flat_map(|line| [line, "\n"]).collect();
    let shared = format!("{FETCH}\"./{shared}\"");
    ensure!(
        spare.contains(&shared),
        "The cut fetches in another way than this build knows: not by {shared}."
    );
    let named = spare.replace(&shared, &format!("{FETCH}\"./{HOUSE}\""));
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
    fn a_part_is_taken_from_where_it_was_begun_and_fetched_with_patience() {
        let whole = whole(WRITTEN, "chunk_7.wasm").unwrap();
        let house = "const src = ahead(new URL(\"./house.wasm\", import.meta.url));\n";
        let part = "const load = () => arrived(src, imports);\n";
        assert!(whole.starts_with(&[house, part].concat()), "{whole}");
        assert!(
            whole.contains("async function arrived") && whole.contains("async function ahead"),
            "{whole}"
        );
    }

    #[test]
    fn what_is_not_known_stops_the_build() {
        assert!(whole("import(src)", "chunk_7.wasm").is_err());
        assert!(whole(WRITTEN, "chunk_8.wasm").is_err());
    }
}
